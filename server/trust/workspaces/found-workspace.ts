/** A new workspace, with whoever founds it as its owner. */
import { newId, Refusal, type App } from '#platform'
import type { Account } from '../accounts/accounts.ts'
import type { Workspace } from '../contract.ts'
import { isGuest } from '../accounts/guest.ts'
import { addMember, addWorkspace, findWorkspace } from './store.ts'
import { workspaceOnWire } from './workspace.ts'

export async function foundWorkspace(
  app: App,
  owner: Account | null,
  input: { name: string; isSample?: boolean; id?: string },
): Promise<Workspace> {
  if (owner && isGuest(owner) && !input.isSample)
    throw new Refusal(
      'guest_only_looks',
      'A guest only looks around. Open your own workspace with a name and a password.',
    )
  const workspaceId = input.id ?? newId()
  return app.db.inWorkspace(workspaceId, async (tx) => {
    await addWorkspace(tx, { workspaceId, name: input.name, isSample: input.isSample ?? false })
    if (owner)
      await addMember(tx, workspaceId, { accountId: owner.id, name: owner.name, email: owner.email, role: 'owner' })
    await app.events.emit(tx, workspaceId, 'workspace.founded', {})
    return workspaceOnWire((await findWorkspace(tx))!)
  })
}
