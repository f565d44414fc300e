/** How a route of any capability is written down: a row that knows who asks. */
import { routeFor } from '#platform'
import type { Who } from './who.ts'

export const route = routeFor<Who>()

/** JSON with the cookies of a fresh sign-in. */
export function signedIn(body: object, headers: Headers): Response {
  const out = new Headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  for (const cookie of headers.getSetCookie()) out.append('set-cookie', cookie)
  return new Response(JSON.stringify(body), { headers: out })
}
