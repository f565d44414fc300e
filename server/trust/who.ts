/** Who acts, and where. Every verb gets one; there is no ambient "current user". */
import { Refusal } from '#platform'
import type { Role, Scope } from './contract.ts'
import { mayDo, opens } from './roles.ts'

export type Who = {
  /** Empty when no workspace is in play; verbs behind a permission always have one. */
  workspaceId: string
  /** Null for keys, background work and the public. */
  accountId: string | null
  /** Name for notes and logs of a workspace ("taken by …"). */
  name: string
  email: string
  /** Of the member, or of the member who stands behind the key. */
  role: Role | null
  keyId: string | null
  /** Signed in with more than a password: a second step, a passkey, or the business's own sign-in. */
  secured: boolean
  /** The workspace asks for that and they have not: everything in it is closed to them. */
  needsTwoStep: boolean
  /** What the key opens; null for people. */
  scopes: readonly Scope[] | null
  /** One of the few who see voices that may speak of danger. Never a program, never the public. */
  seesCrises: boolean
}

export const NOBODY: Who = {
  workspaceId: '',
  accountId: null,
  name: '',
  email: '',
  role: null,
  keyId: null,
  secured: false,
  needsTwoStep: false,
  scopes: null,
  seesCrises: false,
}

/** Background work, and the public on a survey page: inside one workspace, as nobody in particular. */
export const actingIn = (workspaceId: string, name: string = 'Heed'): Who => ({ ...NOBODY, workspaceId, name })

export function permit(who: Who, permission: string): void {
  if (permission === 'public') return
  const known = who.accountId !== null || who.keyId !== null
  if (!known) throw new Refusal('not_signed_in', 'Please sign in first.')
  if (permission === 'account') {
    if (who.accountId === null) throw new Refusal('not_permitted', 'Only a person may do this, not a key.')
    return
  }
  if (!who.workspaceId)
    throw new Refusal(
      'no_workspace',
      'Say which workspace you mean, with the Heed-Workspace header; this account is not a member of that one.',
    )
  if (who.needsTwoStep)
    throw new Refusal(
      'two_step_needed',
      'This workspace asks its members to sign in with two steps. Set that up in "You".',
    )
  if (who.scopes !== null && !opens(who.scopes, permission))
    throw new Refusal(
      'not_permitted',
      `This key may not do this: it opens ${who.scopes.join(', ') || 'nothing'}, and this needs ${permission}.`,
    )
  if (!mayDo(who.role, permission))
    throw new Refusal(
      'not_permitted',
      who.keyId === null
        ? `Your role (${who.role}) may not do this. Ask an owner of the workspace.`
        : `The person behind this key (${who.role}) may not do this, so neither may the key.`,
    )
}
