/** One visit to a survey's address: what the address asks for, and what the browser brings along. Pure. */
import { isId } from '#platform'
import { readAnswer, splitPrefill, writeAnswer, type Given } from '../surveys/answer.ts'
import { SURVEY_LIMITS, type Definition, type Question } from '../surveys/definition.ts'
import type { LinkProof } from '../surveys/give-answers.ts'

export type Visit = {
  surveyId: string
  search: URLSearchParams
  lang: string | null
  accepted: string | null
  source: string
  embed: boolean
  /** Walks through without keeping anything; works on drafts too. */
  trying: boolean
  fresh: boolean
  skipPrefilled: boolean
  at: string | null
  link: LinkProof | null
  /** The secret of an earlier visit, from the cookie. */
  token: string | null
  secure: boolean
}

const TOKEN = /^[\w-]{20,64}$/

export function readVisit(request: Request, surveyId: string, home: string): Visit {
  const { searchParams: search } = new URL(request.url)
  const id = search.get('suId')
  const link =
    id === null
      ? null
      : {
          id: isId(id) ? id : '00000000-0000-0000-0000-000000000000',
          token: (search.get('suToken') ?? '').slice(0, 100),
        }
  return {
    surveyId,
    search,
    lang: search.get('lang'),
    accepted: request.headers.get('accept-language'),
    source: (search.get('source') ?? '').replaceAll('\0', '').slice(0, 80),
    embed: search.get('embed') === 'true',
    trying: search.get('try') === 'true',
    fresh: search.get('fresh') === 'true',
    skipPrefilled: search.get('skipPrefilled') === 'true',
    at: search.get('at'),
    link,
    token: readCookie(request.headers.get('cookie'), cookieName(surveyId, link)),
    secure: home.startsWith('https:'),
  }
}

export const isToken = (text: string | null): text is string => text !== null && TOKEN.test(text)

/** One cookie a survey and link: two people with two links on one tablet must not share a response. */
export const cookieName = (surveyId: string, link: LinkProof | null): string =>
  `heed_s_${surveyId.slice(-12)}${link ? `_${link.id.slice(-12)}` : ''}`

/** Kept thirty days, for this survey alone. Inside another site's page only a partitioned cookie is let through. */
export function cookieFor(visit: Visit, token: string): string {
  const site =
    visit.embed && visit.secure ? 'SameSite=None; Partitioned; Secure' : `SameSite=Lax${visit.secure ? '; Secure' : ''}`
  return `${cookieName(visit.surveyId, visit.link)}=${token}; Path=/s/${visit.surveyId}; Max-Age=2592000; HttpOnly; ${site}`
}

function readCookie(header: string | null, name: string): string | null {
  const found =
    header
      ?.split(/;\s*/)
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? null
  return isToken(found) ? found : null
}

/** The address of a step, with everything this visit came with. */
export function addressOf(visit: Visit, change: { at?: string | null; lang?: string; fresh?: boolean } = {}): string {
  const search = new URLSearchParams(visit.search)
  for (const name of ['at', 'fresh', 'lang']) search.delete(name)
  const lang = change.lang ?? visit.lang
  if (lang) search.set('lang', lang)
  if (change.at) search.set('at', change.at)
  if (change.fresh) search.set('fresh', 'true')
  const query = search.toString()
  return `/s/${visit.surveyId}${query ? `?${query}` : ''}`
}

/**
 * Answers the address brings along. What does not fit is left out. A consent is never one of them: agreeing is the
 * person's own act (GDPR recital 32), and so is sending: opening an address stores nothing, because mail scanners do too.
 */
export function prefilled(definition: Definition, search: URLSearchParams): Map<string, Given> {
  const found = new Map<string, Given>()
  for (const question of definition.questions) {
    const value = question.kind === 'consent' ? null : search.get(question.id)
    if (value === null) continue
    const read = readAnswer(question, splitPrefill(question, value))
    if ('given' in read && read.given) found.set(question.id, read.given)
  }
  return found
}

export function hiddenFields(definition: Definition, search: URLSearchParams): Record<string, string> {
  const values = definition.hidden.map(
    (name) =>
      [name, search.get(name)?.replaceAll('\0', '').slice(0, SURVEY_LIMITS.hiddenValue).toWellFormed() ?? ''] as const,
  )
  return Object.fromEntries(values.filter(([, value]) => value !== ''))
}

/** While trying, answers travel in the form itself, because nothing is kept. */
export function carriedAnswers(definition: Definition, form: URLSearchParams): Map<string, Given> {
  const found = new Map<string, Given>()
  for (const question of definition.questions) {
    if (!form.has(`t.${question.id}`)) continue
    const read = readAnswer(question, form.getAll(`t.${question.id}`), form.get(`t.${question.id}.other`) ?? '')
    if ('given' in read && read.given) found.set(question.id, read.given)
  }
  return found
}

export function carry(given: ReadonlyMap<string, Given>, shown: Question | null): [string, string][] {
  return [...given]
    .filter(([id]) => id !== shown?.id)
    .flatMap(([id, answer]) => {
      const { values, other } = writeAnswer(answer)
      return [
        ...values.map((value): [string, string] => [`t.${id}`, value]),
        ...(other ? [[`t.${id}.other`, other] as [string, string]] : []),
      ]
    })
}
