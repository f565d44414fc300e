/** SQL of surveys and their links. What was answered stands in store-responses.ts. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { SurveyStatus } from './contract.ts'
import type { Definition } from './definition.ts'

export type SurveyRow = {
  id: string
  name: string
  status: SurveyStatus
  definition: Definition
  revision: number
  createdAt: Date
  openedAt: Date | null
  closedAt: Date | null
  removedAt: Date | null
}
export type SurveyCounts = { started: number; finished: number; lastAnswerAt: Date | null }
export type LinkRow = {
  id: string
  surveyId: string
  tokenHash: string
  personId: string | null
  label: string
  createdAt: Date
  spentAt: Date | null
}

const SURVEY = sql`s.id, s.name, s.status, s.definition, s.revision, s.created_at as "createdAt", s.opened_at as "openedAt", s.closed_at as "closedAt", s.removed_at as "removedAt"`
const COUNTS = sql`coalesce(c.started, 0) as started, coalesce(c.finished, 0) as finished, c.last as "lastAnswerAt"`
const COUNTED = sql`left join lateral (select count(*) as started, count(r.finished_at) as finished, max(r.touched_at) as last
  from listen.response r where r.workspace_id = s.workspace_id and r.survey_id = s.id) c on true`
const LINK = sql`id, survey_id as "surveyId", token_hash as "tokenHash", person_id as "personId", label, created_at as "createdAt", spent_at as "spentAt"`

/** By knowing its address: in which workspace a survey stands. */
export async function findHome(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ home: string }>`select workspace_id as home from listen.survey where id = ${id}`.execute(
    tx,
  )
  return rows[0]?.home ?? null
}

export async function addSurvey(
  tx: Tx,
  workspaceId: string,
  row: { id: string; name: string; definition: Definition; createdAt: Date },
): Promise<void> {
  await sql`insert into listen.survey (workspace_id, id, name, definition, created_at, changed_at)
    values (${workspaceId}, ${row.id}, ${row.name}, ${JSON.stringify(row.definition)}::jsonb, ${row.createdAt}, ${row.createdAt})`.execute(
    tx,
  )
}

export async function findSurvey(tx: Tx, id: string): Promise<(SurveyRow & SurveyCounts) | undefined> {
  const { rows } = await sql<SurveyRow & SurveyCounts>`select ${SURVEY}, ${COUNTS} from listen.survey s ${COUNTED}
    where s.workspace_id = platform.workspace() and s.id = ${id}`.execute(tx)
  return rows[0]
}

/** Without counts, for the public page; `lock` keeps it from being closed while an answer is being written. */
export async function readSurvey(tx: Tx, id: string, lock: boolean = false): Promise<SurveyRow | undefined> {
  const { rows } =
    await sql<SurveyRow>`select ${SURVEY} from listen.survey s where s.workspace_id = platform.workspace() and s.id = ${id}
    ${lock ? sql`for share` : sql``}`.execute(tx)
  return rows[0]
}

export type SurveyFilter = {
  limit: number
  before: { createdAt: string; id: string } | null
  status: SurveyStatus | null
}

export async function listSurveys(
  tx: Tx,
  { limit, before, status }: SurveyFilter,
): Promise<(SurveyRow & SurveyCounts)[]> {
  const { rows } = await sql<SurveyRow & SurveyCounts>`select ${SURVEY}, ${COUNTS} from listen.survey s ${COUNTED}
    where s.workspace_id = platform.workspace() and s.removed_at is null
      ${status ? sql`and s.status = ${status}` : sql``}
      ${before ? sql`and (s.created_at, s.id) < (${before.createdAt}::timestamptz, ${before.id}::uuid)` : sql``}
    order by s.created_at desc, s.id desc limit ${limit}`.execute(tx)
  return rows
}

/** Only if nobody changed it since `revision` (when given). False: somebody was quicker, or it is not there. */
export async function changeSurvey(
  tx: Tx,
  id: string,
  change: { name: string | null; definition: Definition | null; revision: number | null; now: Date },
): Promise<boolean> {
  const result = await sql`update listen.survey set name = coalesce(${change.name}, name),
      definition = coalesce(${change.definition ? JSON.stringify(change.definition) : null}::jsonb, definition),
      revision = revision + 1, changed_at = ${change.now}
    where workspace_id = platform.workspace() and id = ${id} and removed_at is null ${change.revision === null ? sql`` : sql`and revision = ${change.revision}`}`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function setStatus(tx: Tx, id: string, status: 'open' | 'closed', now: Date): Promise<boolean> {
  const result =
    await sql`update listen.survey set status = ${status}, opened_at = case when ${status} = 'open' then coalesce(opened_at, ${now}) else opened_at end,
      closed_at = case when ${status} = 'closed' then ${now}::timestamptz end
    where workspace_id = platform.workspace() and id = ${id} and removed_at is null`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function setRemoved(tx: Tx, id: string, at: Date | null): Promise<boolean> {
  const result =
    await sql`update listen.survey set removed_at = ${at} where workspace_id = platform.workspace() and id = ${id}`.execute(
      tx,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function addLinks(
  tx: Tx,
  workspaceId: string,
  surveyId: string,
  rows: Omit<LinkRow, 'surveyId' | 'spentAt'>[],
): Promise<void> {
  const column = <Value>(pick: (row: (typeof rows)[number]) => Value) => rows.map(pick)
  await sql`insert into listen.survey_link (workspace_id, survey_id, id, token_hash, person_id, label, created_at)
    select ${workspaceId}::uuid, ${surveyId}::uuid, * from unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.tokenHash)}::text[],
      ${column((row) => row.personId)}::uuid[], ${column((row) => row.label)}::text[], ${column((row) => row.createdAt)}::timestamptz[])`.execute(
    tx,
  )
}

export async function listLinks(
  tx: Tx,
  surveyId: string,
  { limit, before }: Omit<SurveyFilter, 'status'>,
): Promise<LinkRow[]> {
  const { rows } =
    await sql<LinkRow>`select ${LINK} from listen.survey_link where workspace_id = platform.workspace() and survey_id = ${surveyId}
      ${before ? sql`and (created_at, id) < (${before.createdAt}::timestamptz, ${before.id}::uuid)` : sql``}
    order by created_at desc, id desc limit ${limit}`.execute(tx)
  return rows
}

/** `lock`: two tabs that send at once go one after the other. */
export async function findLink(
  tx: Tx,
  surveyId: string,
  id: string,
  lock: boolean = false,
): Promise<LinkRow | undefined> {
  const { rows } =
    await sql<LinkRow>`select ${LINK} from listen.survey_link where workspace_id = platform.workspace() and survey_id = ${surveyId} and id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

export async function spendLink(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update listen.survey_link set spent_at = coalesce(spent_at, ${now}) where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

/** One that nobody answered with yet; what was answered stays. */
export async function removeLink(tx: Tx, surveyId: string, id: string): Promise<boolean> {
  const result =
    await sql`delete from listen.survey_link where workspace_id = platform.workspace() and survey_id = ${surveyId} and id = ${id} and spent_at is null`.execute(
      tx,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function countLinks(tx: Tx, surveyId: string): Promise<{ made: number; spent: number }> {
  const { rows } = await sql<{
    made: number
    spent: number
  }>`select count(*) as made, count(spent_at) as spent from listen.survey_link
    where workspace_id = platform.workspace() and survey_id = ${surveyId}`.execute(tx)
  return rows[0]!
}
