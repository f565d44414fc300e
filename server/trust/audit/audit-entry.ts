/**
 * An entry of the audit log, and the chain that holds the entries together.
 *
 * The hash of an entry is SHA-256 over the hash of the one before it and over what the entry says, written in one fixed
 * way. Whoever changes, removes or slips in an entry breaks every hash from there on, unless all of them are made anew;
 * against that the newest hash is also kept outside the database, as a seal (`seal.ts`).
 *
 *     hash(n) = sha256(hash(n-1) + "\n" + JSON of [workspace, n, at, actor, actorId, deed, about, particulars])
 *     hash(0) = sha256 of the workspace's id
 *
 * Worked example: `audit.test.ts` recomputes two entries by hand.
 */
import { createHash } from 'node:crypto'

export type Actor = 'member' | 'key' | 'heed' | 'command'
export type Particulars = Readonly<Record<string, string | number | boolean | null>>
export type AuditEntry = {
  workspaceId: string
  seq: number
  at: Date
  actor: Actor
  actorId: string | null
  deed: string
  about: Particulars
  particulars: Particulars
  previous: string
  hash: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What the first entry of a workspace follows. */
export const beginning = (workspaceId: string): string => sha256(workspaceId)

/** Keys in order, because the database keeps objects in an order of its own. */
const inOrder = (values: Particulars): [string, unknown][] =>
  Object.entries(values).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))

export const hashOf = (entry: Omit<AuditEntry, 'hash'>): string =>
  sha256(
    `${entry.previous}\n${JSON.stringify([
      entry.workspaceId,
      entry.seq,
      entry.at.toISOString(),
      entry.actor,
      entry.actorId,
      entry.deed,
      inOrder(entry.about),
      inOrder(entry.particulars),
    ])}`,
  )

export type Link = { seq: number; hash: string }

/**
 * Why an entry does not follow the one before it, or null if it does. `before` is null in front of the first.
 * A removed entry shows as a gap, a changed one by its own hash, an exchanged one by `previous`.
 */
export function breakAt(entry: AuditEntry, before: Link | null): 'missing' | 'changed' | 'exchanged' | null {
  if (entry.seq !== (before?.seq ?? 0) + 1) return 'missing'
  if (entry.previous !== (before?.hash ?? beginning(entry.workspaceId))) return 'exchanged'
  return entry.hash === hashOf(entry) ? null : 'changed'
}
