/** SQL of Today. Every list stops after a fixed number of index entries, however many cases wait. */
import { sql } from 'kysely'
import type { ScoreKind } from '#listen/contract'
import type { Tx } from '#platform'
import { waitingFactor } from '../attention/waiting.ts'
import { CASE, type CaseRecord } from '../cases/store.ts'
import { LIMITS } from '../contract.ts'
import type { Placed, Reading } from './threshold.ts'

export type TodayRow = CaseRecord & {
  excerpt: string
  title: string
  source: string
  channel: string
  scoreKind: ScoreKind | null
  score: number | null
  personName: string | null
  shownPersonId: string | null
}

const OPEN = sql`workspace_id = platform.workspace() and status = 'open' and not history`
// extract() gives numeric since PostgreSQL 14, and ln() of a numeric costs a hundred times that of a float.
const hours = (now: Date) => sql`(greatest(0, extract(epoch from ${now}::timestamptz - waiting_since)::float8) / 3600)`

/** The top of one list by attention: sorted before the two are laid together, so that only a few rows are compared twice. */
const best = (list: 'heavy' | 'early', now: Date, shown: number) =>
  sql`(select id, weight, ${hours(now)} as "waitingHours", weight * (1 + ln(1 + ${hours(now)})) as attention from ${sql.table(list)} order by attention desc, id limit ${shown})`

/** One round of the threshold algorithm over the cases of tier 0. */
export async function readOrder(tx: Tx, now: Date, depth: number, shown: number): Promise<Reading> {
  const { rows } = await sql<Placed & { listed: number; leastWeight: number; longest: number }>`
    with heavy as materialized (select id, weight, waiting_since from act.case where ${OPEN} and tier = 0 order by tier desc, weight desc limit ${depth}),
    early as materialized (select id, weight, waiting_since from act.case where ${OPEN} and tier = 0 order by tier, waiting_since limit ${depth}),
    best as (${best('heavy', now, shown)} union ${best('early', now, shown)}),
    ranked as (select * from best order by attention desc, id limit ${shown})
    select ranked.*, (select count(*) from heavy) as listed, (select min(weight) from heavy) as "leastWeight",
      (select extract(epoch from ${now}::timestamptz - max(waiting_since))::float8 / 3600 from early) as longest
    from ranked order by attention desc, id`.execute(tx)
  const first = rows[0]
  return {
    found: rows.map(({ id, weight, waitingHours, attention }) => ({ id, weight, waitingHours, attention })),
    complete: !first || first.listed < depth,
    leastWeight: first?.leastWeight ?? 0,
    leastFactor: waitingFactor(Math.max(0, first?.longest ?? 0)),
  }
}

/** Before all others: danger first, then those who did not feel heard; among equals who waits longest. */
export async function listUrgent(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from act.case where ${OPEN} and tier > 0 order by tier desc, waiting_since limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}

/** With the order turned off: those before all others, then whoever waits longest. */
export async function listEarliest(tx: Tx, limit: number): Promise<string[]> {
  const urgent = await listUrgent(tx, limit)
  if (urgent.length === limit) return urgent
  const { rows } = await sql<{
    id: string
  }>`select id from act.case where ${OPEN} and tier = 0 order by tier, waiting_since limit ${limit - urgent.length}`.execute(
    tx,
  )
  return [...urgent, ...rows.map((row) => row.id)]
}

/** `mine`: taken by this account; otherwise by everybody else. */
export async function listTaken(tx: Tx, accountId: string | null, mine: boolean, limit: number): Promise<string[]> {
  const whose = mine ? sql`assignee_id = ${accountId}` : sql`assignee_id is distinct from ${accountId}::uuid`
  const { rows } = await sql<{
    id: string
  }>`select id from act.case where workspace_id = platform.workspace() and status = 'taken' and ${whose} order by tier desc, waiting_since limit ${limit}`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

export async function listSecondLook(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from act.case where workspace_id = platform.workspace() and status = 'open' and history order by tier desc, weight desc limit ${limit}`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** Cases with what a row of the list shows, in the order of `ids`. */
export async function listRows(tx: Tx, ids: string[]): Promise<TodayRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<TodayRow>`
    select ${CASE}, left(v.text, ${LIMITS.excerpt}) as excerpt, v.title, v.source, v.channel, v.score_kind as "scoreKind", v.score,
      coalesce(nullif(q.name, ''), nullif(p.name, ''),
        (select case when i.kind = 'external' then '#' || regexp_replace(i.shown, '^[^:]*:', '') else i.shown end from people.identity i
         where i.workspace_id = platform.workspace() and i.person_id = p.id order by i.kind = 'external', i.kind limit 1), '') as "personName", coalesce(q.id, p.id) as "shownPersonId"
    from unnest(${ids}::uuid[]) with ordinality as wanted(id, nth)
    join act.case c on c.workspace_id = platform.workspace() and c.id = wanted.id
    join listen.voice v on v.workspace_id = platform.workspace() and v.id = c.voice_id
    left join people.person p on p.workspace_id = platform.workspace() and p.id = c.person_id
    left join people.person q on q.workspace_id = platform.workspace() and q.id = p.merged_into
    order by wanted.nth`.execute(tx)
  return rows
}

/** Counted up to a thousand: beyond that the exact number helps nobody and would cost every look at the page. */
export async function countToday(
  tx: Tx,
  accountId: string | null,
  now: Date,
): Promise<{
  now: number
  mine: number
  others: number
  secondLook: number
  overADay: number
  resolvedLately: number
}> {
  const most = LIMITS.counted + 1
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const count = (where: ReturnType<typeof sql>) =>
    sql`(select count(*) from (select 1 from act.case where workspace_id = platform.workspace() and ${where} limit ${most}) counted)`
  const open = sql`status = 'open' and not history`
  const { rows } = await sql<{
    now: number
    mine: number
    others: number
    secondLook: number
    overADay: number
    resolvedLately: number
  }>`
    select ${count(open)} as now, ${count(sql`status = 'taken' and assignee_id = ${accountId}`)} as mine, ${count(sql`status = 'taken' and assignee_id is distinct from ${accountId}::uuid`)} as others,
      ${count(sql`status = 'open' and history`)} as "secondLook", ${count(sql`${open} and tier in (0, 1, 2) and waiting_since < ${dayAgo}`)} as "overADay",
      ${count(sql`status = 'resolved' and resolved_at > ${dayAgo}`)} as "resolvedLately"`.execute(tx)
  return rows[0]!
}
