/** A member's name and address are written down in each workspace; they follow the account. */
import type { App } from '#platform'
import { listMemberships, renameMember } from '../workspaces/store.ts'
import type { Account } from './accounts.ts'

export async function keepMembersUpToDate(app: App, { id, name, email }: Account): Promise<void> {
  for (const { workspaceId } of await app.db.asAccount(id, listMemberships))
    await app.db.inWorkspace(workspaceId, (tx) => renameMember(tx, id, { name, email }))
}
