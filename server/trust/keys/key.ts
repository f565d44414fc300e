/** A key for a program: what it opens, and whether it still works. Pure. */
import type { Key, Role, Scope } from '../contract.ts'

export type KeyRow = {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  workspaceId: string
}

/** With whoever stands behind it, as they are now; null if they no longer belong. */
export type KeptKey = KeyRow & { keeperName: string | null; keeperRole: Role | null }

export const isOver = (key: { expiresAt: Date | null }, now: Date): boolean =>
  key.expiresAt !== null && key.expiresAt.getTime() <= now.getTime()

const stateOf = (key: KeptKey, now: Date): Key['state'] =>
  key.keeperRole === null ? 'orphaned' : isOver(key, now) ? 'expired' : 'works'

export const keyOnWire = (key: KeptKey, now: Date): Key => ({
  id: key.id,
  name: key.name,
  prefix: key.prefix,
  scopes: key.scopes,
  state: stateOf(key, now),
  keeper: key.keeperRole === null ? null : { name: key.keeperName ?? '', role: key.keeperRole },
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
})
