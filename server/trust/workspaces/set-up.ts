/** The first run: an account and its workspace, made together. Only while nobody has an account here. */
import { Refusal, type App } from '#platform'
import type { Account, Accounts } from '../accounts/accounts.ts'
import { removeWorkspace } from './change-workspace.ts'
import { foundWorkspace } from './found-workspace.ts'
import { GUEST } from '../accounts/guest.ts'
import type { Asked } from '../accounts/own.ts'
import { askWhose } from '../accounts/prove-email.ts'
import { addMember, changeWorkspace, isWithoutMembers, listMemberships, listWorkspaces } from './store.ts'

export async function setUp(
  app: App,
  accounts: Accounts,
  input: { name: string; email: string; password: string; workspace: string },
  asked: Asked,
): Promise<{ workspaceId: string; headers: Headers }> {
  if (await accounts.any())
    throw new Refusal('already_set_up', 'Heed is already set up here. Sign in, or ask the owner for an invitation.')
  const { account, headers } = await accounts.signUp(input, asked)
  try {
    await removeGuest(app, accounts)
    const workspaceId =
      (await takeOver(app, account, input.workspace)) ??
      (await foundWorkspace(app, account, { name: input.workspace })).id
    await askWhose(app, accounts, account)
    return { workspaceId, headers }
  } catch (error) {
    // Half a set-up would lock everybody out: the next try must find nobody here again.
    await accounts.remove(account.id)
    throw error
  }
}

/** What was brought in from the command line before the first run waits in a workspace without members: it is theirs. */
async function takeOver(app: App, account: Account, name: string): Promise<string | null> {
  for (const { workspaceId, isSample } of await app.db.asSystem(listWorkspaces)) {
    if (isSample) continue
    const taken = await app.db.inWorkspace(workspaceId, async (tx) => {
      if (!(await isWithoutMembers(tx))) return false
      await addMember(tx, workspaceId, {
        accountId: account.id,
        name: account.name,
        email: account.email,
        role: 'owner',
      })
      await changeWorkspace(tx, { name })
      return true
    })
    if (taken) return workspaceId
  }
  return null
}

/** With the sample and all the guest did there: what was only looked at belongs to nobody. */
async function removeGuest(app: App, accounts: Accounts): Promise<void> {
  const guest = await accounts.findByEmail(GUEST.email)
  if (!guest) return
  for (const { workspaceId } of await app.db.asAccount(guest.id, listMemberships))
    await removeWorkspace(app, { workspaceId })
  await accounts.remove(guest.id)
}
