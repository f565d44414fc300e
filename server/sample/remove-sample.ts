/** One call, and nothing of the sample is left; a guest goes with it. A real workspace is never touched. */
import { Refusal, type App } from '#platform'
import { findWorkspace, isGuest, removeWorkspace, type Accounts, type Who } from '#trust'

export async function removeSample(app: App, accounts: Accounts, who: Who): Promise<void> {
  const workspace = await app.db.inWorkspace(who.workspaceId, findWorkspace)
  if (!workspace?.isSample)
    throw new Refusal('not_a_sample', 'This is a real workspace, not the sample. It stays as it is.')
  await removeWorkspace(app, who)
  if (who.accountId && isGuest(who)) await accounts.remove(who.accountId)
}
