/** Take in responses that were given elsewhere: on a tablet of one's own, in another tool, on paper. */
import { newId, Refusal, type App } from '#platform'
import { recognisePersons } from '#people'
import { hashToken, makeToken, type Who } from '#trust'
import { readAnswer, type Given } from './answer.ts'
import type { NewResponse } from './contract.ts'
import type { Definition, Question } from './definition.ts'
import { gatherVoices } from './gather-voice.ts'
import { surveyNotFound } from './make-survey.ts'
import { addResponses, putAnswers, type ResponseRow } from './store-responses.ts'
import { readSurvey } from './store.ts'

const WHY = {
  not_offered: 'is not one of the answers offered',
  not_email: 'is not an e-mail address',
  too_long: 'is too long',
  missing: 'is missing',
} as const

type Draft = { row: ResponseRow; given: Map<string, Given>; key: boolean }

/** All or nothing: one that cannot be read refuses the batch, naming every reason. Those with a known `key` change nothing. */
export async function recordResponses(
  app: App,
  who: Who,
  surveyId: string,
  responses: NewResponse[],
): Promise<{ kept: number; known: number; voiceIds: (string | null)[] }> {
  return app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
    const survey = await readSurvey(tx, surveyId, true)
    if (!survey || survey.removedAt) throw surveyNotFound()
    if (survey.status === 'closed')
      throw new Refusal('survey_closed', 'This survey is closed. Open it again to add responses.')
    const given = readAll(survey.definition, responses)
    const persons = await recognisePersons(
      tx,
      who.workspaceId,
      responses.map(({ person }) => ({
        name: person?.name,
        identities: [
          ...(person?.email ? [{ kind: 'email' as const, value: person.email }] : []),
          ...(person?.external ? [{ kind: 'external' as const, value: person.external }] : []),
        ],
      })),
    )
    const drafts = responses.map((response, index): Draft => ({
      given: given[index]!,
      key: Boolean(response.key),
      row: rowOf(app, survey.id, survey.definition, response, persons[index] ?? null),
    }))
    const added = await addResponses(
      tx,
      who.workspaceId,
      drafts.map((draft) => draft.row),
    )
    const fresh = drafts.filter((draft) => added.has(draft.row.id))
    await putAnswers(
      tx,
      who.workspaceId,
      survey.id,
      fresh.flatMap(({ row, given: answers }) =>
        [...answers].map(([questionId, answer]) => ({
          ...answer,
          questionId,
          responseId: row.id,
          answeredAt: row.touchedAt,
        })),
      ),
    )
    const voices = await gatherVoices(
      app,
      tx,
      who.workspaceId,
      survey,
      fresh.map(({ row, given: answers }) => ({ response: row, given: answers })),
    )
    if (fresh.length > 0) {
      const questionIds = [...new Set(fresh.flatMap((draft) => [...draft.given.keys()]))]
      await app.events.emit(tx, who.workspaceId, 'response.given', {
        surveyId: survey.id,
        responseIds: fresh.map((draft) => draft.row.id),
        questionIds,
      })
    }
    return {
      kept: fresh.length,
      known: drafts.length - fresh.length,
      voiceIds: drafts.map(({ row }) => voices.get(row.id) ?? null),
    }
  })
}

function rowOf(
  app: App,
  surveyId: string,
  definition: Definition,
  response: NewResponse,
  personId: string | null,
): ResponseRow {
  const now = app.clock.now()
  const finishedAt = response.finishedAt === null ? null : response.finishedAt ? new Date(response.finishedAt) : now
  const startedAt = response.startedAt ? new Date(response.startedAt) : (finishedAt ?? now)
  return {
    id: newId((finishedAt ?? startedAt).getTime()),
    surveyId,
    tokenHash: hashToken(response.key ? `key ${response.key}` : makeToken()),
    startedAt,
    touchedAt: finishedAt ?? startedAt,
    finishedAt,
    language: response.language ?? definition.languages[0] ?? 'en',
    source: response.source ?? 'api',
    personId,
    linkId: null,
    hidden: response.hidden ?? {},
    voiceId: null,
    voicedAt: null,
  }
}

function readAll(definition: Definition, responses: NewResponse[]): Map<string, Given>[] {
  const questions = new Map(definition.questions.map((question) => [question.id, question]))
  const wrong: { field: string; reason: string }[] = []
  const all = responses.map((response, index) => {
    const given = new Map<string, Given>()
    for (const [id, value] of Object.entries(response.answers)) {
      const question = questions.get(id)
      const read = question ? readValue(question, value) : { trouble: 'not_offered' as const }
      if ('trouble' in read)
        wrong.push({
          field: `responses.${index}.answers.${id}`,
          reason: question ? WHY[read.trouble] : 'is not a question of this survey',
        })
      else if (read.given) given.set(id, read.given)
    }
    return given
  })
  if (wrong.length > 0)
    throw new Refusal(
      'answers_invalid',
      `${wrong[0]!.field} ${wrong[0]!.reason}${wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : ''}`,
      wrong.slice(0, 100),
    )
  return all
}

/** A choice that is not offered counts as "something else" where that is offered. */
function readValue(question: Question, value: NewResponse['answers'][string]) {
  if (question.kind === 'consent')
    return readAnswer(question, [value === true || value === 1 || value === '1' || value === 'true' ? '1' : '0'])
  const values = (Array.isArray(value) ? value : [value]).map(String)
  if (!('choices' in question) || !question.other) return readAnswer(question, values)
  const known = values.filter((id) => question.choices.some((choice) => choice.id === id))
  return readAnswer(question, known, values.filter((id) => !known.includes(id)).join(', '))
}
