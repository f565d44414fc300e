/** Take what a visitor sends from the survey page, keep it, and show where they are then. */
import { readText, Refusal, type App } from '#platform'
import { actingIn, arrangedFor, makeToken } from '#trust'
import type { HelpLine } from '#trust/contract'
import { readAnswer, satisfies, type Given } from '../surveys/answer.ts'
import type { Definition, Question } from '../surveys/definition.ts'
import { giveAnswers, mayBeCrisis, mustBeOpen, seeAnswers } from '../surveys/give-answers.ts'
import { answering, ask, end, findWorkspaceOf, hostOf, standingOf, type Host } from './show-page.ts'
import { after, before, known } from './step.ts'
import { addressOf, carriedAnswers, cookieFor, hiddenFields, isToken, type Visit } from './visit.ts'

/** Five thousand letters of an answer, each at most twelve bytes when encoded in a form. */
const FORM_BYTES = 96 * 1024

type Sent = {
  form: URLSearchParams
  move: string
  token: string
  question: Question | null
  values: string[]
  other: string
}

export async function answerPage(app: App, visit: Visit, request: Request): Promise<Response> {
  return answering(app, visit, async () => {
    const form = await readForm(request)
    const home = await findWorkspaceOf(app, visit.surveyId)
    const host = await hostOf(app, visit, home)
    const sent = readSent(form, host.survey.definition)
    const language = /^lang:(.+)$/.exec(sent.move)?.[1]
    if (language && host.survey.definition.languages.includes(language))
      return changeLanguage(app, { ...visit, lang: language }, { ...host, language }, sent)
    if (visit.trying) return tryStep(visit, host, sent)
    mustBeOpen(host.survey)
    return keepStep(app, visit, host, sent, request)
  })
}

async function readForm(request: Request): Promise<URLSearchParams> {
  // sendBeacon and forms alike send this type; anything else is not from our page.
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new Refusal('wrong_content_type', 'Send the form as a form.')
  return new URLSearchParams(await readText(request, FORM_BYTES))
}

function readSent(form: URLSearchParams, definition: Definition): Sent {
  const token = form.get('response')
  return {
    form,
    move: form.get('move') ?? 'next',
    token: isToken(token) ? token : makeToken(),
    question: definition.questions.find((question) => question.id === form.get('question')) ?? null,
    values: form.getAll('answer'),
    other: form.get('other') ?? '',
  }
}

/** The page in another language, with what was chosen so far still chosen. */
async function changeLanguage(app: App, visit: Visit, host: Host, sent: Sent): Promise<Response> {
  const stored = visit.trying
    ? carriedAnswers(host.survey.definition, sent.form)
    : (
        await seeAnswers(app, actingIn(host.workspaceId), {
          surveyId: visit.surveyId,
          token: sent.token,
          link: visit.link,
        })
      ).given
  return ask(visit, host, {
    stored,
    at: sent.question?.id ?? null,
    token: sent.token,
    again: false,
    sent: { values: sent.values, other: sent.other },
  })
}

type Taken = { answers: Map<string, Given | null>; trouble: ReturnType<typeof troubleOf> }

function take(sent: Sent): Taken {
  const { question, move } = sent
  if (!question) return { answers: new Map(), trouble: null }
  const read = readAnswer(question, sent.values, sent.other)
  const trouble = troubleOf(question, read, move)
  const given = 'given' in read ? read.given : null
  // A box left open on the way out is no refusal: only going on says no.
  const undecided = 'trouble' in read || (question.kind === 'consent' && move !== 'next' && given?.number === 0)
  return { answers: undecided ? new Map() : new Map([[question.id, given]]), trouble }
}

function troubleOf(question: Question, read: ReturnType<typeof readAnswer>, move: string) {
  if (move !== 'next') return null
  if ('trouble' in read) return read.trouble
  return satisfies(question, read.given ?? undefined) ? null : ('missing' as const)
}

async function keepStep(app: App, visit: Visit, host: Host, sent: Sent, request: Request): Promise<Response> {
  const { definition } = host.survey
  const who = actingIn(host.workspaceId)
  const { answers, trouble } = take(sent)
  const sentBefore = { values: sent.values, other: sent.other }
  const seen = await seeAnswers(app, who, { surveyId: visit.surveyId, token: sent.token, link: visit.link })
  if (trouble && !seen.finished)
    return ask(visit, host, {
      stored: seen.given,
      at: sent.question?.id ?? null,
      token: sent.token,
      again: false,
      trouble,
      sent: sentBefore,
    })
  const standing = standingOf(visit, definition, withoutNulls(seen.given, answers))
  const skipped = visit.skipPrefilled
    ? [...standing.prefill].filter(([id]) => !seen.given.has(id) && !answers.has(id))
    : []
  const nextQuestion = sent.question ? after(standing, sent.question.id) : null
  const kept = await giveAnswers(app, who, {
    surveyId: visit.surveyId,
    token: sent.token,
    link: visit.link,
    answers: new Map([...skipped, ...answers]),
    finish: sent.move === 'next' && sent.question !== null && nextQuestion === null,
    language: host.language,
    source: visit.source,
    hidden: hiddenFields(definition, visit.search),
  })
  if (sent.move === 'keep')
    return new Response(null, { status: 204, headers: { 'set-cookie': cookieFor(visit, sent.token) } })
  const lines = kept.finished && mayBeCrisis(kept.given) ? await linesToShow(app, host.workspaceId) : []
  const at = kept.missing ?? placeAfter(sent, standing, nextQuestion)
  return move(
    visit,
    host,
    request,
    sent.token,
    () =>
      kept.finished
        ? end(visit, host, lines)
        : ask(visit, host, {
            stored: kept.given,
            at,
            token: sent.token,
            again: false,
            ...(kept.missing ? { trouble: 'missing' as const } : {}),
          }),
    kept.finished ? null : at,
  )
}

/** Shown to whoever wrote it, in the same answer; nothing says afterwards that they were. */
async function linesToShow(app: App, workspaceId: string): Promise<HelpLine[]> {
  const { onThanks, lines } = await app.db.inWorkspace(workspaceId, arrangedFor)
  return onThanks ? lines : []
}

function placeAfter(sent: Sent, standing: Parameters<typeof after>[0], nextQuestion: Question | null): string | null {
  if (!sent.question) return null
  const to = sent.move === 'back' ? before(standing, sent.question.id) : nextQuestion
  return (to ?? sent.question).id
}

/**
 * Without script, the answer to a form is a redirect, so that reloading and going back behave; but only once the browser
 * has shown that it keeps our cookie, else the next page would have forgotten everything.
 */
function move(
  visit: Visit,
  host: Host,
  request: Request,
  token: string,
  page: () => Response,
  at: string | null,
): Response {
  const cookie = cookieFor(visit, token)
  if (visit.token === token && !request.headers.has('heed-step'))
    return new Response(null, {
      status: 303,
      headers: {
        location: addressOf(visit, { at, lang: host.language }),
        'set-cookie': cookie,
        'cache-control': 'no-store',
      },
    })
  const response = page()
  response.headers.append('set-cookie', cookie)
  return response
}

function tryStep(visit: Visit, host: Host, sent: Sent): Response {
  const { definition } = host.survey
  const carried = carriedAnswers(definition, sent.form)
  const { answers, trouble } = take(sent)
  const at = sent.question?.id ?? null
  if (trouble)
    return ask(visit, host, {
      stored: carried,
      at,
      token: sent.token,
      again: false,
      trouble,
      sent: { values: sent.values, other: sent.other },
    })
  const standing = standingOf(visit, definition, withoutNulls(carried, answers))
  const nextQuestion = sent.question ? after(standing, sent.question.id) : null
  if (sent.move === 'next' && sent.question && !nextQuestion) return end(visit, host)
  return ask(visit, host, {
    stored: known({ ...standing, prefill: new Map() }),
    at: placeAfter(sent, standing, nextQuestion),
    token: sent.token,
    again: false,
  })
}

function withoutNulls(
  stored: ReadonlyMap<string, Given>,
  answers: ReadonlyMap<string, Given | null>,
): Map<string, Given> {
  const all = new Map(stored)
  for (const [id, answer] of answers) {
    if (answer) all.set(id, answer)
    else all.delete(id)
  }
  return all
}
