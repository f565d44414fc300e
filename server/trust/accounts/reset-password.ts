/**
 * A new password for somebody who forgot theirs. The answer is the same for everybody and does not wait for the letter.
 * Links are kept as hashes, work once and for an hour, and end every session. Where no mail is set up, whoever has the
 * machine prints the link (`heed account reset`).
 */
import { newId, Refusal, type App } from '#platform'
import { hashToken, makeToken } from '../link-token.ts'
import { accountOf, type Accounts } from './accounts.ts'
import { household, take, tryOf } from './attempts.ts'
import { refuseCommon } from './commonest-passwords.ts'
import { isGuest } from './guest.ts'
import { changedLetter, post, resetLetter } from './letters.ts'
import type { Asked } from './own.ts'
import { hashPassword } from './password.ts'
import { findAccountByEmail, keepPassword, proveEmail, removeSessions } from './store-accounts.ts'
import { addLink, countLinksSince, endLinks, findLink, holdingAccount, useLink } from './store-proofs.ts'

const HOUR_MS = 3_600_000
const LETTERS_AN_HOUR = 5

export async function askForReset(app: App, accounts: Accounts, input: { email: string }, asked: Asked): Promise<void> {
  if (!app.mail.ready)
    throw new Refusal(
      'mail_not_set_up',
      'Heed cannot send letters here. Ask whoever runs it for a link: heed account reset',
    )
  // Given back by nothing: each letter asked for counts.
  await take(app, accounts.pool, [tryOf(app, 'letters', 'reset', household(asked.address))])
  sendReset(app, accounts, input.email).catch((error: unknown) => app.log.warn('account.reset_failed', { error }))
}

async function sendReset(app: App, accounts: Accounts, email: string): Promise<void> {
  const account = await findAccountByEmail(accounts.pool, email)
  if (!account || isGuest(account)) return
  const since = new Date(app.clock.now().getTime() - HOUR_MS)
  // A stranger cannot fill the mailbox; and whoever asked last hour has letters whose links still work.
  const link = await holdingAccount(accounts.pool, account.id, async (held) =>
    (await countLinksSince(held, account.id, ['reset'], since)) < LETTERS_AN_HOUR
      ? makeResetLink(app, held, account.id, email)
      : null,
  )
  if (link) post(app, resetLetter(email, link))
}

/** `email`: where the link is sent, or null if it is printed: then following it proves no address. */
export async function makeResetLink(
  app: App,
  pool: Parameters<typeof addLink>[0],
  accountId: string,
  email: string | null,
): Promise<string> {
  const token = makeToken()
  const at = app.clock.now()
  await addLink(pool, {
    tokenHash: hashToken(token),
    accountId,
    purpose: 'reset',
    email,
    at,
    until: new Date(at.getTime() + HOUR_MS),
  })
  return `${app.config.url}/reset/${token}`
}

const over = (): Refusal =>
  new Refusal('link_over', 'This link was used or has run out. Ask for a new one on the sign-in page.')

export async function seeReset(app: App, accounts: Accounts, token: string): Promise<{ email: string }> {
  const link = await findLink(accounts.pool, hashToken(token), ['reset'], app.clock.now())
  if (!link) throw over()
  return { email: (await accountOf(accounts, link.accountId)).email }
}

export async function resetPassword(
  app: App,
  accounts: Accounts,
  token: string,
  input: { password: string },
): Promise<void> {
  const now = app.clock.now()
  const link = await findLink(accounts.pool, hashToken(token), ['reset'], now)
  if (!link) throw over()
  const account = await accountOf(accounts, link.accountId)
  refuseCommon(input.password, [account.name, account.email])
  const hash = await hashPassword(input.password)
  if (!(await useLink(accounts.pool, hashToken(token), now))) throw over()
  await keepPassword(accounts.pool, { id: newId(), accountId: account.id, hash, at: now })
  await removeSessions(accounts.pool, account.id)
  // A link to another address that was asked for with the old password ends with it.
  await endLinks(accounts.pool, account.id, ['email'], now)
  if (link.email) await proveEmail(accounts.pool, account.id, link.email, now)
  post(app, changedLetter(account.email, 'password'))
}
