/** A file arrives: it is kept, looked into, and recognised. Nothing is stored until somebody says so. */
import { newId, readCursor, Refusal, writeCursor, type App } from '#platform'
import type { Page } from '#platform/contract'
import { findWorkspace, isOff, knowsPurpose, type Who } from '#trust'
import { MAPPING, RECOGNISER_VERSION } from '../automations.ts'
import type { Import, ImportMapping, ImportRow, Preview } from './contract.ts'
import { importOnWire, importRowOnWire } from './import.ts'
import { dropUpload, importPath, keepUpload, uploadThere } from './import-files.ts'
import { recognise } from './recognise.ts'
import { isBad, type Row } from './row.ts'
import { openRows } from './rows.ts'
import { fileSource, type FileSource } from './source.ts'
import { addImport, changeMapping, changeSheet, findImport, listImports } from './store.ts'

const ROWS_WEIGHED = 1000
const ROWS_SHOWN = 12
const CELL_SHOWN = 400

export async function bringIn(
  app: App,
  who: Who,
  input: { name: string; sheet?: string | undefined; body: ReadableStream<Uint8Array> | null },
): Promise<Import> {
  const id = newId()
  const { path, size } = await keepUpload(app, who.workspaceId, id, input.body)
  try {
    return await register(app, who, { id, name: input.name, sheet: input.sheet, size, source: await fileSource(path) })
  } catch (error) {
    await dropUpload(app, who.workspaceId, id)
    throw error
  }
}

/** For a file that is kept already (uploaded, or named on the command line). */
export async function register(
  app: App,
  who: Who,
  file: {
    id: string
    name: string
    sheet?: string | undefined
    size: number
    source: FileSource
    as?: string | undefined
  },
): Promise<Import> {
  const given = await lookedAt(app, who)
  const { preview, mapping, sheet } = await lookInto(file.source, { sheet: file.sheet, source: file.as, ...given })
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    await addImport(tx, who.workspaceId, {
      id: file.id,
      fileName: file.name,
      size: file.size,
      sheet,
      mapping,
      preview,
      createdBy: who.name,
      createdAt: app.clock.now(),
    })
    return importOnWire((await findImport(tx, file.id))!)
  })
}

/** What the workspace says about looking into files: its time zone, and whether Heed may guess at columns. */
const lookedAt = (app: App, who: Who): Promise<{ timeZone: string; guess: boolean }> =>
  app.db.inWorkspace(who.workspaceId, async (tx) => ({
    timeZone: (await findWorkspace(tx))?.timezone ?? 'UTC',
    guess: !(await isOff(tx, MAPPING)),
  }))

export async function lookInto(
  source: FileSource,
  options: { sheet?: string | undefined; timeZone: string; source?: string | undefined; guess?: boolean },
): Promise<{ preview: Preview; mapping: ImportMapping; sheet: string | null }> {
  const opened = await openRows(source, options.sheet ? { sheet: options.sheet } : {})
  const rows: Row[] = []
  for await (const batch of opened.batches) {
    rows.push(...batch)
    if (rows.length >= ROWS_WEIGHED) break
  }
  const { proposal, mapping, confidence, unmapped, warnings } = recognise(opened.headers, rows, {
    timeZone: options.timeZone,
    guess: options.guess ?? true,
    ...(options.source ? { source: options.source } : {}),
  })
  const shown = rows.flatMap((row) =>
    isBad(row)
      ? []
      : [
          {
            line: row.line,
            values: Object.fromEntries(
              Object.entries(row.values).map(([header, cell]) => [header, cell.slice(0, CELL_SHOWN).toWellFormed()]),
            ),
          },
        ],
  )
  return {
    mapping: proposal,
    sheet: opened.sheet ?? null,
    preview: {
      headers: opened.headers,
      sheets: opened.sheets ?? [],
      found: mapping as Preview['found'],
      confidence,
      unmapped,
      warnings,
      rows: shown.slice(0, ROWS_SHOWN),
      encoding: opened.encoding(),
      version: RECOGNISER_VERSION,
    },
  }
}

export async function seeImport(app: App, who: Who, id: string): Promise<Import> {
  const row = await app.db.inWorkspace(who.workspaceId, (tx) => findImport(tx, id))
  if (!row) throw new Refusal('import_not_found', 'There is no such import here.')
  return importOnWire(row)
}

export async function seeImports(
  app: App,
  who: Who,
  query: { limit: number; cursor?: string | undefined },
): Promise<Page<ImportRow>> {
  const rows = await app.db.inWorkspace(who.workspaceId, (tx) =>
    listImports(tx, query.limit + 1, readCursor(query.cursor, ['instant', 'id'])),
  )
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    data: shown.map(importRowOnWire),
    meta: { nextCursor: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null },
  }
}

export async function mapImport(app: App, who: Who, id: string, mapping: ImportMapping): Promise<Import> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const row = await findImport(tx, id)
    if (!row) throw new Refusal('import_not_found', 'There is no such import here.')
    if (row.status !== 'ready')
      throw new Refusal('import_started', 'This import has begun, so its columns are settled.')
    const strange = [
      ...Object.values(mapping.fields),
      ...mapping.attributes,
      ...mapping.answers.map((answer) => answer.header),
      ...(mapping.consents ?? []).flatMap(({ header, date }) => [header, ...(date === null ? [] : [date])]),
    ].filter((header) => header !== undefined && !row.preview.headers.includes(header))
    if (strange.length > 0)
      throw new Refusal('invalid_input', `The file has no column “${strange[0]}”.`, [
        { field: 'mapping', reason: `no column “${strange[0]}”` },
      ])
    for (const { purpose, channel } of mapping.consents ?? [])
      if (!(await knowsPurpose(app, tx, who.workspaceId, purpose, channel)))
        throw new Refusal('invalid_input', 'Nobody here is written to for that, or not in that way.', [
          { field: 'consents', reason: `${purpose} by ${channel} is not used` },
        ])
    await changeMapping(tx, id, mapping)
  })
  return seeImport(app, who, id)
}

/** Another sheet of the same workbook is another table: it is recognised anew. */
export async function chooseSheet(app: App, who: Who, id: string, sheet: string): Promise<Import> {
  const before = await seeImport(app, who, id)
  if (before.status !== 'ready') throw new Refusal('import_started', 'This import has begun, so its sheet is settled.')
  const source = await fileSource(importPath(app, who.workspaceId, id))
  const { preview, mapping } = await lookInto(source, { sheet, ...(await lookedAt(app, who)) })
  await app.db.inWorkspace(who.workspaceId, (tx) => changeSheet(tx, id, sheet, mapping, preview))
  return seeImport(app, who, id)
}

/** The same look once more, whatever the switch says by now; null where the file is gone. */
export async function lookAgain(
  app: App,
  who: Who,
  found: Import,
): Promise<{ preview: Preview; mapping: ImportMapping } | null> {
  const path = importPath(app, who.workspaceId, found.id)
  if (!(await uploadThere(path))) return null
  const { timeZone } = await lookedAt(app, who)
  return lookInto(await fileSource(path), { sheet: found.sheet ?? undefined, timeZone })
}
