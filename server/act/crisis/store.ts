/** SQL of cases for few eyes. */
import { sql } from 'kysely'
import type { Tx } from '#platform'

/**
 * A case follows its voice, whoever has it in hand: turned into an emergency it loses every figure and stands first again,
 * also where somebody had closed it; no longer one it is an ordinary case.
 */
export async function alignCases(tx: Tx, voiceIds: string[]): Promise<void> {
  if (voiceIds.length === 0) return
  await sql`update act.case c set crisis = true, tier = 2, strong_distress = true, strength = 1, impact = 1, intensity = 0, urgency = 0, kind = 'crisis', family = null, history = false,
      reason = c.reason || '{"rule":"crisis","sentiment":null,"family":null,"intensity":0,"urgency":0,"confidence":0,"quote":null,"score":null,"orders":0,"since":null,"troubles":0,"impact":[],"version":null}'::jsonb,
      status = case when c.status = 'resolved' then 'open' else c.status end, resolved_at = null, resolved_by = null, resolved_by_name = null, assignee_id = case when c.status = 'taken' then c.assignee_id end,
      assignee_name = case when c.status = 'taken' then c.assignee_name end
    from listen.voice v where c.workspace_id = platform.workspace() and c.voice_id = any(${voiceIds}::uuid[]) and v.workspace_id = c.workspace_id and v.id = c.voice_id and v.crisis and not c.crisis`.execute(
    tx,
  )
  await sql`update act.case c set crisis = false, tier = 0, kind = 'other', reason = c.reason || '{"rule":"person"}'::jsonb
    from listen.voice v where c.workspace_id = platform.workspace() and c.voice_id = any(${voiceIds}::uuid[]) and v.workspace_id = c.workspace_id and v.id = c.voice_id and v.calm and c.crisis`.execute(
    tx,
  )
}

/** Whether a crisis still waits for a first hand, and nobody was told by mail; then they count as told. */
export async function claimUnseen(tx: Tx, caseId: string, now: Date): Promise<boolean> {
  const result =
    await sql`update act.case set crisis_told_at = ${now} where workspace_id = platform.workspace() and id = ${caseId} and crisis and status = 'open' and not touched and crisis_told_at is null`.execute(
      tx,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function forgetTold(tx: Tx, caseId: string): Promise<void> {
  await sql`update act.case set crisis_told_at = null where workspace_id = platform.workspace() and id = ${caseId}`.execute(
    tx,
  )
}

export async function casesOfVoices(tx: Tx, voiceIds: string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from act.case where workspace_id = platform.workspace() and voice_id = any(${voiceIds}::uuid[]) and crisis and status = 'open'`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** Voices of crises closed before a moment. */
export async function listClosedBefore(tx: Tx, before: Date): Promise<string[]> {
  const { rows } = await sql<{
    voiceId: string
  }>`select voice_id as "voiceId" from act.case where workspace_id = platform.workspace() and crisis and status = 'resolved' and resolved_at < ${before}`.execute(
    tx,
  )
  return rows.map((row) => row.voiceId)
}
