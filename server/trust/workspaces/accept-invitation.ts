/** Come in through an invitation: as the account signed in, by signing in, or with a new account. */
import { Refusal, type App } from '#platform'
import type { Account, Accounts } from '../accounts/accounts.ts'
import { take } from '../accounts/attempts.ts'
import { triesOf, type Asked } from '../accounts/own.ts'
import { askWhose } from '../accounts/prove-email.ts'
import { findAccountByEmail } from '../accounts/store-accounts.ts'
import { hashToken } from '../link-token.ts'
import { acceptInvitation as accept, addMember, findInvitation } from './store.ts'

async function open(app: App, token: string) {
  const row = await app.db.byKnowing('invitation', hashToken(token), findInvitation)
  if (!row) throw new Refusal('invitation_not_found', 'This invitation is not known here, or was withdrawn.')
  if (row.acceptedAt || row.expiresAt < app.clock.now())
    throw new Refusal('invitation_over', 'This invitation was used or has run out. Ask for a new one.')
  return row
}

/** Says nothing of whether the address has an account already: whoever sent the invitation sees this page too. */
export async function seeInvitation(app: App, token: string) {
  const row = await open(app, token)
  return {
    workspace: row.workspace,
    email: row.email,
    role: row.role,
  }
}

/** Refuses an account with another address: an invitation is for one person, not for whoever finds the link. */
export async function acceptInvitation(
  app: App,
  accounts: Accounts,
  asked: Asked,
  token: string,
  input: { name?: string | undefined; password?: string | undefined },
): Promise<{ workspaceId: string; headers: Headers }> {
  const invitation = await open(app, token)
  const { account, headers } = await enter(app, accounts, asked, invitation.email, input)
  await app.db.inWorkspace(invitation.workspaceId, async (tx) => {
    if (!(await accept(tx, invitation.id, app.clock.now())))
      throw new Refusal('invitation_over', 'This invitation was just used.')
    await addMember(tx, invitation.workspaceId, {
      accountId: account.id,
      name: account.name,
      email: account.email,
      role: invitation.role,
    })
  })
  return { workspaceId: invitation.workspaceId, headers }
}

async function enter(
  app: App,
  accounts: Accounts,
  asked: Asked,
  email: string,
  input: { name?: string | undefined; password?: string | undefined },
): Promise<{ account: Account; headers: Headers }> {
  const current = await accounts.current(asked.request)
  // They may do more from here on, so they do it under a new secret.
  if (current?.email === email)
    return { account: current, headers: await accounts.enter(current, current.enteredBy, asked) }
  if (!input.name || !input.password)
    throw new Refusal('invalid_input', 'Please give your name and a password.', [
      { field: input.name ? 'password' : 'name', reason: 'is needed for a new account' },
    ])
  const taken = await take(app, accounts.pool, triesOf(app, asked, 'password', email))
  const known = await findAccountByEmail(accounts.pool, email)
  if (!known) {
    await taken.right()
    const made = await accounts.signUp({ name: input.name, email, password: input.password }, asked)
    await askWhose(app, accounts, made.account)
    return made
  }
  if (!(await accounts.prove(known, input.password)))
    throw new Refusal('wrong_credentials', 'This did not work. If you have been here before, sign in first.')
  await taken.right()
  if (known.twoStep) throw new Refusal('sign_in_first', 'Sign in first, then open this invitation again.')
  return { account: known, headers: await accounts.enter(known, 'password', asked) }
}
