/**
 * Somebody is erased: what imports still hold of them goes too. The first rows of a file that are shown, the rows that
 * could not be kept, and the file itself where it waits to be stored and holds a row of theirs. A running import is waited
 * for: what it stores next could be theirs.
 */
import { Refusal, type App, type Subject, type Tx } from '#platform'
import { dropUpload, importPath, uploadThere } from './import-files.ts'
import { openRows } from './rows.ts'
import { fileSource } from './source.ts'
import { listEveryImport, removeIssuesNaming, scrubImport, type ImportRecord } from './store.ts'

const GONE = 'The file held rows of somebody who was erased, so it is no longer here. Bring it in again without them.'

export async function forgetInImports(app: App, tx: Tx, { workspaceId, marks }: Subject): Promise<number> {
  if (marks.length === 0) return 0
  let taken = 0
  for (const row of await listEveryImport(tx)) {
    if (await holdsFileNaming(app, workspaceId, row, marks)) {
      await dropUpload(app, workspaceId, row.id)
      await scrubImport(tx, row.id, { ...scrubbed(row, marks), status: 'failed', failure: GONE })
      taken += 1
    } else if (names(JSON.stringify(row), marks)) {
      await scrubImport(tx, row.id, scrubbed(row, marks))
      taken += 1
    }
  }
  return taken
}

/** An import that goes leaves no file behind. */
export async function dropUploads(app: App, _tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  for (const id of ids) await dropUpload(app, workspaceId, id)
}

export const forgetInIssues = (tx: Tx, marks: string[]): Promise<number> => removeIssuesNaming(tx, marks)

async function holdsFileNaming(app: App, workspaceId: string, row: ImportRecord, marks: string[]): Promise<boolean> {
  const path = importPath(app, workspaceId, row.id)
  if (!(await uploadThere(path))) return false
  if (['waiting', 'running', 'checking'].includes(row.status))
    throw new Refusal('erasure_waits', 'An import is under way; the erasure goes on when it has ended.')
  try {
    const source = await fileSource(path)
    const { sheets } = await openRows(source)
    for (const sheet of sheets ?? [undefined])
      for await (const batch of (await openRows(source, sheet === undefined ? {} : { sheet })).batches)
        if (batch.some((one) => names(JSON.stringify(one), marks))) return true
    return false
  } catch (error) {
    // A file nobody can read might hold anything.
    if (error instanceof Refusal) return true
    throw error
  }
}

type Scrubbed = Pick<ImportRecord, 'fileName' | 'sheet' | 'mapping' | 'preview' | 'failure'>

const scrubbed = (row: ImportRecord, marks: string[]): Scrubbed => ({
  fileName: names(row.fileName, marks) ? 'file' : row.fileName,
  sheet: row.sheet !== null && names(row.sheet, marks) ? '' : row.sheet,
  failure: row.failure !== null && names(row.failure, marks) ? '' : row.failure,
  mapping: without(row.mapping, marks) as ImportRecord['mapping'],
  preview: without(row.preview, marks) as ImportRecord['preview'],
})

const names = (text: string, marks: string[]): boolean => {
  const folded = text.toLowerCase()
  return marks.some((mark) => folded.includes(mark))
}

/** A row of the file goes whole, because the cells beside the name are theirs too; any other text that names them is emptied. */
function without(value: unknown, marks: string[]): unknown {
  if (typeof value === 'string') return names(value, marks) ? '' : value
  if (Array.isArray(value))
    return value
      .filter((one) => typeof one === 'string' || !names(JSON.stringify(one), marks))
      .map((one) => without(one, marks))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !names(key, marks))
      .map(([key, one]) => [key, without(one, marks)]),
  )
}
