/**
 * Who may do what, walked route by route: what the table of permissions says somebody is answered, and where an answer says
 * otherwise. The routes and the table are read from the program, so that a new one cannot be forgotten.
 */
import { newId, routePath, type Route } from '#platform'
import { permissionRows, type Who } from '#trust'
import type { Role, Scope } from '#trust/contract'
import type { Answer, Asking } from './asker.ts'

export type Verdict =
  'open' | 'not_signed_in' | 'not_permitted' | 'no_workspace' | 'key_expired' | 'key_unknown' | 'key_orphaned'
type Expected = (permit: string) => Verdict
export type Ask = (route: Route<Who>) => Promise<Answer>
export type Actor = { name: string; ask: Ask; expected: Expected }

const STATUS: Record<Exclude<Verdict, 'open'>, number> = {
  not_signed_in: 401,
  key_expired: 401,
  key_unknown: 401,
  key_orphaned: 401,
  not_permitted: 403,
  no_workspace: 404,
}
const CLOSED = Object.keys(STATUS)
export const RANK: Role[] = ['observer', 'teammate', 'manager', 'owner']
const AT_ONCE = 8

export const permissionTable = new Map<string, { from: Role; scope: Scope | null }>(
  permissionRows().map(({ permission, from, scope }) => [permission, { from, scope }]),
)
const reaches = (role: Role, from: Role) => RANK.indexOf(role) >= RANK.indexOf(from)
const isFree = (permit: string) => permit === 'public'

export const mayAs =
  (role: Role): Expected =>
  (permit) =>
    isFree(permit) || permit === 'account' || reaches(role, permissionTable.get(permit)!.from)
      ? 'open'
      : 'not_permitted'

export const mayWith =
  (scopes: readonly Scope[], keeper: Role): Expected =>
  (permit) => {
    if (isFree(permit)) return 'open'
    const row = permissionTable.get(permit)
    return row && row.scope !== null && scopes.includes(row.scope) && reaches(keeper, row.from)
      ? 'open'
      : 'not_permitted'
  }

export const maySignedOut: Expected = (permit) => (isFree(permit) ? 'open' : 'not_signed_in')
export const mayFromElsewhere: Expected = (permit) => (isFree(permit) || permit === 'account' ? 'open' : 'no_workspace')

const anyId = newId()

/**
 * Asks for something that cannot come to be: an id of nothing, and a body of no kind Heed takes. Who may not is told so
 * before anybody looks at either.
 */
export function probing(asker: Pick<Asking, 'ask'>, headers: Record<string, string> = {}): Ask {
  return async (route) => {
    const address = `=${routePath(route).replaceAll(/:(\w+)/g, anyId)}`
    const hasBody = route.body !== undefined || route.bodyKind !== undefined
    return asker.ask(route.method.toUpperCase(), address, hasBody ? 'nothing' : undefined, {
      ...(hasBody ? { 'content-type': 'text/nothing' } : {}),
      ...headers,
    })
  }
}

/** Every route, asked by this one: how many were, and what was answered otherwise than the table says. */
export async function walkRoutes(
  { name, ask, expected }: Actor,
  routes: Route<Who>[],
): Promise<{ asked: number; wrong: string[] }> {
  const asked = routes.filter((route) => !(wouldEndTheWalk(route) && expected(route.permit) === 'open'))
  const wrong: string[] = []
  for (let from = 0; from < asked.length; from += AT_ONCE)
    wrong.push(
      ...(
        await Promise.all(
          asked.slice(from, from + AT_ONCE).map(async (route) => {
            const fault = faultIn(await ask(route), expected(route.permit), route)
            return fault ? [`${name}: ${route.method} ${route.path} (${route.permit}) ${fault}`] : []
          }),
        )
      ).flat(),
    )
  return { asked: asked.length, wrong }
}

function faultIn({ status, body, text }: Answer, wanted: Verdict, route: Route<Who>): string | null {
  const code = typeof body === 'object' ? String(body?.code ?? '') : ''
  // Without a mail server, or a sign-in of the company's own, some things are said to be missing.
  if (status >= 500 && status !== 503) return `broke: ${text.slice(0, 200)}`
  if (wanted === 'open') {
    const shut = CLOSED.includes(code) || status === 401
    return shut && !asksItself(route) ? `answered ${status} ${code}, not open` : null
  }
  return code === wanted && status === STATUS[wanted] ? null : `answered ${status} ${code}, not ${wanted}`
}

/** Removing the workspace, and signing oneself out everywhere: asked last, of somebody for whom it does not matter. */
const ENDS = ['/workspace', '/account/sessions']
export const wouldEndTheWalk = (route: Pick<Route<Who>, 'method' | 'path'>) =>
  route.method === 'delete' && ENDS.includes(route.path)

/** Looking around is open to everybody until Heed is set up, and then to whoever is signed in: the verb decides. */
const asksItself = (route: Route<Who>) => route.path === '/sample/visit'
