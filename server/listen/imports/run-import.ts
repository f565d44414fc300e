/**
 * Reads a kept file from its first row to its last and stores what is new, a portion at a time. Each portion is one
 * transaction: its voices, the rows that could not be kept, the figures and the line that was reached. Killed at any
 * moment, the run goes on behind that line; started twice at once, one of them waits and then finds the work done.
 */
import { setImmediate } from 'node:timers/promises'
import { Refusal, refuseWhenFull, type App, type Tx } from '#platform'
import { actingIn, type Who } from '#trust'
import type { Import, ImportMapping, Tally } from './contract.ts'
import type { Draft, RowIssue } from './draft.ts'
import { drafter } from './drafting.ts'
import { dropUpload, importPath, uploadThere } from './import-files.ts'
import { seeImport } from './bring-in.ts'
import { isBad } from './row.ts'
import { openRows } from './rows.ts'
import { fileSource, type FileSource } from './source.ts'
import { storeDrafts } from './store-drafts.ts'
import {
  addIssues,
  advance,
  countIssues,
  findImport,
  lockImport,
  setStatus,
  type ImportRecord,
  type IssueRow,
} from './store.ts'

export const RUN_QUEUE = 'listen.import'
const PORTION = 1_000
/** Rows drafted in one go: some ten milliseconds. */
const SLICE = 200
/** Beyond this the reasons repeat; the figures still count every row. */
const ISSUES_KEPT = 100_000

/** Puts the run (or a dry run) into the queue and answers at once. */
export async function startImport(app: App, who: Who, id: string, options: { dry: boolean }): Promise<Import> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const row = await lockImport(tx, id)
    if (!row) throw new Refusal('import_not_found', 'There is no such import here.')
    if (!['ready', 'failed'].includes(row.status)) throw new Refusal('import_started', 'This import has begun already.')
    refuseHopeless(row.mapping)
    if (!(await uploadThere(importPath(app, who.workspaceId, id))))
      throw new Refusal('import_file_gone', 'The file of this import is no longer here. Bring it in again.')
    await setStatus(tx, id, options.dry ? 'checking' : 'waiting', { startedAt: app.clock.now() })
    await app.jobs.enqueue(tx, RUN_QUEUE, { workspaceId: who.workspaceId, importId: id, dry: options.dry }, { key: id })
  })
  app.jobs.wake(RUN_QUEUE)
  return seeImport(app, who, id)
}

function refuseHopeless({ target, fields, answers }: ImportMapping): void {
  const has = (name: string) => fields[name as keyof typeof fields] !== undefined
  if (target === 'voices' && !has('text') && !has('score') && !has('title') && answers.length === 0) {
    throw new Refusal(
      'nothing_to_keep',
      'No column is taken as words or as a score, so nothing would come in. Choose the column that holds what people said.',
      [{ field: 'fields.text', reason: 'needs a column' }],
    )
  }
  if (target === 'orders' && !has('ordered_at')) {
    throw new Refusal('undated_orders', 'Orders need a column with their date.', [
      { field: 'fields.ordered_at', reason: 'needs a column' },
    ])
  }
}

/** The job: harmless when repeated. */
export async function runImport(app: App, workspaceId: string, importId: string, dry: boolean): Promise<void> {
  const who = actingIn(workspaceId)
  const row = await app.db.inWorkspace(workspaceId, (tx) => findImport(tx, importId))
  if (!row || !['waiting', 'running', 'checking'].includes(row.status)) return
  try {
    const source = await fileSource(importPath(app, workspaceId, importId))
    if (dry) await check(app, who, row, source)
    else await storeFile(app, who, row, source)
    if (!dry) await dropUpload(app, workspaceId, importId)
  } catch (error) {
    if (!(error instanceof Refusal) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const failure = error instanceof Refusal ? error.message : 'The file is no longer here. Bring it in again.'
    await app.db.inWorkspace(workspaceId, (tx) =>
      setStatus(tx, importId, 'failed', { failure, finishedAt: app.clock.now() }),
    )
  }
}

/** Stores a file under an import that was registered before. `told` hears of every portion. */
export async function storeFile(
  app: App,
  who: Who,
  row: ImportRecord,
  source: FileSource,
  told: (tally: Tally, share: number) => void = () => undefined,
): Promise<void> {
  const { workspaceId } = who
  await app.db.inWorkspace(workspaceId, (tx) => setStatus(tx, row.id, 'running', { startedAt: app.clock.now() }))
  const undated = row.createdAt
  let issuesKept = await app.db.inWorkspace(workspaceId, (tx) => countIssues(tx, row.id))
  for await (const portion of readAhead(portions(source, row.mapping, row.sheet))) {
    if (portion.line <= row.reachedLine) continue
    refuseWhenFull(app)
    const store = async (tx: Tx): Promise<ImportRecord | undefined> => {
      const now = await lockImport(tx, row.id)
      // Somebody took the import back, or another worker already stored this portion.
      if (!now || now.status !== 'running' || portion.line <= now.reachedLine) return now
      const stored = await storeDrafts(app, tx, workspaceId, row, portion.drafts, row.mapping.source, undated)
      const { added, known } = stored
      const found = [...portion.issues, ...stored.issues]
      const issues = found.slice(0, Math.max(0, ISSUES_KEPT - issuesKept)).map(issueRow)
      await addIssues(tx, workspaceId, row.id, issuesKept, issues)
      await advance(tx, row.id, {
        line: portion.line,
        bytes: portion.bytes,
        rows: portion.rows,
        added,
        known,
        ...countKinds(found),
      })
      issuesKept += issues.length
      return findImport(tx, row.id)
    }
    // Nobody is told that a portion is safe before the end is, which waits for the disk and with it for all before.
    const figures = await app.db.inWorkspace(workspaceId, store, { flush: 'later' })
    if (!figures || figures.status !== 'running') return
    told(figures, source.size > 0 ? portion.bytes / source.size : 1)
  }
  await app.db.inWorkspace(workspaceId, async (tx) => {
    if ((await lockImport(tx, row.id))?.status === 'running')
      await setStatus(tx, row.id, 'done', { finishedAt: app.clock.now() })
  })
}

/** Reads everything and stores nothing: how many rows would come in, and what stands in the way of the others. */
export async function dryRun(
  source: FileSource,
  mapping: ImportMapping,
  sheet: string | null,
  told: (rows: number, share: number) => void = () => undefined,
): Promise<{ tally: Tally; issues: RowIssue[] }> {
  const tally: Tally = { rows: 0, added: 0, known: 0, leftOut: 0, keptInPart: 0 }
  const first: RowIssue[] = []
  const prints = new Set<string>()
  for await (const portion of portions(source, mapping, sheet)) {
    tally.rows += portion.rows
    for (const { fingerprint } of portion.drafts) {
      if (prints.has(fingerprint)) tally.known += 1
      else tally.added += 1
      prints.add(fingerprint)
    }
    const { leftOut, keptInPart } = countKinds(portion.issues)
    tally.leftOut += leftOut
    tally.keptInPart += keptInPart
    if (first.length < PORTION) first.push(...portion.issues.slice(0, PORTION - first.length))
    told(tally.rows, portion.bytes / source.size)
  }
  return { tally, issues: first }
}

async function check(app: App, who: Who, row: ImportRecord, source: FileSource): Promise<void> {
  const { tally } = await dryRun(source, row.mapping, row.sheet)
  await app.db.inWorkspace(who.workspaceId, (tx) => setStatus(tx, row.id, 'ready', { checked: tally }))
}

/** Reads the next portion while one is being stored: the one keeps this thread busy, the other the database. */
async function* readAhead(read: AsyncGenerator<Read>): AsyncGenerator<Read> {
  try {
    let next = read.next()
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = read.next()
      // Awaited in the next round; a failure before that must not count as unhandled.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    await read.return(undefined)
  }
}

type Read = { drafts: Draft[]; issues: RowIssue[]; rows: number; line: number; bytes: number }

async function* portions(source: FileSource, mapping: ImportMapping, sheet: string | null): AsyncGenerator<Read> {
  const opened = await openRows(source, sheet ? { sheet } : {})
  const draft = drafter(mapping as Parameters<typeof drafter>[0])
  let held: Read = { drafts: [], issues: [], rows: 0, line: 0, bytes: 0 }
  for await (const batch of opened.batches) {
    for (let from = 0; from < batch.length;) {
      // Exactly full, so that the voices of a portion are heard of in one event and read in one go.
      const rows = batch.slice(from, from + Math.min(SLICE, PORTION - held.rows))
      from += rows.length
      const { drafts, issues } = draft.take(rows)
      held.drafts.push(...drafts)
      held.issues.push(...issues)
      held = {
        ...held,
        rows: held.rows + rows.length,
        line: rows.at(-1)?.line ?? held.line,
        bytes: opened.taken(),
      }
      // Whoever else waits for an answer gets it in between.
      await setImmediate()
      if (held.rows < PORTION) continue
      yield held
      held = { drafts: [], issues: [], rows: 0, line: held.line, bytes: held.bytes }
    }
  }
  const { drafts, issues } = draft.end()
  // The end has a line of its own, so that an order held back to the last is not taken for one already stored.
  yield {
    ...held,
    drafts: [...held.drafts, ...drafts],
    issues: [...held.issues, ...issues],
    line: held.line + 1,
    bytes: source.size,
  }
}

const countKinds = (issues: RowIssue[]): { leftOut: number; keptInPart: number } => ({
  leftOut: new Set(issues.filter((issue) => !issue.kept).map((issue) => issue.line)).size,
  keptInPart: new Set(issues.filter((issue) => issue.kept).map((issue) => issue.line)).size,
})

const issueRow = ({ line, field, reason, kept, row }: RowIssue): IssueRow => ({
  line,
  field,
  reason,
  kept,
  row: isBad(row) ? { raw: row.raw } : row.values,
})
