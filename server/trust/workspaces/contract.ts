/** What is said over the wire about accounts, workspaces, members and invitations. */
import { z } from 'zod'
import { Id, LanguageTag } from '#platform/contract'

export const ROLES = ['owner', 'manager', 'teammate', 'observer'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

export const LIMITS = { name: 120, password: { min: 10, max: 128 }, invitationDays: 14 } as const

export const workspaceRefusals = {
  not_signed_in: 'unauthenticated',
  wrong_credentials: 'unauthenticated',
  sign_in_first: 'unauthenticated',
  not_permitted: 'forbidden',
  guest_only_looks: 'forbidden',
  no_workspace: 'not_found',
  workspace_not_found: 'not_found',
  already_set_up: 'conflict',
  account_exists: 'conflict',
  already_member: 'conflict',
  member_not_found: 'not_found',
  last_owner: 'conflict',
  invitation_not_found: 'not_found',
  invitation_over: 'gone',
} as const

export const Name = z.string().trim().min(1, 'Please give a name').max(LIMITS.name)
export const Email = z
  .email('This does not look like an e-mail address')
  .max(254)
  .transform((text) => text.trim().toLowerCase())
export const Password = z
  .string()
  .min(LIMITS.password.min, `At least ${LIMITS.password.min} characters`)
  .max(LIMITS.password.max)

export const Me = z
  .object({
    account: z.object({ id: Id, name: z.string(), email: z.string() }).nullable(),
    firstRun: z.boolean().describe('nobody has an account here yet, but for a guest of the sample'),
    mailReady: z.boolean(),
    memberships: z.array(
      z.object({
        workspaceId: Id,
        name: z.string(),
        role: Role,
        isSample: z.boolean(),
        needsTwoStep: z.boolean().describe('closed to this account until it signs in with more than a password'),
      }),
    ),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const FirstRun = z
  .object({ name: Name, email: Email, password: Password, workspace: Name })
  .meta({ id: 'FirstRun' })
export const NewWorkspace = z.object({ name: Name }).meta({ id: 'NewWorkspace' })
export const Workspace = z
  .object({
    id: Id,
    name: z.string(),
    isSample: z.boolean(),
    language: z.string(),
    timezone: z.string(),
    twoStepRequired: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'Workspace' })
export type Workspace = z.infer<typeof Workspace>
/** A place's name as both the database and the browser know it. Offsets are refused: the two read their sign differently. */
const Timezone = z
  .string()
  .max(60)
  .refine(
    (name) => /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name) && isTimezone(name),
    'Not a time zone such as Europe/Berlin',
  )

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const WorkspaceChange = z
  .object({
    name: Name.optional(),
    language: LanguageTag.max(12).optional(),
    timezone: Timezone.optional(),
    twoStepRequired: z.boolean().optional().describe('whether members must sign in with more than a password'),
  })
  .meta({ id: 'WorkspaceChange' })

export const Member = z
  .object({ accountId: Id, name: z.string(), email: z.string(), role: Role, joinedAt: z.string() })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>
export const RoleChange = z.object({ role: Role })

export const NewInvitation = z.object({ email: Email, role: Role }).meta({ id: 'NewInvitation' })
export const Invitation = z
  .object({ id: Id, email: z.string(), role: Role, createdAt: z.string(), expiresAt: z.string() })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>
/** The link is shown once, to whoever invites; `mailed` says whether it also went out by mail. */
export const InvitationMade = Invitation.extend({ link: z.string(), mailed: z.boolean() }).meta({
  id: 'InvitationMade',
})
export const InvitationSeen = z
  .object({ workspace: z.string(), email: z.string(), role: Role })
  .meta({ id: 'InvitationSeen' })
export const Acceptance = z.object({ name: Name.optional(), password: Password.optional() }).meta({ id: 'Acceptance' })
