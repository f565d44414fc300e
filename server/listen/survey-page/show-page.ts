/** Answer a visit to a survey's public address with its page: the question it is at, its ending, or a kind notice. */
import type { HelpLine } from '#trust/contract'
import { isId, Refusal, type App } from '#platform'
import { actingIn, findWorkspace, makeToken } from '#trust'
import type { Given } from '../surveys/answer.ts'
import { textIn, type Definition } from '../surveys/definition.ts'
import { seeAnswers } from '../surveys/give-answers.ts'
import { findHome, readSurvey, type SurveyRow } from '../surveys/store.ts'
import { pageFiles } from './page-files.ts'
import { chooseLanguage, wordsIn, type PageWords } from './page-words.ts'
import type { Shown } from './question-view.ts'
import { stepAt, type Standing, type Step } from './step.ts'
import { askingView, endingView, noticeView, sheet, type Sheet } from './view.ts'
import { addressOf, carry, prefilled, type Visit } from './visit.ts'

export type Host = { survey: SurveyRow; sign: string; workspaceId: string; language: string }

export async function showPage(app: App, visit: Visit): Promise<Response> {
  return answering(app, visit, async () => {
    const home = await findWorkspaceOf(app, visit.surveyId)
    if (visit.trying) {
      const host = await hostOf(app, visit, home)
      return ask(visit, host, { stored: new Map(), at: visit.at, token: makeToken(), again: false })
    }
    const token = (visit.fresh ? null : visit.token) ?? makeToken()
    const seen = await seeAnswers(app, actingIn(home), { surveyId: visit.surveyId, token, link: visit.link })
    const host = await hostOf(app, visit, home)
    if (seen.finished && !seen.mine) throw new Refusal('survey_link_spent', 'This link has been answered already.')
    if (seen.finished) return end(visit, host)
    return ask(visit, host, {
      stored: seen.given,
      at: visit.at,
      token,
      again: seen.given.size > 0 && visit.at === null,
    })
  })
}

/** The workspace a public address belongs to. */
export async function findWorkspaceOf(app: App, surveyId: string): Promise<string> {
  const home = isId(surveyId) ? await app.db.byKnowing('survey', surveyId, (tx) => findHome(tx, surveyId)) : null
  if (!home) throw new Refusal('survey_not_found', 'There is no such survey.')
  return home
}

export async function hostOf(app: App, visit: Visit, workspaceId: string): Promise<Host> {
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const survey = await readSurvey(tx, visit.surveyId)
    if (!survey || survey.removedAt) throw new Refusal('survey_not_found', 'There is no such survey.')
    const workspace = await findWorkspace(tx)
    return {
      survey,
      workspaceId,
      sign: survey.definition.theme.sign || (workspace?.name ?? ''),
      language: chooseLanguage(survey.definition.languages, visit.lang, visit.accepted),
    }
  })
}

export type Asked = {
  stored: ReadonlyMap<string, Given>
  at: string | null
  token: string
  again: boolean
  trouble?: Shown['trouble']
  sent?: Shown['sent']
}

export const standingOf = (visit: Visit, definition: Definition, stored: ReadonlyMap<string, Given>): Standing => ({
  definition,
  stored,
  prefill: prefilled(definition, visit.search),
  skipPrefilled: visit.skipPrefilled,
})

export function ask(visit: Visit, host: Host, asked: Asked): Response {
  const { definition } = host.survey
  const step = stepAt(standingOf(visit, definition, asked.stored), asked.at)
  if (!step) throw new Refusal('survey_not_found', 'This survey asks nothing yet.')
  const body = askingView({
    shown: shownOf(host, step, asked),
    action: addressOf(visit, { lang: host.language }),
    token: asked.token,
    first: step.index === 0,
    last: step.index === step.count - 1,
    again: asked.again,
    trying: visit.trying,
    welcome: textIn(definition.welcome, host.language, definition),
    sign: host.sign,
    carried: visit.trying ? carry(asked.stored, step.question) : [],
  })
  const title = `${textIn(step.question.text, host.language, definition)}${host.sign ? ` · ${host.sign}` : ''}`
  return respond(visit, asked.trouble ? 422 : 200, { ...frameOf(visit, host), title, body, progress: step })
}

const shownOf = (host: Host, step: Step, asked: Asked): Shown => ({
  question: step.question,
  definition: host.survey.definition,
  language: host.language,
  words: wordsIn(host.language),
  answer: step.answer,
  trouble: asked.trouble ?? null,
  sent: asked.sent ?? null,
})

export function end(visit: Visit, host: Host, lines: readonly HelpLine[] = []): Response {
  const { definition } = host.survey
  const onceMore = visit.link || visit.embed ? null : addressOf(visit, { fresh: true })
  const title = `${textIn(definition.ending.title, host.language, definition) || wordsIn(host.language).thanks}${host.sign ? ` · ${host.sign}` : ''}`
  return respond(visit, 200, {
    ...frameOf(visit, host),
    title,
    body: endingView(definition, host.language, onceMore, lines),
  })
}

const frameOf = (visit: Visit, host: Host): Pick<Sheet, 'language' | 'sign' | 'accent' | 'files' | 'embed'> => ({
  language: host.language,
  sign: host.sign,
  accent: host.survey.definition.theme.accent ?? null,
  files: pageFiles().files,
  embed: visit.embed ? host.survey.definition.embedOrigins : null,
})

type Notice = readonly [status: number, title: keyof PageWords, text: keyof PageWords]

const NOTICES: Readonly<Record<string, Notice>> = {
  survey_not_found: [404, 'unknownTitle', 'unknownText'],
  survey_closed: [410, 'closedTitle', 'closedText'],
  survey_link_spent: [410, 'spentTitle', 'spentText'],
  survey_link_needed: [403, 'needTitle', 'needText'],
  survey_link_unknown: [404, 'linkTitle', 'linkText'],
  answers_too_many: [429, 'busyTitle', 'busyText'],
  wrong_content_type: [415, 'brokenTitle', 'brokenText'],
  body_too_large: [413, 'brokenTitle', 'too_long'],
}

/** Whoever comes by is a guest: also a refusal and a fault of ours is a page in their language, with the right status. */
export async function answering(app: App, visit: Visit, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Refusal ? error.code : ''
    if (!code) app.log.error('survey_page.failed', { survey: visit.surveyId, error })
    const [status, title, text] = NOTICES[code] ?? ([500, 'brokenTitle', 'brokenText'] as const)
    const language = chooseLanguage(['en', 'de', 'fr', 'es', 'ar'], visit.lang, visit.accepted)
    const words = wordsIn(language)
    const page = {
      title: words[title],
      language,
      sign: '',
      accent: null,
      files: pageFiles().files,
      embed: visit.embed ? [] : null,
    }
    return respond(visit, status, { ...page, body: noticeView(words[title], words[text]) })
  }
}

/** Only who asks to be embedded may be framed, and only by the sites the survey names. */
function respond(visit: Visit, status: number, page: Sheet): Response {
  const ancestors = page.embed && page.embed.length > 0 ? page.embed.join(' ') : "'none'"
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-language, cookie',
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`,
  })
  if (status === 429) headers.set('retry-after', '60')
  return new Response(sheet(page), { status, headers })
}
