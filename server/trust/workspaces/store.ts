/** SQL of workspaces, members and invitations. The sight of the transaction decides what each can find. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Role } from '../contract.ts'

export type WorkspaceRow = {
  workspaceId: string
  name: string
  isSample: boolean
  language: string
  timezone: string
  /** Whether its members must sign in with more than a password. */
  twoStepRequired: boolean
  createdAt: Date
}
export type MemberRow = { accountId: string; name: string; email: string; role: Role; joinedAt: Date }
export type InvitationRow = {
  id: string
  email: string
  role: Role
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  workspaceId: string
}

const WORKSPACE = sql`workspace_id as "workspaceId", name, is_sample as "isSample", language, timezone, two_step_required as "twoStepRequired", created_at as "createdAt"`
const MEMBER = sql`account_id as "accountId", name, email, role, joined_at as "joinedAt"`
const INVITATION = sql`workspace_id as "workspaceId", id, email, role, created_at as "createdAt", expires_at as "expiresAt", accepted_at as "acceptedAt"`

export async function addWorkspace(
  tx: Tx,
  row: { workspaceId: string; name: string; isSample: boolean },
): Promise<void> {
  await sql`insert into trust.workspace (workspace_id, name, is_sample) values (${row.workspaceId}, ${row.name}, ${row.isSample})`.execute(
    tx,
  )
}

export async function findWorkspace(tx: Tx): Promise<WorkspaceRow | undefined> {
  const { rows } =
    await sql<WorkspaceRow>`select ${WORKSPACE} from trust.workspace where workspace_id = platform.workspace()`.execute(
      tx,
    )
  return rows[0]
}

/** As system: every workspace of the installation. */
export async function listWorkspaces(tx: Tx): Promise<WorkspaceRow[]> {
  const { rows } = await sql<WorkspaceRow>`select ${WORKSPACE} from trust.workspace order by created_at`.execute(tx)
  return rows
}

/** Made by the command line before anybody had an account: it has no members yet. */
export async function isWithoutMembers(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from trust.member where workspace_id = platform.workspace() limit 1`.execute(tx)
  return rows.length === 0
}

export async function changeWorkspace(
  tx: Tx,
  change: {
    name?: string | undefined
    language?: string | undefined
    timezone?: string | undefined
    twoStepRequired?: boolean | undefined
  },
): Promise<void> {
  await sql`update trust.workspace set name = coalesce(${change.name ?? null}, name), language = coalesce(${change.language ?? null}, language),
    timezone = coalesce(${change.timezone ?? null}, timezone),
    two_step_required = coalesce(${change.twoStepRequired ?? null}::boolean, two_step_required) where workspace_id = platform.workspace()`.execute(
    tx,
  )
}

export async function removeWorkspace(tx: Tx): Promise<void> {
  await sql`delete from trust.workspace where workspace_id = platform.workspace()`.execute(tx)
}

export async function addMember(tx: Tx, workspaceId: string, row: Omit<MemberRow, 'joinedAt'>): Promise<boolean> {
  const result = await sql`insert into trust.member (workspace_id, account_id, role, name, email)
    values (${workspaceId}, ${row.accountId}, ${row.role}, ${row.name}, ${row.email}) on conflict do nothing`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function listMembers(tx: Tx): Promise<MemberRow[]> {
  const { rows } =
    await sql<MemberRow>`select ${MEMBER} from trust.member where workspace_id = platform.workspace() order by joined_at`.execute(
      tx,
    )
  return rows
}

/** As account: where this account belongs. */
export async function listMemberships(
  tx: Tx,
): Promise<(WorkspaceRow & { role: Role; memberName: string; email: string; readsCrises: boolean })[]> {
  const { rows } = await sql<WorkspaceRow & { role: Role; memberName: string; email: string; readsCrises: boolean }>`
    select w.workspace_id as "workspaceId", w.name, w.is_sample as "isSample", w.language, w.timezone,
      w.two_step_required as "twoStepRequired", w.created_at as "createdAt",
      m.role, m.name as "memberName", m.email, m.reads_crises as "readsCrises"
    from trust.member m join trust.workspace w on w.workspace_id = m.workspace_id order by w.is_sample, w.created_at`.execute(
    tx,
  )
  return rows
}

export async function changeRole(tx: Tx, accountId: string, role: Role): Promise<boolean> {
  const result =
    await sql`update trust.member set role = ${role} where workspace_id = platform.workspace() and account_id = ${accountId}`.execute(
      tx,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function removeMember(tx: Tx, accountId: string): Promise<boolean> {
  const result =
    await sql`delete from trust.member where workspace_id = platform.workspace() and account_id = ${accountId}`.execute(
      tx,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}

/** Their own doing, in their own account. */
export async function renameMember(tx: Tx, accountId: string, row: { name: string; email: string }): Promise<void> {
  await sql`update trust.member set name = ${row.name}, email = ${row.email}
    where workspace_id = platform.workspace() and account_id = ${accountId}`.execute(tx)
}

/** Locks the members, so that two owners leaving at once cannot leave a workspace without one. */
export async function countOwners(tx: Tx): Promise<number> {
  const { rows } =
    await sql`select 1 from trust.member where workspace_id = platform.workspace() and role = 'owner' for update`.execute(
      tx,
    )
  return rows.length
}

export async function addInvitation(
  tx: Tx,
  workspaceId: string,
  row: { id: string; email: string; role: Role; tokenHash: string; invitedBy: string; expiresAt: Date },
): Promise<InvitationRow> {
  await sql`delete from trust.invitation where workspace_id = ${workspaceId} and email = ${row.email} and accepted_at is null`.execute(
    tx,
  )
  const { rows } =
    await sql<InvitationRow>`insert into trust.invitation (workspace_id, id, email, role, token_hash, invited_by, expires_at)
    values (${workspaceId}, ${row.id}, ${row.email}, ${row.role}, ${row.tokenHash}, ${row.invitedBy}, ${row.expiresAt}) returning ${INVITATION}`.execute(
      tx,
    )
  return rows[0]!
}

export async function listInvitations(tx: Tx): Promise<InvitationRow[]> {
  const { rows } =
    await sql<InvitationRow>`select ${INVITATION} from trust.invitation where workspace_id = platform.workspace() and accepted_at is null order by created_at desc`.execute(
      tx,
    )
  return rows
}

/** Those that wait for one address. */
export async function listOpenInvitations(tx: Tx, email: string, now: Date): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`select ${INVITATION} from trust.invitation
    where workspace_id = platform.workspace() and email = ${email} and accepted_at is null and expires_at > ${now}`.execute(
    tx,
  )
  return rows
}

/** By knowing the token: the invitation and the name of its workspace. */
export async function findInvitation(tx: Tx): Promise<(InvitationRow & { workspace: string }) | undefined> {
  const { rows } = await sql<InvitationRow & { workspace: string }>`
    select i.workspace_id as "workspaceId", i.id, i.email, i.role, i.created_at as "createdAt", i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", w.name as workspace
    from trust.invitation i join trust.workspace w on w.workspace_id = i.workspace_id
    where i.token_hash = nullif(current_setting('heed.invitation', true), '')`.execute(tx)
  return rows[0]
}

/** True for the one who accepts first. */
export async function acceptInvitation(tx: Tx, id: string, now: Date): Promise<boolean> {
  const result =
    await sql`update trust.invitation set accepted_at = ${now} where workspace_id = platform.workspace() and id = ${id} and accepted_at is null`.execute(
      tx,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function removeInvitation(tx: Tx, id: string): Promise<boolean> {
  const result =
    await sql`delete from trust.invitation where workspace_id = platform.workspace() and id = ${id} and accepted_at is null`.execute(
      tx,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}
