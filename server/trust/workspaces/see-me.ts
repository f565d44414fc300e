/** What the page asks first: who am I, where do I belong, is anybody here yet. */
import type { App } from '#platform'
import type { Accounts } from '../accounts/accounts.ts'
import type { Me } from '../contract.ts'
import { isGuest } from '../accounts/guest.ts'
import { listMemberships } from './store.ts'
import type { Who } from '../who.ts'

export async function seeMe(app: App, accounts: Accounts, who: Who): Promise<Me> {
  const mailReady = app.mail.ready
  if (!who.accountId) return { account: null, firstRun: !(await accounts.any()), mailReady, memberships: [] }
  const rows = await app.db.asAccount(who.accountId, listMemberships)
  return {
    account: { id: who.accountId, name: who.name, email: who.email },
    firstRun: isGuest(who) && !(await accounts.any()),
    mailReady,
    memberships: rows.map((row) => ({
      workspaceId: row.workspaceId,
      name: row.name,
      role: row.role,
      isSample: row.isSample,
      needsTwoStep: row.twoStepRequired && !who.secured,
    })),
  }
}
