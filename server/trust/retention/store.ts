/** SQL of retention: the rules, what went, and what would go, made from what the capabilities declare. */
import { sql } from 'kysely'
import type { Holding, Retained, Tx } from '#platform'

export type Rule = { kind: string; months: number; by: string; decidedAt: Date }
export type Run = { kind: string; months: number; gone: number; at: Date }
/** A table with how its age is told. */
export type Aged = Holding & { retained: Retained }

const MINE = sql`workspace_id = platform.workspace()`

export async function listRules(tx: Tx): Promise<Rule[]> {
  const { rows } =
    await sql<Rule>`select kind, months, by_name as by, decided_at as "decidedAt" from trust.retention_rule where ${MINE}`.execute(
      tx,
    )
  return rows
}

export async function putRule(tx: Tx, workspaceId: string, rule: Rule): Promise<void> {
  await sql`insert into trust.retention_rule (workspace_id, kind, months, by_name, decided_at) values (${workspaceId}, ${rule.kind}, ${rule.months}, ${rule.by}, ${rule.decidedAt})
    on conflict (workspace_id, kind) do update set months = excluded.months, by_name = excluded.by_name, decided_at = excluded.decided_at`.execute(
    tx,
  )
}

export async function removeRule(tx: Tx, kind: string): Promise<void> {
  await sql`delete from trust.retention_rule where ${MINE} and kind = ${kind}`.execute(tx)
}

export async function addRun(tx: Tx, workspaceId: string, run: Run & { id: string }): Promise<void> {
  await sql`insert into trust.retention_run (workspace_id, id, kind, months, gone, at) values (${workspaceId}, ${run.id}, ${run.kind}, ${run.months}, ${run.gone}, ${run.at})`.execute(
    tx,
  )
}

export async function listRuns(tx: Tx, limit: number): Promise<Run[]> {
  const { rows } =
    await sql<Run>`select kind, months, gone, at from trust.retention_run where ${MINE} order by at desc, id desc limit ${limit}`.execute(
      tx,
    )
  return rows
}

/** Rows older than a day. `held`: of frozen persons, which stay whatever the rule says. */
function aged(holding: Aged, before: Date, held: boolean) {
  const { age, where } = holding.retained
  const frozen = holding.person
    ? sql`exists (select from trust.restriction x where x.workspace_id = t.workspace_id and x.person_id = t.${sql.ref(holding.person)} and x.kind = 'frozen')`
    : sql`false`
  return sql`from ${sql.table(holding.table)} t where t.workspace_id = platform.workspace() and t.${sql.ref(age)} < ${before}
    and ${where ? sql.raw(where) : sql`true`} and ${held ? frozen : sql`not ${frozen}`}`
}

/** Somebody has not been heard of since: no row of theirs that tells of contact is younger. */
function idle(holding: Aged, holdings: readonly Holding[], before: Date) {
  const contacts = holdings.filter((one) => one.contact && one.person && one.table !== holding.table)
  const none = contacts.map(
    (one) =>
      sql`not exists (select from ${sql.table(one.table)} c where c.workspace_id = t.workspace_id and c.${sql.ref(one.person!)} = t.id and c.${sql.ref(one.contact!)} >= ${before})`,
  )
  return none.length > 0 ? sql`and ${sql.join(none, sql` and `)}` : sql``
}

const only = (holding: Aged, holdings: readonly Holding[], before: Date) =>
  holding.retained.idle ? idle(holding, holdings, before) : sql``

export async function listAged(
  tx: Tx,
  holdings: readonly Holding[],
  holding: Aged,
  before: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select t.id ${aged(holding, before, false)} ${only(holding, holdings, before)}
    order by t.${sql.ref(holding.retained.age)} limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}

export async function countHeld(tx: Tx, holdings: readonly Holding[], holding: Aged, before: Date): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n ${aged(holding, before, true)} ${only(holding, holdings, before)}`.execute(tx)
  return rows[0]!.n
}

export async function countByMonth(
  tx: Tx,
  holdings: readonly Holding[],
  holding: Aged,
  before: Date,
): Promise<{ month: string; count: number }[]> {
  const { rows } = await sql<{ month: string; count: number }>`
    select to_char(t.${sql.ref(holding.retained.age)} at time zone 'UTC', 'YYYY-MM') as month, count(*) as count ${aged(holding, before, false)} ${only(holding, holdings, before)} group by 1 order by 1`.execute(
    tx,
  )
  return rows
}

export async function listExamples(
  tx: Tx,
  holdings: readonly Holding[],
  holding: Aged,
  before: Date,
  limit: number,
): Promise<{ at: Date; says: string }[]> {
  const { age, says } = holding.retained
  const { rows } = await sql<{
    at: Date
    says: string
  }>`select t.${sql.ref(age)} as at, left(coalesce(${sql.raw(says)}, ''), 140) as says
    ${aged(holding, before, false)} ${only(holding, holdings, before)} order by t.${sql.ref(age)} limit ${limit}`.execute(
    tx,
  )
  return rows
}

/** What hangs on these rows goes with them, by the database's own keys. */
export async function removeAged(tx: Tx, holding: Aged, ids: string[]): Promise<number> {
  const result = await sql`delete from ${sql.table(holding.table)} where ${MINE} and id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0)
}
