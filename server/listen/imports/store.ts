/** SQL of imports. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { ImportMapping, Preview, Tally } from './contract.ts'

/** Who brought a file in by `heed import`. */
export const COMMAND_LINE = 'heed import'

export type ImportRecord = {
  id: string
  fileName: string
  size: number
  status: 'ready' | 'checking' | 'waiting' | 'running' | 'done' | 'failed' | 'undone'
  sheet: string | null
  mapping: ImportMapping
  preview: Preview
  checked: Tally | null
  reachedLine: number
  bytesTaken: number
  rows: number
  added: number
  known: number
  leftOut: number
  keptInPart: number
  failure: string | null
  createdBy: string
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const LIST = `id, file_name as "fileName", size, status, sheet, checked, reached_line as "reachedLine", bytes_taken as "bytesTaken", rows_seen as rows, added, known,
  left_out as "leftOut", kept_in_part as "keptInPart", failure, created_by as "createdBy", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt", mapping`
const LISTED = sql.raw(LIST)
const WHOLE = sql.raw(`${LIST}, preview`)

export async function addImport(
  tx: Tx,
  workspaceId: string,
  row: {
    id: string
    fileName: string
    size: number
    sheet: string | null
    mapping: ImportMapping
    preview: Preview
    createdBy: string
    createdAt: Date
  },
): Promise<void> {
  await sql`insert into listen.import (workspace_id, id, file_name, size, sheet, mapping, preview, created_by, created_at)
    values (${workspaceId}, ${row.id}, ${row.fileName}, ${row.size}, ${row.sheet}, ${JSON.stringify(row.mapping)}::jsonb, ${JSON.stringify(row.preview)}::jsonb, ${row.createdBy}, ${row.createdAt})`.execute(
    tx,
  )
}

export async function findImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  const { rows } =
    await sql<ImportRecord>`select ${WHOLE} from listen.import where workspace_id = platform.workspace() and id = ${id}`.execute(
      tx,
    )
  return rows[0]
}

/** Holds the import for this transaction, so that two runs of it cannot both believe to be the one. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  const { rows } =
    await sql<ImportRecord>`select ${WHOLE} from listen.import where workspace_id = platform.workspace() and id = ${id} for update`.execute(
      tx,
    )
  return rows[0]
}

export async function listImports(
  tx: Tx,
  limit: number,
  after: (string | number | null)[] | null,
): Promise<Omit<ImportRecord, 'preview'>[]> {
  const from = after ? sql`and (created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  const { rows } =
    await sql<ImportRecord>`select ${LISTED} from listen.import where workspace_id = platform.workspace() ${from} order by created_at desc, id desc limit ${limit}`.execute(
      tx,
    )
  return rows
}

/** Under way when a process ended. An import from the command line belongs to its command, which resumes it itself. */
export async function listUnfinished(tx: Tx): Promise<{ id: string; status: ImportRecord['status'] }[]> {
  const { rows } = await sql<{ id: string; status: ImportRecord['status'] }>`select id, status from listen.import
    where workspace_id = platform.workspace() and status in ('waiting', 'running', 'checking') and created_by <> ${COMMAND_LINE}`.execute(
    tx,
  )
  return rows
}

/** The command's own import of this very file that was killed before its end. */
export async function findBroken(tx: Tx, fileName: string, size: number): Promise<ImportRecord | undefined> {
  const { rows } =
    await sql<ImportRecord>`select ${WHOLE} from listen.import where workspace_id = platform.workspace() and created_by = ${COMMAND_LINE} and status = 'running'
    and file_name = ${fileName} and size = ${size} order by created_at desc limit 1`.execute(tx)
  return rows[0]
}

export async function changeMapping(tx: Tx, id: string, mapping: ImportMapping): Promise<void> {
  await sql`update listen.import set mapping = ${JSON.stringify(mapping)}::jsonb, checked = null where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function changeSheet(
  tx: Tx,
  id: string,
  sheet: string,
  mapping: ImportMapping,
  preview: Preview,
): Promise<void> {
  await sql`update listen.import set sheet = ${sheet}, mapping = ${JSON.stringify(mapping)}::jsonb, preview = ${JSON.stringify(preview)}::jsonb, checked = null
    where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
}

export async function setStatus(
  tx: Tx,
  id: string,
  status: ImportRecord['status'],
  extra: { failure?: string | null; startedAt?: Date; finishedAt?: Date; checked?: Tally } = {},
): Promise<void> {
  await sql`update listen.import set status = ${status}, failure = ${extra.failure ?? null}, started_at = coalesce(${extra.startedAt ?? null}, started_at), finished_at = coalesce(${extra.finishedAt ?? null}, finished_at),
    checked = coalesce(${extra.checked ? JSON.stringify(extra.checked) : null}::jsonb, checked) where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export type Portion = {
  line: number
  bytes: number
  rows: number
  added: number
  known: number
  leftOut: number
  keptInPart: number
}

export async function advance(tx: Tx, id: string, portion: Portion): Promise<void> {
  await sql`update listen.import set reached_line = greatest(reached_line, ${portion.line}), bytes_taken = ${portion.bytes}, rows_seen = rows_seen + ${portion.rows}, added = added + ${portion.added},
    known = known + ${portion.known}, left_out = left_out + ${portion.leftOut}, kept_in_part = kept_in_part + ${portion.keptInPart} where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export type IssueRow = { line: number; field: string | null; reason: string; kept: boolean; row: unknown }

export async function addIssues(
  tx: Tx,
  workspaceId: string,
  importId: string,
  from: number,
  rows: IssueRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into listen.import_issue (workspace_id, import_id, nth, line, field, reason, kept, row)
    select ${workspaceId}::uuid, ${importId}::uuid, ${from} + r.nth, r.line, r.field, r.reason, r.kept, r.row from unnest(${rows.map((row) => row.line)}::int[], ${rows.map((row) => row.field)}::text[],
      ${rows.map((row) => row.reason)}::text[], ${rows.map((row) => row.kept)}::boolean[], ${rows.map((row) => JSON.stringify(row.row))}::text[]::jsonb[]) with ordinality as r(line, field, reason, kept, row, nth)
    on conflict do nothing`.execute(tx)
}

export async function countIssues(tx: Tx, importId: string): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from listen.import_issue where workspace_id = platform.workspace() and import_id = ${importId}`.execute(
    tx,
  )
  return rows[0]!.n
}

export async function listIssues(
  tx: Tx,
  importId: string,
  after: number,
  limit: number,
): Promise<(IssueRow & { nth: number })[]> {
  const { rows } = await sql<
    IssueRow & { nth: number }
  >`select nth, line, field, reason, kept, row from listen.import_issue
    where workspace_id = platform.workspace() and import_id = ${importId} and nth > ${after} order by nth limit ${limit}`.execute(
    tx,
  )
  return rows
}

/**
 * Takes out what an import put in, a portion at a time. Ids are made in time order, so its voices lie together in the
 * primary key; the import's own id decides.
 */
export async function removeVoicesOf(
  tx: Tx,
  importId: string,
  fromId: string,
  limit: number,
): Promise<{ ids: number; last: string | null; saidAt: Date[] }> {
  const { rows } = await sql<{ id: string; saidAt: Date; mine: boolean }>`
    with portion as (select id, said_at, import_id from listen.voice where workspace_id = platform.workspace() and id > ${fromId}::uuid order by id limit ${limit}),
      gone as (delete from listen.voice v using portion p where v.workspace_id = platform.workspace() and v.id = p.id and p.import_id = ${importId} returning v.id)
    select p.id, p.said_at as "saidAt", (p.import_id is not distinct from ${importId}::uuid) as mine from portion p order by p.id`.execute(
    tx,
  )
  const mine = rows.filter((row) => row.mine)
  return { ids: mine.length, last: rows.at(-1)?.id ?? null, saidAt: mine.map((row) => row.saidAt) }
}

/** All of them, held: somebody is looked for in each. */
export async function listEveryImport(tx: Tx): Promise<ImportRecord[]> {
  const { rows } =
    await sql<ImportRecord>`select ${WHOLE} from listen.import where workspace_id = platform.workspace() order by id for update`.execute(
      tx,
    )
  return rows
}

export async function scrubImport(
  tx: Tx,
  id: string,
  change: Pick<ImportRecord, 'fileName' | 'sheet' | 'mapping' | 'preview' | 'failure'> & {
    status?: ImportRecord['status']
  },
): Promise<void> {
  await sql`update listen.import set file_name = ${change.fileName}, sheet = ${change.sheet}, failure = ${change.failure}, status = coalesce(${change.status ?? null}, status),
    mapping = ${JSON.stringify(change.mapping)}::jsonb, preview = ${JSON.stringify(change.preview)}::jsonb where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function removeIssuesNaming(tx: Tx, marks: string[]): Promise<number> {
  const result = await sql`delete from listen.import_issue where workspace_id = platform.workspace()
    and exists (select from unnest(${marks}::text[]) as mark where position(mark in lower(row::text || ' ' || reason || ' ' || coalesce(field, ''))) > 0)`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0)
}
