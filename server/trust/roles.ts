/**
 * Who may do what, as one readable table. A route names its permission; what does not stand here is refused.
 *
 * Each row says which role is the first that may (every role after it may too), and which scope lets a key for a program do
 * it. `never` means that only a person may: handing out entry, changing roles and removing things that do not come back.
 */
import type { Role, Scope } from './contract.ts'

type Row = readonly [from: Role, scope: Scope | 'never']

const TABLE = {
  'workspace.see': ['observer', 'read'],
  'voices.see': ['observer', 'read'],
  'people.see': ['observer', 'read'],
  'surveys.see': ['observer', 'read'],
  'cases.see': ['observer', 'read'],
  'outcomes.see': ['observer', 'read'],
  'team.see': ['observer', 'read'],
  'roles.see': ['observer', 'read'],
  'oversight.see': ['observer', 'read'],

  'voices.add': ['teammate', 'listen'],
  'voices.judge': ['teammate', 'act'],
  // E-mail addresses, phones, names in the words people wrote; without it they are left out of what is shown.
  'contacts.see': ['teammate', 'read'],
  'people.change': ['teammate', 'act'],
  'cases.work': ['teammate', 'act'],
  'imports.see': ['teammate', 'import'],
  'rights.ask': ['teammate', 'act'],
  'approvals.decide': ['teammate', 'never'],

  'imports.run': ['manager', 'import'],
  'voices.export': ['manager', 'export'],
  'surveys.change': ['manager', 'manage'],
  'people.merge': ['manager', 'manage'],
  'trust.see': ['manager', 'manage'],
  'oversight.change': ['manager', 'never'],
  // A copy of everything about somebody goes out, or machines keep away from them.
  'rights.answer': ['manager', 'never'],
  'rights.erase': ['manager', 'never'],
  'team.invite': ['manager', 'never'],
  'keys.manage': ['manager', 'never'],

  'consent.change': ['owner', 'never'],
  'team.change': ['owner', 'never'],
  'workspace.change': ['owner', 'never'],
  'workspace.remove': ['owner', 'never'],
  'retention.change': ['owner', 'never'],
  'audit.see': ['owner', 'never'],
  'backups.see': ['owner', 'never'],
  'provider.see': ['owner', 'never'],
} as const satisfies Record<string, Row>

export type Permission = keyof typeof TABLE

/** From the least to the most. */
export const ROLES = ['observer', 'teammate', 'manager', 'owner'] as const satisfies readonly Role[]

const ROWS = Object.entries(TABLE) as [Permission, Row][]
const reaches = (role: Role, from: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(from)

export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = Object.fromEntries(
  ROLES.map((role) => [role, ROWS.filter(([, [from]]) => reaches(role, from)).map(([permission]) => permission)]),
) as Record<Role, Permission[]>

/** What each row says, for the page that shows the table. */
export const permissionRows = (): { permission: Permission; from: Role; scope: Scope | null }[] =>
  ROWS.map(([permission, [from, scope]]) => ({ permission, from, scope: scope === 'never' ? null : scope }))

const rowOf = (permission: string): Row | undefined =>
  Object.hasOwn(TABLE, permission) ? TABLE[permission as Permission] : undefined

export function mayDo(role: Role | null, permission: string): boolean {
  const row = rowOf(permission)
  return role !== null && row !== undefined && reaches(role, row[0])
}

/** Whether a key with these scopes may; whoever stands behind it must be allowed to as well. */
export function opens(scopes: readonly Scope[], permission: string): boolean {
  const scope = rowOf(permission)?.[1]
  return scope !== undefined && scope !== 'never' && scopes.includes(scope)
}

/** The scopes of which a role may do at least something: what it can hand to a key. */
export const scopesOf = (role: Role): Scope[] => [
  ...new Set(ROWS.flatMap(([, [from, scope]]) => (scope !== 'never' && reaches(role, from) ? [scope as Scope] : []))),
]

/** Nobody hands out a role above their own. */
export const mayGrant = (own: Role | null, granted: Role): boolean =>
  own === 'owner' || (own === 'manager' && granted !== 'owner')
