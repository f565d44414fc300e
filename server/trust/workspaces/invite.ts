/** Ask somebody into a workspace: by mail where mail is set up, by a link to pass on in any case. */
import { newId, Refusal, type App } from '#platform'
import { LIMITS, type Role } from '../contract.ts'
import { hashToken, makeToken } from '../link-token.ts'
import { isGuest } from '../accounts/guest.ts'
import { mayGrant } from '../roles.ts'
import {
  addInvitation,
  findWorkspace,
  listInvitations,
  listMembers,
  removeInvitation,
  type InvitationRow,
} from './store.ts'
import type { Who } from '../who.ts'

const DAY_MS = 86_400_000

export const invitationOnWire = (row: InvitationRow) => ({
  id: row.id,
  email: row.email,
  role: row.role,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
})

export async function invite(app: App, who: Who, input: { email: string; role: Role }) {
  if (isGuest(who))
    throw new Refusal(
      'guest_only_looks',
      'A guest cannot invite anybody. Open your own workspace first; it takes a minute.',
    )
  if (!mayGrant(who.role, input.role)) throw new Refusal('not_permitted', 'Only an owner may invite another owner.')
  const token = makeToken()
  const { row, workspace } = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const members = await listMembers(tx)
    if (members.some((member) => member.email === input.email))
      throw new Refusal('already_member', `${input.email} is already a member here.`)
    const expiresAt = new Date(app.clock.now().getTime() + LIMITS.invitationDays * DAY_MS)
    const added = await addInvitation(tx, who.workspaceId, {
      id: newId(),
      email: input.email,
      role: input.role,
      tokenHash: hashToken(token),
      invitedBy: who.accountId ?? who.keyId!,
      expiresAt,
    })
    return { row: added, workspace: (await findWorkspace(tx))!.name }
  })
  const link = `${app.config.url}/invitation/${token}`
  const mailed = await tryMail(app, who, input.email, workspace, link)
  return { ...invitationOnWire(row), link, mailed }
}

async function tryMail(app: App, who: Who, to: string, workspace: string, link: string): Promise<boolean> {
  if (!app.mail.ready) return false
  const text = `${who.name} invites you to ${workspace} on Heed, where the team reads and answers what people say.\n\nCome in: ${link}\n\nThe link works for ${LIMITS.invitationDays} days. If you did not expect this, you can ignore it.\n`
  try {
    await app.mail.send({ to, subject: `${who.name} invites you to ${workspace}`, text })
    return true
  } catch (error) {
    app.log.warn('invitation.mail_failed', { error })
    return false
  }
}

export async function seeInvitations(app: App, who: Who) {
  return (await app.db.inWorkspace(who.workspaceId, listInvitations)).map(invitationOnWire)
}

export async function withdrawInvitation(app: App, who: Who, id: string): Promise<void> {
  const gone = await app.db.inWorkspace(who.workspaceId, (tx) => removeInvitation(tx, id))
  if (!gone) throw new Refusal('invitation_not_found', 'This invitation is no longer open.')
}
