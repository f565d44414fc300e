/** What is said over the wire about keys, and about who may do what. */
import { z } from 'zod'
import { Id } from '#platform/contract'
import { Name, Role } from '../workspaces/contract.ts'

export const keyRefusals = {
  key_unknown: 'unauthenticated',
  key_expired: 'unauthenticated',
  key_orphaned: 'unauthenticated',
  key_not_found: 'not_found',
  scope_not_yours: 'forbidden',
} as const

/** What a key opens, in the order in which people are shown it. */
export const SCOPES = ['read', 'listen', 'act', 'import', 'export', 'manage'] as const
export const Scope = z.enum(SCOPES)
export type Scope = z.infer<typeof Scope>

export const KEY_LIMITS = { days: { min: 1, max: 3650 } } as const

export const NewKey = z
  .object({
    name: Name,
    scopes: z
      .array(Scope)
      .min(1)
      .max(SCOPES.length)
      .default(['listen'])
      .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope)))
      .describe('what it opens; nothing else'),
    days: z
      .int()
      .min(KEY_LIMITS.days.min)
      .max(KEY_LIMITS.days.max)
      .nullable()
      .default(null)
      .describe('for how many days it works; without end if null'),
  })
  .meta({ id: 'NewKey' })

/** Why a key does not work, or that it does. */
export const KeyState = z.enum(['works', 'expired', 'orphaned'])

export const Key = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(Scope),
    state: KeyState.describe('`orphaned`: whoever stood behind it has left'),
    keeper: z
      .object({ name: z.string(), role: Role })
      .nullable()
      .describe('who stands behind it: it never may more than they'),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedAt: z.string().nullable().describe('to the minute'),
  })
  .meta({ id: 'Key' })
export type Key = z.infer<typeof Key>
export const KeyMade = Key.extend({ key: z.string().describe('shown this once') }).meta({ id: 'KeyMade' })
export type KeyMade = z.infer<typeof KeyMade>

export const PermissionRow = z
  .object({
    permission: z.string(),
    from: Role.describe('the first role that may; every one above it may too'),
    scope: Scope.nullable().describe('the scope with which a key may; null if only a person may'),
  })
  .meta({ id: 'PermissionRow' })
export const PermissionTable = z
  .object({ roles: z.array(Role), data: z.array(PermissionRow) })
  .meta({ id: 'PermissionTable' })
