/** Small cookies of the way in: what was asked of this browser, and that it was here before. */
import type { Config } from '#platform'

const COOKIES = {
  code: 'heed.code',
  passkey: 'heed.passkey',
  provider: 'heed.provider',
  device: 'heed.device',
} as const
export type CookieName = keyof typeof COOKIES

const nameOf = (config: Config, cookie: CookieName): string =>
  `${config.url.startsWith('https:') ? '__Host-' : ''}${COOKIES[cookie]}`

export function readCookie(config: Config, request: Request, cookie: CookieName): string | null {
  const wanted = `${nameOf(config, cookie)}=`
  const found = (request.headers.get('cookie') ?? '').split(/;\s*/).find((part) => part.startsWith(wanted))
  return found ? found.slice(wanted.length) : null
}

/** `seconds` of 0 takes it away. No script can read them; other sites' forms do not send them. */
export function writeCookie(
  config: Config,
  headers: Headers,
  cookie: CookieName,
  value: string,
  seconds: number,
): void {
  const secure = config.url.startsWith('https:') ? '; Secure' : ''
  headers.append(
    'set-cookie',
    `${nameOf(config, cookie)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
  )
}
