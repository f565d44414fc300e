/**
 * What browsers are told about every answer, and which requests of theirs are not acted upon.
 *
 * The content security policy allows no inline script or style anywhere. Only a page that says so itself may be framed (an
 * embedded survey, by the sites it names); the app never is. Sources: W3C CSP3, Fetch Metadata, HTML; RFC 6797 (HSTS).
 */
import type { Config } from './config.ts'
import { Refusal } from './refusal.ts'

const PAGE =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
/** Data is never shown as a page: should a browser do so all the same, nothing in it runs or loads. */
const DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(self), publickey-credentials-create=(self), screen-wake-lock=(), usb=(), xr-spatial-tracking=()',
  'cross-origin-opener-policy': 'same-origin',
  // Kept nowhere unless the answer says otherwise: nearly all of them are about somebody.
  'cache-control': 'no-store',
} as const

/** A year. Not for subdomains: what else stands there is not ours to decide. */
const HSTS = 'max-age=31536000'

/** Puts the headers on an answer; what it says itself stays. */
export function withSafety(response: Response, config: Pick<Config, 'url'>): Response {
  const safe = changeable(response)
  const { headers } = safe
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', isPage ? PAGE : DATA)
  for (const [name, value] of Object.entries(ALWAYS)) if (!headers.has(name)) headers.set(name, value)
  const framed = !headers.get('content-security-policy')!.includes("frame-ancestors 'none'")
  if (!framed) headers.set('x-frame-options', 'DENY')
  if (!headers.has('cross-origin-resource-policy'))
    headers.set('cross-origin-resource-policy', framed ? 'cross-origin' : 'same-origin')
  if (config.url.startsWith('https:')) headers.set('strict-transport-security', HSTS)
  return safe
}

/** Headers of an answer made by `fetch` or `Response.redirect` cannot be changed; those get a copy. */
function changeable(response: Response): Response {
  try {
    response.headers.set('x-content-type-options', 'nosniff')
    return response
  } catch {
    return new Response(response.body, response)
  }
}

/**
 * Cookies travel by themselves, so another site could make a browser act for the person signed in, or sign a person in as
 * somebody else. Browsers say where a changing request comes from; if that is elsewhere, it is refused. A request with a key
 * carries its proof in a header that no other site can set.
 *
 * `Sec-Fetch-Site` decides where it is sent. Browsers without it send `Origin`, which is `null` from pages that keep their
 * address to themselves (felt-heard links do): harmless as long as no cookie comes along.
 */
export function refuseForeignOrigin(config: Pick<Config, 'url'>, request: Request): void {
  if (/^Bearer\s/i.test(request.headers.get('authorization') ?? '')) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const foreign =
    site !== null
      ? site !== 'same-origin' && site !== 'none'
      : origin === 'null'
        ? request.headers.has('cookie')
        : origin !== null && !ownOrigins(config, request).includes(origin)
  if (foreign) throw new Refusal('foreign_origin', 'This request came from another site, so Heed did not act on it.')
}

const ownOrigins = (config: Pick<Config, 'url'>, request: Request): string[] => {
  const host = request.headers.get('host')
  return [new URL(config.url).origin, ...(host ? [`http://${host}`, `https://${host}`] : [])]
}
