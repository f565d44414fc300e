/** SQL of responses and answers. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Given } from './answer.ts'

export type ResponseRow = {
  id: string
  surveyId: string
  tokenHash: string
  startedAt: Date
  touchedAt: Date
  finishedAt: Date | null
  language: string
  source: string
  personId: string | null
  linkId: string | null
  hidden: Record<string, string>
  voiceId: string | null
  voicedAt: Date | null
}
export type AnswerRow = Given & { responseId: string; questionId: string; answeredAt: Date }

const RESPONSE = sql`id, survey_id as "surveyId", token_hash as "tokenHash", started_at as "startedAt", touched_at as "touchedAt", finished_at as "finishedAt", language, source,
  person_id as "personId", link_id as "linkId", hidden, voice_id as "voiceId", voiced_at as "voicedAt"`
const ANSWER = sql`response_id as "responseId", question_id as "questionId", kind, number, choices, text, answered_at as "answeredAt"`

/** Stores those that are not there yet (by token, or by link); returns the ids that were new. */
export async function addResponses(
  tx: Tx,
  workspaceId: string,
  rows: Omit<ResponseRow, 'voiceId' | 'voicedAt'>[],
): Promise<Set<string>> {
  const column = <Value>(pick: (row: (typeof rows)[number]) => Value) => rows.map(pick)
  const { rows: added } = await sql<{ id: string }>`
    insert into listen.response (workspace_id, id, survey_id, token_hash, started_at, touched_at, finished_at, language, source, person_id, link_id, hidden)
    select ${workspaceId}::uuid, * from unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.surveyId)}::uuid[], ${column((row) => row.tokenHash)}::text[],
      ${column((row) => row.startedAt)}::timestamptz[], ${column((row) => row.touchedAt)}::timestamptz[], ${column((row) => row.finishedAt)}::timestamptz[],
      ${column((row) => row.language)}::text[], ${column((row) => row.source)}::text[], ${column((row) => row.personId)}::uuid[], ${column((row) => row.linkId)}::uuid[],
      ${column((row) => JSON.stringify(row.hidden))}::text[]::jsonb[])
    on conflict do nothing returning id`.execute(tx)
  return new Set(added.map((row) => row.id))
}

/** The response of this link if there is a link, else of this token. */
export async function findResponse(
  tx: Tx,
  surveyId: string,
  by: { tokenHash: string; linkId: string | null },
  lock: boolean = false,
): Promise<ResponseRow | undefined> {
  const { rows } =
    await sql<ResponseRow>`select ${RESPONSE} from listen.response where workspace_id = platform.workspace() and survey_id = ${surveyId}
      and ${by.linkId ? sql`link_id = ${by.linkId}` : sql`token_hash = ${by.tokenHash}`} ${lock ? sql`for update` : sql``}`.execute(
      tx,
    )
  return rows[0]
}

export async function readResponse(tx: Tx, id: string): Promise<ResponseRow | undefined> {
  const { rows } =
    await sql<ResponseRow>`select ${RESPONSE} from listen.response where workspace_id = platform.workspace() and id = ${id} for update`.execute(
      tx,
    )
  return rows[0]
}

export async function changeResponse(
  tx: Tx,
  id: string,
  change: { touchedAt: Date; finishedAt: Date | null; language: string; personId: string | null },
): Promise<void> {
  await sql`update listen.response set touched_at = ${change.touchedAt}, finished_at = ${change.finishedAt}, language = ${change.language}, person_id = coalesce(${change.personId}, person_id)
    where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
}

export async function noteVoices(
  tx: Tx,
  rows: { responseId: string; voiceId: string | null; at: Date }[],
): Promise<void> {
  await sql`update listen.response r set voice_id = n.voice_id, voiced_at = n.at
    from unnest(${rows.map((row) => row.responseId)}::uuid[], ${rows.map((row) => row.voiceId)}::uuid[], ${rows.map((row) => row.at)}::timestamptz[]) as n (id, voice_id, at)
    where r.workspace_id = platform.workspace() and r.id = n.id`.execute(tx)
}

export async function listAnswers(tx: Tx, responseIds: string[]): Promise<AnswerRow[]> {
  const { rows } =
    await sql<AnswerRow>`select ${ANSWER} from listen.answer where workspace_id = platform.workspace() and response_id = any(${responseIds}::uuid[])
    order by response_id, answered_at`.execute(tx)
  return rows
}

/** Stores answers, over those to the same question before. */
export async function putAnswers(tx: Tx, workspaceId: string, surveyId: string, rows: AnswerRow[]): Promise<void> {
  if (rows.length === 0) return
  const column = <Value>(pick: (row: AnswerRow) => Value) => rows.map(pick)
  // Lists travel as JSON: PostgreSQL has no array of arrays of different lengths.
  await sql`insert into listen.answer (workspace_id, survey_id, response_id, question_id, kind, number, choices, text, answered_at)
    select ${workspaceId}::uuid, ${surveyId}::uuid, n.response_id, n.question_id, n.kind, n.number,
      case when n.choices is null then null else array(select jsonb_array_elements_text(n.choices::jsonb)) end, n.words, n.at
    from unnest(${column((row) => row.responseId)}::uuid[], ${column((row) => row.questionId)}::text[], ${column((row) => row.kind)}::text[], ${column((row) => row.number)}::real[],
      ${column((row) => (row.choices ? JSON.stringify(row.choices) : null))}::text[], ${column((row) => row.text)}::text[], ${column((row) => row.answeredAt)}::timestamptz[])
      as n (response_id, question_id, kind, number, choices, words, at)
    on conflict (workspace_id, response_id, question_id) do update set kind = excluded.kind, number = excluded.number, choices = excluded.choices, text = excluded.text,
      answered_at = excluded.answered_at`.execute(tx)
}

export async function removeAnswers(tx: Tx, responseId: string, questionIds: string[]): Promise<void> {
  if (questionIds.length === 0) return
  await sql`delete from listen.answer where workspace_id = platform.workspace() and response_id = ${responseId} and question_id = any(${questionIds}::text[])`.execute(
    tx,
  )
}

export async function listResponses(
  tx: Tx,
  surveyId: string,
  page: { limit: number; before: { startedAt: string; id: string } | null; finished: boolean | null },
): Promise<ResponseRow[]> {
  const { rows } =
    await sql<ResponseRow>`select ${RESPONSE} from listen.response where workspace_id = platform.workspace() and survey_id = ${surveyId}
      ${page.finished === null ? sql`` : page.finished ? sql`and finished_at is not null` : sql`and finished_at is null`}
      ${page.before ? sql`and (started_at, id) < (${page.before.startedAt}::timestamptz, ${page.before.id}::uuid)` : sql``}
    order by started_at desc, id desc limit ${page.limit}`.execute(tx)
  return rows
}

/** Which questions of a survey were ever answered, and as what kind. */
export async function listAnsweredKinds(tx: Tx, surveyId: string): Promise<{ question: string; kind: string }[]> {
  const { rows } = await sql<{
    question: string
    kind: string
  }>`select distinct question_id as question, kind from listen.answer
    where workspace_id = platform.workspace() and survey_id = ${surveyId}`.execute(tx)
  return rows
}

/** How many answered each question, and how many with each number. */
export async function countNumbers(
  tx: Tx,
  surveyId: string,
): Promise<{ question: string; kind: string; number: number | null; count: number }[]> {
  const { rows } = await sql<{
    question: string
    kind: string
    number: number | null
    count: number
  }>`select question_id as question, kind, number, count(*) as count
    from listen.answer where workspace_id = platform.workspace() and survey_id = ${surveyId} group by 1, 2, 3`.execute(
    tx,
  )
  return rows
}

export async function countChoices(
  tx: Tx,
  surveyId: string,
): Promise<{ question: string; choice: string; count: number }[]> {
  const { rows } = await sql<{
    question: string
    choice: string
    count: number
  }>`select question_id as question, c.choice, count(*) as count
    from listen.answer a cross join lateral unnest(a.choices) as c (choice)
    where a.workspace_id = platform.workspace() and a.survey_id = ${surveyId} group by 1, 2`.execute(tx)
  return rows
}

/** The latest words of each of these questions, with the response's first score beside them. */
export async function listWords(
  tx: Tx,
  surveyId: string,
  questionIds: string[],
  most: number,
): Promise<{ question: string; text: string; at: Date; voiceId: string | null; number: number | null }[]> {
  const { rows } = await sql<{
    question: string
    text: string
    at: Date
    voiceId: string | null
    number: number | null
  }>`
    select q.id as question, w.text, w.at, w."voiceId", w.number from unnest(${questionIds}::text[]) as q (id)
    cross join lateral (
      select a.text, a.answered_at as at, r.voice_id as "voiceId",
        (select s.number from listen.answer s where s.workspace_id = a.workspace_id and s.response_id = a.response_id and s.kind in ('nps', 'csat', 'ces', 'star')
          order by s.answered_at, s.question_id limit 1) as number
      from listen.answer a join listen.response r on r.workspace_id = a.workspace_id and r.id = a.response_id
      where a.workspace_id = platform.workspace() and a.survey_id = ${surveyId} and a.question_id = q.id and a.text is not null
      order by a.answered_at desc limit ${most}) w`.execute(tx)
  return rows
}

export async function countBySource(
  tx: Tx,
  surveyId: string,
): Promise<{ source: string; started: number; finished: number }[]> {
  const { rows } = await sql<{
    source: string
    started: number
    finished: number
  }>`select source, count(*) as started, count(finished_at) as finished
    from listen.response where workspace_id = platform.workspace() and survey_id = ${surveyId} group by 1 order by 2 desc limit 20`.execute(
    tx,
  )
  return rows
}

/** Labels of links that name somebody, also of links that belong to no record. */
export async function forgetLinkLabels(tx: Tx, marks: string[]): Promise<number> {
  const result = await sql`update listen.survey_link set label = '' where workspace_id = platform.workspace()
    and exists (select from unnest(${marks}::text[]) as mark where position(mark in lower(label)) > 0)`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}
