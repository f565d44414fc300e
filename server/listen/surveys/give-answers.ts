/**
 * Keep what a person answers on the public page, step by step. Everything of one response happens behind one lock, so a
 * double click, a retry and a second tab find what the first one wrote; a single-use link holds one response, whichever
 * browser it is opened in, and is spent only when that response is sent off.
 */
import { newId, Refusal, type App, type Tx } from '#platform'
import { hashToken, type Who } from '#trust'
import { crisesIn } from '../crisis.ts'
import { markResponses } from '../store.ts'
import { satisfies, type Given } from './answer.ts'
import { path } from './branching.ts'
import type { Definition } from './definition.ts'
import { GATHER, gatherVoices, REST_SECONDS } from './gather-voice.ts'
import {
  addResponses,
  changeResponse,
  findResponse,
  listAnswers,
  putAnswers,
  removeAnswers,
  type ResponseRow,
} from './store-responses.ts'
import { findLink, readSurvey, spendLink, type LinkRow, type SurveyRow } from './store.ts'

export type LinkProof = { id: string; token: string }

export type Giving = {
  surveyId: string
  /** Secret of the browser that answers. */
  token: string
  link: LinkProof | null
  /** By question; null takes an earlier answer away. */
  answers: ReadonlyMap<string, Given | null>
  finish: boolean
  language: string
  source: string
  hidden: Record<string, string>
}

export type Kept = {
  given: Map<string, Given>
  finished: boolean
  /** Finishing was wanted, but this required question has no answer yet. */
  missing: string | null
}

export async function giveAnswers(app: App, who: Who, giving: Giving): Promise<Kept> {
  return app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
    const survey = await readSurvey(tx, giving.surveyId, true)
    mustBeOpen(survey)
    const link = await proveLink(tx, survey, giving.link, true)
    const response = await holdResponse(app, tx, who.workspaceId, survey, link, giving)
    if (!response) return { given: new Map(), finished: false, missing: null }
    const before = new Map((await listAnswers(tx, [response.id])).map((answer) => [answer.questionId, answer]))
    if (response.finishedAt) return alreadySent(response, giving, before)
    const { given, changed, gone } = merge(survey.definition, before, giving.answers)
    const missing = giving.finish
      ? (path(survey.definition, given).find((question) => !satisfies(question, given.get(question.id)))?.id ?? null)
      : null
    const finished = giving.finish && missing === null
    const now = app.clock.now()
    await removeAnswers(tx, response.id, gone)
    await putAnswers(
      tx,
      who.workspaceId,
      survey.id,
      changed.map((questionId) => ({
        ...given.get(questionId)!,
        questionId,
        responseId: response.id,
        answeredAt: now,
      })),
    )
    const after: ResponseRow = {
      ...response,
      touchedAt: now,
      finishedAt: finished ? now : null,
      language: giving.language,
    }
    await changeResponse(tx, response.id, after)
    if (mayBeCrisis(given)) await markResponses(tx, [response.id], true)
    if (finished && link) await spendLink(tx, link.id, now)
    if (changed.length + gone.length > 0 || finished)
      await tell(app, tx, who, survey, after, [...changed, ...gone], given, finished)
    return { given, finished, missing }
  })
}

/** What this browser (or this link) has answered so far, for somebody who comes back. Stores nothing. */
export async function seeAnswers(
  app: App,
  who: Who,
  giving: Pick<Giving, 'surveyId' | 'token' | 'link'>,
): Promise<Kept & { survey: SurveyRow; mine: boolean }> {
  return app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
    const survey = await readSurvey(tx, giving.surveyId)
    mustBeOpen(survey)
    const link = await proveLink(tx, survey, giving.link, false)
    const response = await findResponse(tx, survey.id, { tokenHash: hashToken(giving.token), linkId: link?.id ?? null })
    const given = new Map<string, Given>(
      response ? (await listAnswers(tx, [response.id])).map((answer) => [answer.questionId, answer]) : [],
    )
    return {
      survey,
      given,
      finished: Boolean(response?.finishedAt),
      missing: null,
      mine: response?.tokenHash === hashToken(giving.token),
    }
  })
}

/** From the first word on, before anything is sent off: answers can be looked at while somebody still writes. */
export const mayBeCrisis = (given: ReadonlyMap<string, Given>): boolean =>
  [...given.values()].some((answer) => answer.text !== null && crisesIn(answer.text).length > 0)

export function mustBeOpen(survey: SurveyRow | undefined): asserts survey is SurveyRow {
  if (!survey || survey.removedAt || survey.status === 'draft')
    throw new Refusal('survey_not_found', 'There is no such survey.')
  if (survey.status === 'closed') throw new Refusal('survey_closed', 'This survey is closed.')
}

async function proveLink(tx: Tx, survey: SurveyRow, proof: LinkProof | null, lock: boolean): Promise<LinkRow | null> {
  if (!proof) {
    if (survey.definition.access === 'links')
      throw new Refusal('survey_link_needed', 'This survey needs the personal link it was sent with.')
    return null
  }
  const link = await findLink(tx, survey.id, proof.id, lock)
  if (!link || link.tokenHash !== hashToken(proof.token))
    throw new Refusal('survey_link_unknown', 'This link does not belong to this survey.')
  return link
}

async function holdResponse(
  app: App,
  tx: Tx,
  workspaceId: string,
  survey: SurveyRow,
  link: LinkRow | null,
  giving: Giving,
): Promise<ResponseRow | null> {
  const tokenHash = hashToken(giving.token)
  const by = { tokenHash, linkId: link?.id ?? null }
  const found = await findResponse(tx, survey.id, by, true)
  if (found) return found
  // Whoever only passes questions by has not begun to answer.
  if (!giving.finish && [...giving.answers.values()].every((answer) => answer === null)) return null
  const now = app.clock.now()
  const row = {
    id: newId(),
    surveyId: survey.id,
    tokenHash,
    startedAt: now,
    touchedAt: now,
    finishedAt: null,
    language: giving.language,
    source: giving.source,
    personId: link?.personId ?? null,
    linkId: by.linkId,
    hidden: giving.hidden,
  }
  await addResponses(tx, workspaceId, [row])
  // A twin may have been quicker: then this waits for it and works on what it wrote.
  const held = await findResponse(tx, survey.id, by, true)
  if (!held) throw new Refusal('survey_link_unknown', 'This page belongs to another link. Please open your link again.')
  return held
}

/** The same browser asking again gets the same answer; anyone else is told, and nothing is written. */
function alreadySent(response: ResponseRow, giving: Giving, given: Map<string, Given>): Kept {
  if (response.tokenHash !== hashToken(giving.token))
    throw new Refusal('survey_link_spent', 'This link has been answered already.')
  return { given, finished: true, missing: null }
}

type Merged = { given: Map<string, Given>; changed: string[]; gone: string[] }

function merge(definition: Definition, before: ReadonlyMap<string, Given>, answers: Giving['answers']): Merged {
  const all = new Map<string, Given>(before)
  for (const [id, answer] of answers) {
    if (answer) all.set(id, answer)
    else all.delete(id)
  }
  // An answer to a question that is no longer on this person's way would be counted although nobody stands by it.
  const way = path(definition, all)
  const given = new Map(
    way.flatMap((question) => (all.has(question.id) ? [[question.id, all.get(question.id)!] as const] : [])),
  )
  return {
    given,
    changed: [...given].filter(([id, answer]) => !same(before.get(id), answer)).map(([id]) => id),
    gone: [...before.keys()].filter((id) => !given.has(id)),
  }
}

const same = (one: Given | undefined, other: Given): boolean =>
  one !== undefined &&
  one.number === other.number &&
  one.text === other.text &&
  String(one.choices) === String(other.choices)

async function tell(
  app: App,
  tx: Tx,
  who: Who,
  survey: SurveyRow,
  response: ResponseRow,
  questionIds: string[],
  given: Map<string, Given>,
  finished: boolean,
): Promise<void> {
  await app.events.emit(tx, who.workspaceId, 'response.given', {
    surveyId: survey.id,
    responseIds: [response.id],
    questionIds,
  })
  if (finished) return void (await gatherVoices(app, tx, who.workspaceId, survey, [{ response, given }]))
  await app.jobs.enqueue(
    tx,
    GATHER,
    { workspaceId: who.workspaceId, responseId: response.id },
    { key: response.id, afterSeconds: REST_SECONDS },
  )
}
