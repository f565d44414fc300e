/** What of an import goes over the wire. */
import type { Import, ImportRow, Tally } from './contract.ts'
import { firstRows } from './first-rows.ts'
import type { ImportRecord } from './store.ts'

const tallyOf = (row: Pick<ImportRecord, 'rows' | 'added' | 'known' | 'leftOut' | 'keptInPart'>): Tally => ({
  rows: row.rows,
  added: row.added,
  known: row.known,
  leftOut: row.leftOut,
  keptInPart: row.keptInPart,
})

export function importRowOnWire(row: Omit<ImportRecord, 'preview'>): ImportRow {
  const { id, fileName, size, status, sheet, checked, failure, createdBy } = row
  return {
    id,
    fileName,
    size,
    status,
    sheet,
    checked,
    failure,
    createdBy,
    target: row.mapping.target,
    source: row.mapping.source,
    progress: status === 'done' ? 1 : size > 0 ? Math.min(1, row.bytesTaken / size) : 0,
    tally: tallyOf(row),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

export function importOnWire(row: ImportRecord): Import {
  const { target: _target, source: _source, ...rest } = importRowOnWire(row)
  return { ...rest, mapping: row.mapping, preview: row.preview, first: firstRows(row.mapping, row.preview.rows) }
}
