/**
 * Accounts: who somebody is, and that they are signed in. They get connections of their own, the only ones that see
 * accounts, and none that see a workspace. Signing up freely is not offered: an account comes from the first-run page,
 * from an invitation, from the business's own sign-in where it is set up, or from the command line.
 */
import type { Pool } from 'pg'
import { newId, Refusal, type App } from '#platform'
import type { Entrance } from './contract.ts'
import { writeCookie } from './cookie.ts'
import { refuseCommon } from './commonest-passwords.ts'
import { deviceMark } from './device.ts'
import { GUEST } from './guest.ts'
import { hashPassword, isOldHash, isPassword } from './password.ts'
import { createProvider, type Provider } from './provider.ts'
import { BASE, createSessions } from './sessions.ts'
import {
  addAccount,
  findAccount,
  findAccountByEmail,
  findNames,
  hasAccountsBeside,
  hasOldHashes,
  keepPassword,
  removeAccount,
  removeSession,
  removeSessions,
  type AccountRow,
} from './store-accounts.ts'
import { removeOldTries } from './store-attempts.ts'
import { removeOldProofs } from './store-proofs.ts'

export type Account = { id: string; name: string; email: string }
/** Whoever is signed in, with what is known of the session they came with. */
export type Current = Account & { sessionId: string; since: Date; enteredBy: Entrance; secured: boolean }
/** Where somebody asks from. */
export type From = { request?: Request; address?: string }

export type Accounts = {
  pool: Pool
  provider: Provider | null
  /** Sign-out, under /api/auth. */
  handle: (request: Request) => Promise<Response | null>
  current: (request: Request) => Promise<Current | null>
  /** A new session; the answer's headers carry its cookie. `all` ends every other one of the account as well. */
  enter: (account: Account, enteredBy: Entrance, from: From, all?: 'all') => Promise<Headers>
  /** Makes an account and signs it in; the answer's headers carry the cookie. */
  signUp: (
    input: { name: string; email: string; password: string },
    from?: From,
  ) => Promise<{ account: Account; headers: Headers }>
  /** The account, if the password is its own. Takes as long for somebody unknown. */
  prove: (account: AccountRow | null, password: string) => Promise<boolean>
  findByEmail: (email: string) => Promise<Account | null>
  /** Whether anybody is at home here; a guest of the sample is not. */
  any: () => Promise<boolean>
  remove: (id: string) => Promise<void>
  /** Names by account id, for the audit log: who left a workspace is still named there. */
  namesOf: (ids: string[]) => Promise<Map<string, string>>
}

/** What of the library's own routes is open to the browser. */
const OPEN = new Set(['/sign-out'])
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const DEVICE_SECONDS = 60 * 60 * 24 * 365
const MOST_AGENT = 300

export function createAccounts(app: App): Accounts {
  const pool = app.db.pool('accounts', 'accounts', 4, 'trust')
  const sessions = createSessions(app, pool)
  const oldHashes = remembered(app, () => hasOldHashes(pool))
  const tidy = remembered(app, async () => {
    const now = app.clock.now()
    await removeOldProofs(pool, now, new Date(now.getTime() - DAY_MS))
    await removeOldTries(pool, new Date(now.getTime() - 2 * DAY_MS))
  })

  const current: Accounts['current'] = async (request) => {
    if (!request.headers.get('cookie')?.includes('heed.session')) return null
    const found = await sessions.api.getSession({ headers: request.headers })
    if (!found) return null
    const enteredBy = (found.session as { enteredBy?: Entrance }).enteredBy ?? 'password'
    const twoStep = (found.user as { twoStep?: boolean }).twoStep === true
    return {
      id: found.user.id,
      name: found.user.name,
      email: found.user.email,
      sessionId: found.session.id,
      since: new Date(found.session.createdAt),
      enteredBy,
      secured: twoStep || enteredBy === 'passkey' || enteredBy === 'provider',
    }
  }

  const enter: Accounts['enter'] = async (account, enteredBy, { request, address }, all) => {
    const before = request ? await current(request) : null
    if (all) await removeSessions(pool, account.id)
    const { headers } = await sessions.api.openSession({
      body: {
        accountId: account.id,
        enteredBy,
        address: address ?? '',
        agent: (request?.headers.get('user-agent') ?? '').slice(0, MOST_AGENT),
      },
      returnHeaders: true,
    })
    if (before) await removeSession(pool, before.id, before.sessionId)
    writeCookie(app.config, headers, 'device', deviceMark(app.secret, account.email), DEVICE_SECONDS)
    tidy().catch((error: unknown) => app.log.warn('accounts.tidy_failed', { error }))
    return headers
  }

  return {
    pool,
    provider: createProvider(app),
    handle: async (request) => {
      const { pathname } = new URL(request.url)
      if (!pathname.startsWith(`${BASE}/`)) return null
      return OPEN.has(pathname.slice(BASE.length)) ? sessions.handler(request) : null
    },
    current,
    enter,
    signUp: async ({ name, email, password }, from = {}) => {
      refuseCommon(password, [name, email])
      const account = { id: newId(), name, email }
      const hash = await hashPassword(password)
      if (!(await addAccount(pool, { ...account, emailVerified: false, at: app.clock.now() })))
        throw new Refusal('account_exists', 'There is already an account with this e-mail address. Sign in instead.')
      await keepPassword(pool, { id: newId(), accountId: account.id, hash, at: app.clock.now() })
      return { account, headers: await enter(account, email === GUEST.email ? 'guest' : 'password', from) }
    },
    prove: async (account, password) => {
      const right = await isPassword(password, account?.password ?? null, await oldHashes())
      if (right && isOldHash(account!.password!))
        await keepPassword(pool, {
          id: newId(),
          accountId: account!.id,
          hash: await hashPassword(password),
          at: app.clock.now(),
        })
      return right
    },
    findByEmail: (email) => findAccountByEmail(pool, email).then(onlyAccount),
    any: () => hasAccountsBeside(pool, GUEST.email),
    remove: (id) => removeAccount(pool, id),
    namesOf: (ids) => findNames(pool, ids),
  }
}

const onlyAccount = (row: AccountRow | null): Account | null => row && { id: row.id, name: row.name, email: row.email }

export const accountOf = async (accounts: Accounts, id: string): Promise<AccountRow> => {
  const row = await findAccount(accounts.pool, id)
  if (!row) throw new Refusal('not_signed_in', 'This account is gone.')
  return row
}

/** Asked at most once an hour. */
function remembered<T>(app: Pick<App, 'clock'>, ask: () => Promise<T>): () => Promise<T> {
  let known: { at: number; answer: Promise<T> } | undefined
  return () => {
    const now = app.clock.now().getTime()
    if (!known || Math.abs(now - known.at) > HOUR_MS) {
      const answer = ask()
      known = { at: now, answer }
      answer.catch(() => (known = undefined))
    }
    return known.answer
  }
}
