/** Show that an e-mail address is one's own, by following a link sent there: the present one, or the one to come. */
import { Refusal, type App } from '#platform'
import { hashToken, makeToken } from '../link-token.ts'
import { accountOf, type Accounts } from './accounts.ts'
import { take, tryOf } from './attempts.ts'
import { changedLetter, newAddressLetter, post, takenLetter, verifyLetter } from './letters.ts'
import { keepMembersUpToDate } from './keep-members.ts'
import { proveAgain, type Asked, type Own } from './own.ts'
import { changeEmail, findAccountByEmail, proveEmail } from './store-accounts.ts'
import { addLink, endLinks, findLink, useLink, type LinkPurpose } from './store-proofs.ts'

const LINK_MS = 2 * 24 * 3_600_000

export async function makeProofLink(
  app: App,
  accounts: Accounts,
  accountId: string,
  purpose: LinkPurpose,
  email: string,
): Promise<string> {
  const token = makeToken()
  const at = app.clock.now()
  const until = new Date(at.getTime() + LINK_MS)
  await addLink(accounts.pool, { tokenHash: hashToken(token), accountId, purpose, email, at, until })
  return `${app.config.url}/verify/${token}`
}

/** At the beginning of an account, and whenever its owner asks again. */
export async function askWhose(app: App, accounts: Accounts, account: { id: string; email: string }): Promise<void> {
  if (!app.mail.ready) return
  post(app, verifyLetter(account.email, await makeProofLink(app, accounts, account.id, 'verify', account.email)))
}

export async function askWhoseAgain(app: App, accounts: Accounts, { account }: Own): Promise<{ mailedTo: string }> {
  if (!app.mail.ready)
    throw new Refusal('mail_not_set_up', 'No mail server is set up (SMTP_URL), so Heed cannot send letters.')
  await take(app, accounts.pool, [tryOf(app, 'letters', 'verify', account.id)])
  await askWhose(app, accounts, account)
  return { mailedTo: account.email }
}

/** The answer is the same whether somebody has the new address already; only its mailbox is told. */
export async function askForNewEmail(
  app: App,
  accounts: Accounts,
  mine: Own,
  asked: Asked,
  input: { email: string; password?: string | undefined },
): Promise<{ mailedTo: string }> {
  await proveAgain(app, accounts, mine, asked, input.password)
  if (!app.mail.ready)
    throw new Refusal(
      'email_needs_mail',
      'A new address must show that it is yours by a letter, and Heed cannot send any here. Whoever runs Heed can change it: heed account email',
    )
  await take(app, accounts.pool, [tryOf(app, 'letters', 'email', mine.account.id)])
  await endLinks(accounts.pool, mine.account.id, ['email'], app.clock.now())
  const link = await makeProofLink(app, accounts, mine.account.id, 'email', input.email)
  const taken = await findAccountByEmail(accounts.pool, input.email)
  post(app, taken ? takenLetter(input.email) : newAddressLetter(input.email, link))
  return { mailedTo: input.email }
}

const over = (): Refusal => new Refusal('link_over', 'This link was used or has run out. Ask for a new one in "You".')

export async function proveByLink(app: App, accounts: Accounts, token: string): Promise<{ email: string }> {
  const now = app.clock.now()
  const link = await findLink(accounts.pool, hashToken(token), ['verify', 'email'], now)
  if (!link?.email || !(await useLink(accounts.pool, hashToken(token), now))) throw over()
  if (link.purpose === 'verify') {
    if (!(await proveEmail(accounts.pool, link.accountId, link.email, now))) throw over()
    return { email: link.email }
  }
  const before = await accountOf(accounts, link.accountId)
  if (!(await changeEmail(accounts.pool, before.id, link.email, true, now))) throw over()
  await endLinks(accounts.pool, before.id, ['reset', 'verify'], now)
  await keepMembersUpToDate(app, { ...before, email: link.email })
  post(app, changedLetter(before.email, 'email'))
  return { email: link.email }
}
