/** Change one's name or password, and end sessions. */
import { newId, Refusal, type App } from '#platform'
import type { Accounts } from './accounts.ts'
import { refuseCommon } from './commonest-passwords.ts'
import { keepMembersUpToDate } from './keep-members.ts'
import { changedLetter, post } from './letters.ts'
import { proveAgain, type Asked, type Own } from './own.ts'
import { hashPassword } from './password.ts'
import {
  isJoined,
  keepPassword,
  partFromProvider,
  removeSession,
  removeSessions,
  renameAccount,
} from './store-accounts.ts'
import { endLinks, listPasskeys } from './store-proofs.ts'

export async function changeName(
  app: App,
  accounts: Accounts,
  { account }: Own,
  input: { name: string },
): Promise<void> {
  await renameAccount(accounts.pool, account.id, input.name, app.clock.now())
  await keepMembersUpToDate(app, { ...account, name: input.name })
}

/** Everywhere else ends; here it goes on under a new secret. */
export async function changePassword(
  app: App,
  accounts: Accounts,
  mine: Own,
  asked: Asked,
  input: { password?: string | undefined; next: string },
): Promise<Headers> {
  await proveAgain(app, accounts, mine, asked, input.password)
  const { account, current } = mine
  refuseCommon(input.next, [account.name, account.email], 'next')
  const at = app.clock.now()
  await keepPassword(accounts.pool, { id: newId(), accountId: account.id, hash: await hashPassword(input.next), at })
  await endLinks(accounts.pool, account.id, ['reset'], at)
  post(app, changedLetter(account.email, 'password'))
  return accounts.enter(account, current.enteredBy, asked, 'all')
}

export async function endSession(accounts: Accounts, { account }: Own, id: string): Promise<void> {
  if (!(await removeSession(accounts.pool, account.id, id)))
    throw new Refusal('session_not_found', 'This session has ended already.')
}

/** Everywhere, here as well. */
export async function endSessions(accounts: Accounts, { account }: Own): Promise<void> {
  await removeSessions(accounts.pool, account.id)
}

/** The last way in stays. */
export async function partWithProvider(
  app: App,
  accounts: Accounts,
  mine: Own,
  asked: Asked,
  input: { password?: string | undefined },
): Promise<void> {
  await proveAgain(app, accounts, mine, asked, input.password)
  const { account } = mine
  const { provider, pool } = accounts
  if (!provider || !(await isJoined(pool, account.id, provider.id))) return
  if (!account.password && (await listPasskeys(pool, account.id)).length === 0)
    throw new Refusal('last_way_in', 'This is the only way into your account. Give it a password first.')
  await partFromProvider(pool, account.id, provider.id)
}
