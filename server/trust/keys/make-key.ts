/**
 * API keys: made once, shown once, kept as a hash, withdrawn at will. Behind every key stands a person: it opens its scopes,
 * and of those only what that person may at that moment. Who leaves takes their keys' power along, until another takes
 * them over.
 */
import { newId, Refusal, type App } from '#platform'
import type { Key, Scope } from '../contract.ts'
import { hashToken, makeToken } from '../link-token.ts'
import { scopesOf } from '../roles.ts'
import type { Who } from '../who.ts'
import { keyOnWire } from './key.ts'
import { addKey, changeKeeper, findKept, listKeys, removeKey } from './store.ts'

const PREFIX = 'heed_'
const DAY_MS = 86_400_000

export async function makeKey(
  app: App,
  who: Who,
  input: { name: string; scopes: Scope[]; days: number | null },
): Promise<Key & { key: string }> {
  refuseMore(who, input.scopes)
  const key = makeToken(PREFIX)
  const now = app.clock.now()
  const id = newId()
  const kept = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    await addKey(tx, who.workspaceId, {
      id,
      name: input.name,
      prefix: key.slice(0, PREFIX.length + 4),
      hash: hashToken(key),
      scopes: input.scopes,
      keeper: who.accountId!,
      createdAt: now,
      expiresAt: input.days === null ? null : new Date(now.getTime() + input.days * DAY_MS),
    })
    return (await findKept(tx, id))!
  })
  return { ...keyOnWire(kept, now), key }
}

export async function seeKeys(app: App, who: Who): Promise<Key[]> {
  const now = app.clock.now()
  return (await app.db.inWorkspace(who.workspaceId, listKeys)).map((key) => keyOnWire(key, now))
}

/** Stand behind a key oneself, say of a colleague who has left. */
export async function keepKey(app: App, who: Who, id: string): Promise<Key> {
  const kept = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const key = await findKept(tx, id)
    if (!key) throw gone()
    refuseMore(who, key.scopes)
    await changeKeeper(tx, id, who.accountId!)
    const changed = await findKept(tx, id)
    // Withdrawn by somebody else in the same moment.
    if (!changed) throw gone()
    return changed
  })
  return keyOnWire(kept, app.clock.now())
}

const gone = (): Refusal => new Refusal('key_not_found', 'This key is no longer here.')

export async function withdrawKey(app: App, who: Who, id: string): Promise<void> {
  const removed = await app.db.inWorkspace(who.workspaceId, (tx) => removeKey(tx, id))
  if (!removed) throw new Refusal('key_not_found', 'This key is already gone.')
}

function refuseMore(who: Who, scopes: Scope[]): void {
  const own = who.role ? scopesOf(who.role) : []
  const more = scopes.find((scope) => !own.includes(scope))
  if (more) throw new Refusal('scope_not_yours', `A key may not do more than you may yourself (${more}).`)
}
