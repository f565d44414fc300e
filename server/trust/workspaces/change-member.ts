/** Who belongs, and as what. A workspace always keeps an owner. */
import { Refusal, type App } from '#platform'
import type { Member, Role } from '../contract.ts'
import { changeRole as change, countOwners, listMembers, removeMember as remove } from './store.ts'
import type { Who } from '../who.ts'

export async function seeMembers(app: App, who: Who): Promise<Member[]> {
  const rows = await app.db.inWorkspace(who.workspaceId, listMembers)
  return rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }))
}

export async function changeRole(app: App, who: Who, accountId: string, role: Role): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const owners = await countOwners(tx)
    if (!(await change(tx, accountId, role))) throw new Refusal('member_not_found', 'This person is not a member here.')
    await keepAnOwner(tx, owners)
  })
}

export async function removeMember(app: App, who: Who, accountId: string): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const owners = await countOwners(tx)
    if (!(await remove(tx, accountId))) throw new Refusal('member_not_found', 'This person is not a member here.')
    await keepAnOwner(tx, owners)
  })
}

async function keepAnOwner(tx: Parameters<typeof countOwners>[0], before: number): Promise<void> {
  if (before > 0 && (await countOwners(tx)) === 0)
    throw new Refusal('last_owner', 'A workspace needs an owner. Make somebody else owner first.')
}
