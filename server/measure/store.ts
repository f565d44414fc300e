/** SQL of measure: reading the counts. How they are made stands in counting/store.ts. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform'
import { COLUMNS, type Counts } from './counts.ts'
import { wholeMonths, type Period, type Unit } from './period.ts'

type CountsRow = Record<string, number> & { day?: string; dimension?: string; value?: string }

const SUMS = sql.join(COLUMNS.map((column) => sql`sum(${sql.ref(column)}) as ${sql.ref(column)}`))

const within = (table: 'day_count' | 'month_count', { from, to }: Period, where: RawBuilder<unknown>) =>
  sql`select * from ${sql.table(`measure.${table}`)} where workspace_id = platform.workspace() and day between ${from}::date and ${to}::date and ${where}`

/** The fewest rows that add up to the period: whole months from months, the rest from days. */
function piecesOf(period: Period, where: RawBuilder<unknown>, byDay: boolean): RawBuilder<unknown> {
  if (byDay) return within('day_count', period, where)
  const { months, edges } = wholeMonths(period)
  return sql.join(
    [
      ...(months ? [within('month_count', months, where)] : []),
      ...edges.map((edge) => within('day_count', edge, where)),
    ],
    sql` union all `,
  )
}

const ofPart = (dimension: string, value: string) => sql`dimension = ${dimension} and value = ${value}`

/** Everything, or one value of a dimension, per unit of time. */
export async function listCounts(
  tx: Tx,
  part: { dimension: string; value: string },
  period: Period,
  unit: Unit,
): Promise<{ day: string; counts: Counts }[]> {
  const pieces = piecesOf(period, ofPart(part.dimension, part.value), unit !== 'month')
  const { rows } = await sql<
    CountsRow & { day: string }
  >`select date_trunc(${unit}, day)::date as day, ${SUMS} from (${pieces}) as piece group by 1 order by 1`.execute(tx)
  return rows.map(({ day, ...counts }) => ({ day, counts: counts as Counts }))
}

export async function sumCounts(tx: Tx, part: { dimension: string; value: string }, period: Period): Promise<Counts> {
  const { rows } =
    await sql<CountsRow>`select ${SUMS} from (${piecesOf(period, ofPart(part.dimension, part.value), false)}) as piece`.execute(
      tx,
    )
  return withoutNulls(rows[0] ?? {})
}

export type PartCounts = { dimension: string; value: string; counts: Counts }

/** Every value of every dimension in a period. */
export async function sumByPart(tx: Tx, period: Period): Promise<PartCounts[]> {
  const { rows } = await sql<CountsRow & { dimension: string; value: string }>`
    select dimension, value, ${SUMS} from (${piecesOf(period, sql`dimension > ''`, false)}) as piece group by dimension, value order by sum(voices) desc, value`.execute(
    tx,
  )
  return rows.map(({ dimension, value, ...counts }) => ({ dimension, value, counts: counts as Counts }))
}

/** Only how many voices, for "how many before". */
export async function countVoicesByPart(tx: Tx, period: Period, dimensions: string[]): Promise<Map<string, number>> {
  if (dimensions.length === 0) return new Map()
  const { rows } = await sql<{ dimension: string; value: string; voices: number }>`
    select dimension, value, sum(voices) as voices from (${piecesOf(period, sql`dimension = any(${dimensions}::text[])`, false)}) as piece group by dimension, value`.execute(
    tx,
  )
  return new Map(rows.map((row) => [`${row.dimension}=${row.value}`, row.voices]))
}

export type Freshness = {
  timezone: string
  firstDay: string | null
  lastDay: string | null
  countedAt: Date | null
  stale: number
}

export async function findFreshness(tx: Tx): Promise<Freshness> {
  const { rows } = await sql<Freshness>`
    select w.timezone, c.counted_at as "countedAt",
      (select min(day) from measure.month_count where workspace_id = platform.workspace() and dimension = '') as "firstDay",
      (select max(day) from measure.month_count where workspace_id = platform.workspace() and dimension = '') as "lastDay",
      (select count(*) from measure.stale_day where workspace_id = platform.workspace()) as stale
    from trust.workspace w left join measure.counting c on c.workspace_id = w.workspace_id
    where w.workspace_id = platform.workspace()`.execute(tx)
  return rows[0] ?? { timezone: 'UTC', countedAt: null, firstDay: null, lastDay: null, stale: 0 }
}

export async function listSurveyNames(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from listen.survey where workspace_id = platform.workspace()`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}

const withoutNulls = (row: Record<string, number | null>): Counts =>
  Object.fromEntries(Object.entries(row).filter((entry): entry is [string, number] => entry[1] !== null))

export type CaseTotals = {
  opened: number
  answered: number
  open: number
  reopened: number
  judged: number
  inTime: number
}

/** What came up in a span of time, leaving out history, for which nobody was waiting. */
const CASES = (from: Date, to: Date) => sql`
  select status, reopened_count, cause, answered_at, date_part('epoch', answered_at - waiting_since) / 3600 as hours, waiting_since
  from act.case where workspace_id = platform.workspace() and waiting_since >= ${from} and waiting_since < ${to} and not history`

export async function sumCases(tx: Tx, from: Date, to: Date, now: Date): Promise<CaseTotals> {
  const { rows } = await sql<CaseTotals>`
    select count(*) as opened, count(answered_at) as answered, count(*) filter (where answered_at is null) as open, count(*) filter (where reopened_count > 0) as reopened,
      count(*) filter (where answered_at is not null or waiting_since <= ${now}::timestamptz - interval '1 day') as judged, count(*) filter (where hours <= 24) as "inTime"
    from (${CASES(from, to)}) as c`.execute(tx)
  return rows[0]!
}

/** Hours waited, at the given ranks of all `n` waits (1 is the shortest). */
export async function waitsAtRanks(tx: Tx, from: Date, to: Date, n: number, ranks: number[]): Promise<number[]> {
  if (ranks.length === 0) return []
  // The first wait whose share of all is at least this: half a rank below its own, so that rounding cannot miss it.
  const shares = ranks.map((rank) => (rank - 0.5) / n)
  const { rows } = await sql<{ hours: number[] | null }>`
    select percentile_disc(${shares}::float8[]) within group (order by hours) as hours from (${CASES(from, to)}) as c where answered_at is not null`.execute(
    tx,
  )
  return rows[0]?.hours ?? ranks.map(() => 0)
}

/** Causes are for a glance, so the latest cases speak for all: their number must not grow with the span. */
const GLANCE = 2_000

export async function listCauses(tx: Tx, from: Date, to: Date): Promise<{ cause: string; count: number }[]> {
  const { rows } = await sql<{
    cause: string
    count: number
  }>`select cause, count(*) as count from (${CASES(from, to)} and answered_at is not null order by waiting_since desc limit ${GLANCE}) as latest
    where cause is not null and cause <> '' group by cause order by count(*) desc, cause limit 6`.execute(tx)
  return rows
}

/** When the days of a period begin and end, as instants. */
export async function instantsOf(tx: Tx, { from, to }: Period, timezone: string): Promise<{ from: Date; to: Date }> {
  const { rows } = await sql<{ from: Date; to: Date }>`
    select ${from}::timestamp at time zone ${timezone} as from, (${to}::date + 1)::timestamp at time zone ${timezone} as to`.execute(
    tx,
  )
  return rows[0]!
}

export async function findBreakdown(tx: Tx): Promise<string[] | null> {
  const { rows } = await sql<{
    attributes: string[]
  }>`select attributes from measure.breakdown where workspace_id = platform.workspace()`.execute(tx)
  return rows[0]?.attributes ?? null
}

export async function setBreakdown(tx: Tx, workspaceId: string, attributes: string[]): Promise<void> {
  await sql`insert into measure.breakdown (workspace_id, attributes) values (${workspaceId}, ${attributes}::text[])
    on conflict (workspace_id) do update set attributes = excluded.attributes, chosen_at = now()`.execute(tx)
}

export async function removeBreakdown(tx: Tx): Promise<void> {
  await sql`delete from measure.breakdown where workspace_id = platform.workspace()`.execute(tx)
}
