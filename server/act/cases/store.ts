/** SQL of cases. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Family } from '#engine'
import type { Reason, STEP_KINDS } from '../contract.ts'

export type CaseRecord = {
  id: string
  voiceId: string
  personId: string | null
  status: 'open' | 'taken' | 'resolved'
  history: boolean
  tier: number
  strength: number
  impact: number
  intensity: number
  urgency: number
  kind: string
  family: Family | null
  strongDistress: boolean
  crisis: boolean
  reason: Reason
  saidAt: Date
  openedAt: Date
  waitingSince: Date
  dueAt: Date | null
  touched: boolean
  assigneeId: string | null
  assigneeName: string | null
  takenAt: Date | null
  answeredAt: Date | null
  resolvedAt: Date | null
  resolvedBy: string | null
  resolvedByName: string | null
  cause: string | null
  done: string | null
  askedAt: Date | null
  feltHeard: boolean | null
  feltHeardAt: Date | null
  reopenedCount: number
}

export const CASE = sql`c.id, c.voice_id as "voiceId", c.person_id as "personId", c.status, c.history, c.tier, c.strength, c.impact, c.intensity, c.urgency, c.kind, c.family,
  c.strong_distress as "strongDistress", c.crisis, c.reason, c.said_at as "saidAt", c.opened_at as "openedAt", c.waiting_since as "waitingSince", c.due_at as "dueAt", c.touched,
  c.assignee_id as "assigneeId", c.assignee_name as "assigneeName", c.taken_at as "takenAt", c.answered_at as "answeredAt", c.resolved_at as "resolvedAt", c.resolved_by as "resolvedBy",
  c.resolved_by_name as "resolvedByName", c.cause, c.done, c.asked_at as "askedAt", c.felt_heard as "feltHeard", c.felt_heard_at as "feltHeardAt", c.reopened_count as "reopenedCount"`

export type NewCase = Pick<
  CaseRecord,
  | 'id'
  | 'voiceId'
  | 'personId'
  | 'history'
  | 'tier'
  | 'strength'
  | 'impact'
  | 'intensity'
  | 'urgency'
  | 'kind'
  | 'family'
  | 'strongDistress'
  | 'crisis'
  | 'reason'
  | 'saidAt'
  | 'openedAt'
  | 'waitingSince'
  | 'dueAt'
> & { batch: string; touched: boolean }

/** Opens cases; a voice that already has one keeps it. Returns the ids that are new. */
export async function addCases(tx: Tx, workspaceId: string, rows: NewCase[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const all = <Value>(pick: (row: NewCase) => Value) => rows.map(pick)
  const { rows: added } = await sql<{ id: string }>`
    insert into act.case (workspace_id, id, voice_id, person_id, history, batch, tier, strength, impact, intensity, urgency, kind, family, strong_distress, crisis, reason, said_at, opened_at, waiting_since, due_at, touched)
    select ${workspaceId}::uuid, * from unnest(${all((row) => row.id)}::uuid[], ${all((row) => row.voiceId)}::uuid[], ${all((row) => row.personId)}::uuid[], ${all((row) => row.history)}::bool[], ${all((row) => row.batch)}::uuid[],
      ${all((row) => row.tier)}::int[], ${all((row) => row.strength)}::real[], ${all((row) => row.impact)}::real[], ${all((row) => row.intensity)}::real[], ${all((row) => row.urgency)}::real[], ${all((row) => row.kind)}::text[],
      ${all((row) => row.family)}::text[], ${all((row) => row.strongDistress)}::bool[], ${all((row) => row.crisis)}::bool[], ${all((row) => JSON.stringify(row.reason))}::text[]::jsonb[], ${all((row) => row.saidAt)}::timestamptz[],
      ${all((row) => row.openedAt)}::timestamptz[], ${all((row) => row.waitingSince)}::timestamptz[], ${all((row) => row.dueAt)}::timestamptz[], ${all((row) => row.touched)}::bool[])
    on conflict (workspace_id, voice_id) do nothing returning id`.execute(tx)
  return new Set(added.map((row) => row.id))
}

/** What a new reading changes in cases nobody has touched: their weight and their reason, never since when they wait. */
export async function reweighCases(tx: Tx, rows: NewCase[]): Promise<void> {
  if (rows.length === 0) return
  const all = <Value>(pick: (row: NewCase) => Value) => rows.map(pick)
  await sql`update act.case c set tier = n.tier, strength = n.strength, impact = n.impact, intensity = n.intensity, urgency = n.urgency, kind = n.kind, family = n.family,
      strong_distress = n.distress, crisis = n.crisis, reason = n.reason::jsonb, person_id = n.person_id
    from unnest(${all((row) => row.voiceId)}::uuid[], ${all((row) => row.personId)}::uuid[], ${all((row) => row.tier)}::int[], ${all((row) => row.strength)}::real[], ${all((row) => row.impact)}::real[], ${all((row) => row.intensity)}::real[],
      ${all((row) => row.urgency)}::real[], ${all((row) => row.kind)}::text[], ${all((row) => row.family)}::text[], ${all((row) => row.strongDistress)}::bool[], ${all((row) => row.crisis)}::bool[], ${all((row) => JSON.stringify(row.reason))}::text[])
      as n(voice_id, person_id, tier, strength, impact, intensity, urgency, kind, family, distress, crisis, reason)
    where c.workspace_id = platform.workspace() and c.voice_id = n.voice_id and not c.touched and c.status = 'open'`.execute(
    tx,
  )
}

export async function withdrawCases(tx: Tx, voiceIds: string[]): Promise<string[]> {
  if (voiceIds.length === 0) return []
  const { rows } = await sql<{
    id: string
  }>`delete from act.case where workspace_id = platform.workspace() and voice_id = any(${voiceIds}::uuid[]) and not touched and status = 'open' returning id`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** Somebody said that it does not belong on Today; what they said is kept in act.override. */
export async function removeCase(tx: Tx, id: string): Promise<void> {
  await sql`delete from act.case where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
}

/** Keeps the strongest of an import's history and lets go of the rest, as long as nobody touched them. */
export async function trimHistory(tx: Tx, batch: string, kept: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`delete from act.case where workspace_id = platform.workspace() and not touched and id in (
    select id from act.case where workspace_id = platform.workspace() and batch = ${batch} and history order by tier desc, weight desc offset ${kept}) returning id`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** One at a time may choose among the history of an import, or two at once would each keep its own strongest. */
export async function holdBatch(tx: Tx, batch: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('act.history ' || platform.workspace() || ${batch}, 0))`.execute(
    tx,
  )
}

/** The weight a history voice of this import must beat, once its places are taken. */
export async function historyFloor(tx: Tx, batch: string, kept: number): Promise<number> {
  const { rows } = await sql<{
    weight: number
  }>`select weight from act.case where workspace_id = platform.workspace() and batch = ${batch} and history order by tier desc, weight desc offset ${kept - 1} limit 1`.execute(
    tx,
  )
  return rows[0]?.weight ?? -1
}

export async function findCase(tx: Tx, id: string, lock = false): Promise<CaseRecord | undefined> {
  const { rows } =
    await sql<CaseRecord>`select ${CASE} from act.case c where c.workspace_id = platform.workspace() and c.id = ${id} ${lock ? sql`for update` : sql``}`.execute(
      tx,
    )
  return rows[0]
}

export async function findCasesOfVoices(tx: Tx, voiceIds: string[]): Promise<CaseRecord[]> {
  if (voiceIds.length === 0) return []
  const { rows } =
    await sql<CaseRecord>`select ${CASE} from act.case c where c.workspace_id = platform.workspace() and c.voice_id = any(${voiceIds}::uuid[])`.execute(
      tx,
    )
  return rows
}

type Hand = { id: string | null; name: string }

export async function takeCase(tx: Tx, id: string, hand: Hand, now: Date): Promise<void> {
  await sql`update act.case set status = 'taken', touched = true, assignee_id = ${hand.id}, assignee_name = ${hand.name}, taken_at = ${now} where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function releaseCase(tx: Tx, id: string): Promise<void> {
  await sql`update act.case set status = 'open', assignee_id = null, assignee_name = null, taken_at = null where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function resolveCase(
  tx: Tx,
  id: string,
  by: Hand,
  input: { cause: string; done: string },
  now: Date,
): Promise<void> {
  await sql`update act.case set status = 'resolved', touched = true, resolved_at = ${now}, resolved_by = ${by.id}, resolved_by_name = ${by.name}, cause = ${input.cause}, done = ${input.done},
    answered_at = coalesce(answered_at, ${now}) where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
}

/** Back among the open ones. `first`: before all that only wait (somebody said no). Otherwise it is what it was before. */
export async function reopenCase(
  tx: Tx,
  id: string,
  back: { first: boolean; keepHand: boolean; forgetAnswer: boolean },
): Promise<void> {
  await sql`update act.case set resolved_at = null, resolved_by = null, resolved_by_name = null, reopened_count = reopened_count + ${back.first ? 1 : 0},
    answered_at = case when ${back.forgetAnswer}::bool then null else answered_at end,
    cause = case when ${back.first}::bool then cause end, done = case when ${back.first}::bool then done end,
    history = case when ${back.first}::bool then false else history end,
    tier = case when ${back.first}::bool then greatest(tier, 1) else tier end,
    status = case when ${back.keepHand}::bool and assignee_name is not null then 'taken' else 'open' end,
    assignee_id = case when ${back.keepHand}::bool then assignee_id end, assignee_name = case when ${back.keepHand}::bool then assignee_name end, taken_at = case when ${back.keepHand}::bool then taken_at end
    where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
}

/** The outcome of cases that were looked after elsewhere, each at its own time. */
export type SettledCase = Pick<
  CaseRecord,
  | 'id'
  | 'status'
  | 'tier'
  | 'takenAt'
  | 'answeredAt'
  | 'resolvedAt'
  | 'cause'
  | 'done'
  | 'askedAt'
  | 'feltHeard'
  | 'feltHeardAt'
  | 'reopenedCount'
> & { assigneeName: string | null; resolvedByName: string | null }

export async function settleCases(tx: Tx, rows: SettledCase[]): Promise<void> {
  if (rows.length === 0) return
  const all = <Value>(pick: (row: SettledCase) => Value) => rows.map(pick)
  await sql`update act.case c set status = n.status, tier = n.tier, touched = true, assignee_name = n.assignee, taken_at = n.taken_at, answered_at = n.answered_at, resolved_at = n.resolved_at,
      resolved_by_name = n.resolved_by, cause = n.cause, done = n.done, asked_at = n.asked_at, felt_heard = n.felt_heard, felt_heard_at = n.felt_heard_at, reopened_count = n.reopened
    from unnest(${all((row) => row.id)}::uuid[], ${all((row) => row.status)}::text[], ${all((row) => row.tier)}::int[], ${all((row) => row.assigneeName)}::text[], ${all((row) => row.takenAt)}::timestamptz[],
      ${all((row) => row.answeredAt)}::timestamptz[], ${all((row) => row.resolvedAt)}::timestamptz[], ${all((row) => row.resolvedByName)}::text[], ${all((row) => row.cause)}::text[], ${all((row) => row.done)}::text[],
      ${all((row) => row.askedAt)}::timestamptz[], ${all((row) => row.feltHeard)}::bool[], ${all((row) => row.feltHeardAt)}::timestamptz[], ${all((row) => row.reopenedCount)}::int[])
      as n(id, status, tier, assignee, taken_at, answered_at, resolved_at, resolved_by, cause, done, asked_at, felt_heard, felt_heard_at, reopened)
    where c.workspace_id = platform.workspace() and c.id = n.id`.execute(tx)
}

export async function addNotes(
  tx: Tx,
  workspaceId: string,
  rows: { id: string; caseId: string; author: Hand; text: string; at: Date }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into act.note (workspace_id, id, case_id, author_id, author_name, text, at)
    select ${workspaceId}::uuid, * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.caseId)}::uuid[], ${rows.map((row) => row.author.id)}::uuid[],
      ${rows.map((row) => row.author.name)}::text[], ${rows.map((row) => row.text)}::text[], ${rows.map((row) => row.at)}::timestamptz[])`.execute(
    tx,
  )
}

export async function markAsked(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update act.case set asked_at = ${now}, touched = true where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function markHeard(tx: Tx, id: string, answer: boolean, now: Date): Promise<void> {
  await sql`update act.case set felt_heard = ${answer}, felt_heard_at = ${now}, touched = true, 
    tier = case when crisis then 2 when ${answer}::bool then 0 else 1 end where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function addNote(
  tx: Tx,
  workspaceId: string,
  row: { id: string; caseId: string; author: Hand; text: string; at: Date },
): Promise<void> {
  await sql`insert into act.note (workspace_id, id, case_id, author_id, author_name, text, at) values (${workspaceId}, ${row.id}, ${row.caseId}, ${row.author.id}, ${row.author.name}, ${row.text}, ${row.at})`.execute(
    tx,
  )
  await sql`update act.case set touched = true where workspace_id = ${workspaceId} and id = ${row.caseId} and not touched`.execute(
    tx,
  )
}

/** Whether a person wrote something since the case was last opened. */
export async function hasNoteSince(tx: Tx, caseId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from act.note n where n.workspace_id = platform.workspace() and n.case_id = ${caseId} and n.author_id is not null and n.at >=
    coalesce((select max(s.at) from act.step s where s.workspace_id = platform.workspace() and s.case_id = ${caseId} and s.kind = 'reopened' and s.detail->>'undo' is null), '-infinity') limit 1`.execute(
      tx,
    )
  return rows.length > 0
}

export type NewStep = {
  id: string
  caseId: string
  kind: (typeof STEP_KINDS)[number]
  by: Hand
  at: Date
  detail?: Record<string, unknown>
}

export async function addSteps(tx: Tx, workspaceId: string, rows: NewStep[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into act.step (workspace_id, id, case_id, kind, by_id, by_name, at, detail)
    select ${workspaceId}::uuid, s.id, s.case_id, s.kind, s.by_id, s.by_name, s.at, s.detail::jsonb
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.caseId)}::uuid[], ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.by.id)}::uuid[], ${rows.map((row) => row.by.name)}::text[],
      ${rows.map((row) => row.at)}::timestamptz[], ${rows.map((row) => JSON.stringify(row.detail ?? {}))}::text[]) as s(id, case_id, kind, by_id, by_name, at, detail)`.execute(
    tx,
  )
}
