/** Whoever acts for their own account: a person, signed in; not a program's key, and not a guest who only looks around. */
import { Refusal, type App } from '#platform'
import { accountOf, type Accounts, type Current } from './accounts.ts'
import { take, tryOf, household } from './attempts.ts'
import { readCookie } from './cookie.ts'
import { knownDevice } from './device.ts'
import { isGuest } from './guest.ts'
import type { AccountRow } from './store-accounts.ts'

export type Asked = { request: Request; address: string }
export type Own = { account: AccountRow; current: Current }

/** How long after signing in nothing need be proved again, for those who have no password. */
export const FRESH_MS = 15 * 60_000

export async function own(accounts: Accounts, { request }: Asked): Promise<Own> {
  const current = request.headers.has('authorization') ? null : await accounts.current(request)
  if (!current) throw new Refusal('people_only', 'This is for people who are signed in, not for keys.')
  if (isGuest(current))
    throw new Refusal('guest_only_looks', 'A guest has no account to change. Open your own workspace first.')
  return { account: await accountOf(accounts, current.id), current }
}

export const isFresh = (app: App, current: Current): boolean =>
  app.clock.now().getTime() - current.since.getTime() < FRESH_MS

/** Tries with an account's password, from here: a known browser for itself, everybody else by their address. */
export function triesOf(app: App, { request, address }: Asked, what: string, email: string) {
  const device = knownDevice(app.secret, readCookie(app.config, request, 'device'), email)
  if (device) return [tryOf(app, 'account', what, email, 'device', device)]
  const from = household(address)
  return [tryOf(app, 'account', what, email, from), tryOf(app, 'address', what, from)]
}

/** Before anything that could shut the owner out of their account, they show that it is still them. */
export async function proveAgain(
  app: App,
  accounts: Accounts,
  { account, current }: Own,
  asked: Asked,
  password: string | undefined,
): Promise<void> {
  if (!account.password) {
    if (isFresh(app, current)) return
    throw new Refusal('sign_in_again', 'Please sign in again first: it was a while ago.')
  }
  const taken = await take(app, accounts.pool, triesOf(app, asked, 'password', account.email))
  if (!(await accounts.prove(account, password ?? '')))
    throw new Refusal('wrong_password', 'This is not your password.', [
      { field: 'password', reason: 'This is not your password.' },
    ])
  await taken.right()
}
