/**
 * SQL of erasure and export: statements made from what the capabilities declare, so that no table is forgotten. Names of
 * tables and columns come from declarations in the code alone, never from a request.
 */
import { sql, type RawBuilder } from 'kysely'
import type { Holding, Subject, Tx } from '#platform'

type Holdings = readonly Holding[]

const tableOf = (name: string) => sql.table(name)
const MINE = sql`workspace_id = platform.workspace()`

/** Every condition under which a row of this table is the person's, each of which can use an index of its own. */
function waysOf(holdings: Holdings, holding: Holding, personIds: string[]): RawBuilder<unknown>[] {
  return [
    ...(holding.person ? [sql`${sql.ref(holding.person)} = any(${personIds}::uuid[])`] : []),
    ...(holding.through ?? []).flatMap(({ column, parent }) => {
      const whose = whoseRows(holdings, parent, personIds, 'id')
      return whose ? [sql`${sql.ref(column)} in (${whose})`] : []
    }),
  ]
}

/** The person's rows of a table as a query for one column, or null where nobody's rows are told apart. */
export function whoseRows(
  holdings: Holdings,
  table: string,
  personIds: string[],
  column: string,
): RawBuilder<unknown> | null {
  const holding = holdings.find((one) => one.table === table)
  const ways = holding ? waysOf(holdings, holding, personIds) : []
  if (ways.length === 0) return null
  return sql.join(
    ways.map((way) => sql`select ${sql.ref(column)} from ${tableOf(table)} where ${MINE} and ${way}`),
    sql` union `,
  )
}

export const isAboutPersons = (holdings: Holdings, holding: Holding): boolean =>
  waysOf(holdings, holding, []).length > 0

export async function countRows(tx: Tx, holdings: Holdings, holding: Holding, personIds: string[]): Promise<number> {
  const rows = whoseRows(holdings, holding.table, personIds, 'ctid')
  if (!rows) return 0
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from (${rows}) as theirs`.execute(tx)
  return counted[0]!.n
}

export async function listRowIds(tx: Tx, holdings: Holdings, holding: Holding, personIds: string[]): Promise<string[]> {
  const rows = whoseRows(holdings, holding.table, personIds, 'id')
  if (!rows) return []
  const { rows: found } = await sql<{ id: string }>`select id::text as id from (${rows}) as theirs`.execute(tx)
  return found.map((row) => row.id)
}

/** Takes the person's rows away, or writes over what says whose they were. Returns how many. */
export async function removeRows(tx: Tx, holdings: Holdings, holding: Holding, subject: Subject): Promise<number> {
  const rows = whoseRows(holdings, holding.table, subject.personIds, 'ctid')
  if (!rows) return 0
  const theirs = sql`ctid = any(array(${rows}))`
  const table = tableOf(holding.table)
  const strip = holding.strip?.when(subject) ? holding.strip.set : null
  const { numAffectedRows } = await (
    strip
      ? sql`update ${table} set ${sql.join(Object.entries(strip).map(([column, value]) => sql`${sql.ref(column)} = ${sql.raw(value)}`))} where ${theirs}`
      : sql`delete from ${table} where ${theirs}`
  ).execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Nothing more can be tied to these persons until the transaction ends: whoever tries waits, and then finds them gone. */
export async function holdPersons(tx: Tx, holdings: Holdings, personIds: string[]): Promise<void> {
  const persons = holdings.find((holding) => holding.person === 'id')
  if (persons)
    await sql`select from ${tableOf(persons.table)} where ${MINE} and id = any(${personIds}::uuid[]) order by id for update`.execute(
      tx,
    )
}

export type Column = { name: string; type: string }

/** What a table holds, as the database knows it: words of search and keys of workspaces left out. */
export async function listColumns(tx: Tx, table: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'workspace_id' order by a.attnum`.execute(
    tx,
  )
  return rows
}

export async function listRows(
  tx: Tx,
  holdings: Holdings,
  holding: Holding,
  personIds: string[],
  columns: string[],
  page: { limit: number; offset: number },
): Promise<Record<string, unknown>[]> {
  const rows = whoseRows(holdings, holding.table, personIds, 'ctid')
  if (!rows) return []
  const { rows: found } = await sql<{ row: Record<string, unknown> }>`
    select row_to_json(r) as row from (select ${sql.join(columns.map((column) => sql.ref(column)))} from ${tableOf(holding.table)}
      where ctid = any(array(${rows})) order by ${sql.ref(columns.includes('id') ? 'id' : columns[0]!)}, ctid limit ${page.limit} offset ${page.offset}) r`.execute(
    tx,
  )
  return found.map(({ row }) => row)
}

export type ErasureRow = {
  id: string
  requestId: string | null
  personIds: string[]
  keepOrders: boolean
  byName: string
  begunAt: Date
  stepsDone: string[]
  counts: Record<string, number>
  traces: string[]
}

const ERASURE = sql`id, request_id as "requestId", person_ids as "personIds", keep_orders as "keepOrders", by_name as "byName", begun_at as "begunAt",
  steps_done as "stepsDone", counts, traces`

export async function addErasure(
  tx: Tx,
  workspaceId: string,
  row: Omit<ErasureRow, 'stepsDone' | 'counts'>,
): Promise<void> {
  await sql`insert into trust.erasure (workspace_id, id, request_id, person_ids, keep_orders, by_name, begun_at, traces)
    values (${workspaceId}, ${row.id}, ${row.requestId}, ${row.personIds}::uuid[], ${row.keepOrders}, ${row.byName}, ${row.begunAt}, ${row.traces}::uuid[])`.execute(
    tx,
  )
}

/** Held for the transaction, so that two workers never do the same step. */
export async function lockErasure(tx: Tx, id: string): Promise<ErasureRow | undefined> {
  const { rows } =
    await sql<ErasureRow>`select ${ERASURE} from trust.erasure where ${MINE} and id = ${id} for update`.execute(tx)
  return rows[0]
}

export async function findErasureOf(tx: Tx, personIds: string[]): Promise<ErasureRow | undefined> {
  const { rows } =
    await sql<ErasureRow>`select ${ERASURE} from trust.erasure where ${MINE} and person_ids && ${personIds}::uuid[] limit 1`.execute(
      tx,
    )
  return rows[0]
}

export async function listErasures(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from trust.erasure where ${MINE} order by begun_at`.execute(tx)
  return rows.map((row) => row.id)
}

export async function noteStep(tx: Tx, id: string, step: string, counts: Record<string, number>): Promise<void> {
  await sql`update trust.erasure set steps_done = steps_done || ${step}::text, counts = counts || ${JSON.stringify(counts)}::jsonb
    where ${MINE} and id = ${id}`.execute(tx)
}

export async function removeErasure(tx: Tx, id: string): Promise<void> {
  await sql`delete from trust.erasure where ${MINE} and id = ${id}`.execute(tx)
}

/** A wish once noted stays one, whatever comes later. */
export async function addErased(
  tx: Tx,
  workspaceId: string,
  hashes: string[],
  at: Date,
  atWish: boolean,
): Promise<void> {
  await sql`insert into trust.erased (workspace_id, hash, erased_at, at_wish) select ${workspaceId}::uuid, unnest(${hashes}::text[]), ${at}, ${atWish}
    on conflict (workspace_id, hash) do update set erased_at = greatest(trust.erased.erased_at, excluded.erased_at),
      at_wish = trust.erased.at_wish or excluded.at_wish`.execute(tx)
}

export type ErasedRow = { erasedAt: Date; atWish: boolean }

export async function listErased(tx: Tx): Promise<Map<string, ErasedRow>> {
  const { rows } = await sql<
    ErasedRow & { hash: string }
  >`select hash, erased_at as "erasedAt", at_wish as "atWish" from trust.erased where ${MINE}`.execute(tx)
  return new Map(rows.map(({ hash, ...row }) => [hash, row]))
}

/** Of these those that were erased at somebody's wish. */
export async function listWished(tx: Tx, hashes: string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ hash: string; erasedAt: Date }>`select hash, erased_at as "erasedAt" from trust.erased
    where ${MINE} and at_wish and hash = any(${hashes}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.hash, row.erasedAt]))
}
