/** SQL of overrides. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { VerdictCount } from '#understand'
import type { Because } from './contract.ts'

export type OverrideRow = {
  voiceId: string
  rule: string
  weight: number
  because: Because
  note: string
  byId: string | null
  byName: string
  at: Date
  openedAt: Date
}

/** False where somebody else said so in the same moment. */
export async function addOverride(tx: Tx, workspaceId: string, row: OverrideRow): Promise<boolean> {
  const { rows } =
    await sql`insert into act.override (workspace_id, voice_id, rule, weight, because, note, by_id, by_name, at, opened_at)
    values (${workspaceId}, ${row.voiceId}, ${row.rule}, ${row.weight}, ${row.because}, ${row.note}, ${row.byId}, ${row.byName}, ${row.at}, ${row.openedAt})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function findOverride(tx: Tx, voiceId: string): Promise<OverrideRow | undefined> {
  const { rows } =
    await sql<OverrideRow>`select voice_id as "voiceId", rule, weight, because, note, by_id as "byId", by_name as "byName", at, opened_at as "openedAt"
    from act.override where workspace_id = platform.workspace() and voice_id = ${voiceId}`.execute(tx)
  return rows[0]
}

export async function removeOverride(tx: Tx, voiceId: string): Promise<boolean> {
  const result =
    await sql`delete from act.override where workspace_id = platform.workspace() and voice_id = ${voiceId}`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

/** What rules put on Today since a day, and how much of it somebody took off again. What people put there is not a verdict. */
export async function countPutThere(tx: Tx, since: Date): Promise<VerdictCount[]> {
  const { rows } = await sql<VerdictCount>`
    with put as (
      select reason->>'rule' as rule, opened_at, false as off from act.case where workspace_id = platform.workspace() and opened_at >= ${since} and reason->>'rule' <> 'person'
      union all select rule, opened_at, true from act.override where workspace_id = platform.workspace() and opened_at >= ${since} and rule <> 'person')
    select '' as dimension, '' as value, count(*) as verdicts, count(*) filter (where off) as disagreed from put
    union all select * from (select 'rule', rule, count(*), count(*) filter (where off) from put group by rule order by 3 desc) a
    union all select * from (select 'month', to_char(opened_at at time zone 'UTC', 'YYYY-MM'), count(*), count(*) filter (where off) from put group by 2 order by 2) b`.execute(
    tx,
  )
  return rows
}
