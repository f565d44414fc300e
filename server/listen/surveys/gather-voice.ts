/**
 * Make responses heard: each becomes one voice, once. A finished one at once; one left half-way when nobody has touched
 * it for a while, and again, as the same voice, should the person come back and finish.
 */
import { newId, type App, type Tx } from '#platform'
import { recognisePersons } from '#people'
import { soundsLikeCrisis } from '../crisis.ts'
import { fingerprint } from '../fingerprint.ts'
import { tellHeard } from '../hear.ts'
import { addVoices, changeVoice, idsOfCrises, markResponses, type VoiceRow } from '../store.ts'
import type { GivenById } from './branching.ts'
import { noteAgreements } from './note-agreements.ts'
import { addressLeft, spoken } from './response.ts'
import { changeResponse, listAnswers, noteVoices, readResponse, type ResponseRow } from './store-responses.ts'
import { readSurvey, type SurveyRow } from './store.ts'

/** How long a half-answered survey rests before it counts as left. */
export const REST_SECONDS = 20 * 60
export const GATHER = 'listen.gather-voice'

export type Answered = { response: ResponseRow; given: GivenById }

/** In the caller's transaction. Responses that say nothing one could read make no voice. Returns the voice of each that has one. */
export async function gatherVoices(
  app: App,
  tx: Tx,
  workspaceId: string,
  survey: SurveyRow,
  answered: Answered[],
): Promise<Map<string, string>> {
  const addresses = answered.map(({ response, given }) =>
    response.personId ? null : addressLeft(survey.definition, given),
  )
  const persons = addresses.some((address) => address)
    ? await recognisePersons(
        tx,
        workspaceId,
        addresses.map((value) => ({ identities: value ? [{ kind: 'email', value }] : [] })),
      )
    : []
  const notes: { responseId: string; voiceId: string; at: Date }[] = []
  const fresh: VoiceRow[] = []
  const grown: string[] = []
  for (const [index, { response, given }] of answered.entries()) {
    const said = spoken(survey.definition, given, response.language)
    const personId = response.personId ?? persons[index] ?? null
    if (personId && !response.personId) await changeResponse(tx, response.id, { ...response, personId })
    if (personId) await noteAgreements(app, tx, workspaceId, survey, { response: { ...response, personId }, given })
    if (!said) continue
    if (response.voiceId) {
      const crisis = soundsLikeCrisis({ ...said, title: '', saidAt: response.touchedAt }, app.clock.now())
      if (await changeVoice(tx, response.voiceId, { ...said, personId, crisis })) grown.push(response.voiceId)
      notes.push({ responseId: response.id, voiceId: response.voiceId, at: response.touchedAt })
      continue
    }
    const row = voiceOf(survey, response, { ...said, personId })
    row.crisis = soundsLikeCrisis(row, app.clock.now())
    fresh.push(row)
    notes.push({ responseId: response.id, voiceId: row.id, at: response.touchedAt })
  }
  const added = await addVoices(tx, workspaceId, fresh)
  await noteVoices(tx, notes)
  await hushWith(tx, notes)
  await tellHeard(app, tx, workspaceId, [...added, ...grown], 'survey')
  return new Map(notes.map(({ responseId, voiceId }) => [responseId, voiceId]))
}

/** A response whose voice is for few eyes is so itself. */
async function hushWith(tx: Tx, notes: { responseId: string; voiceId: string }[]): Promise<void> {
  const alarming = await idsOfCrises(
    tx,
    notes.map((note) => note.voiceId),
  )
  await markResponses(
    tx,
    notes.filter((note) => alarming.has(note.voiceId)).map((note) => note.responseId),
    true,
  )
}

/** The job behind a response left half-way. Harmless when run twice. */
export async function gatherLeft(app: App, workspaceId: string, responseId: string): Promise<void> {
  await app.db.inWholeWorkspace(workspaceId, async (tx) => {
    const response = await readResponse(tx, responseId)
    if (!response || response.finishedAt || (response.voicedAt && response.voicedAt >= response.touchedAt)) return
    const rest = REST_SECONDS - (app.clock.now().getTime() - response.touchedAt.getTime()) / 1000
    if (rest > 0)
      return app.jobs.enqueue(
        tx,
        GATHER,
        { workspaceId, responseId },
        { key: responseId, afterSeconds: Math.ceil(rest) },
      )
    const survey = await readSurvey(tx, response.surveyId)
    if (!survey) return
    const given = new Map((await listAnswers(tx, [responseId])).map((answer) => [answer.questionId, answer]))
    await gatherVoices(app, tx, workspaceId, survey, [{ response, given }])
  })
}

function voiceOf(
  survey: SurveyRow,
  response: ResponseRow,
  said: Pick<VoiceRow, 'text' | 'question' | 'scoreKind' | 'score' | 'personId'>,
): VoiceRow {
  return {
    ...said,
    id: newId(response.touchedAt.getTime()),
    source: 'survey',
    channel: 'survey',
    fingerprint: fingerprint({
      source: 'survey',
      externalId: response.id,
      saidAt: null,
      person: '',
      title: '',
      text: '',
      score: '',
    }),
    externalId: null,
    title: '',
    language: response.language,
    saidAt: response.finishedAt ?? response.touchedAt,
    surveyId: survey.id,
    responseId: response.id,
    importId: null,
    orderNumber: null,
    url: null,
    attributes: { survey: survey.name, ...(response.source ? { through: response.source } : {}), ...response.hidden },
  }
}
