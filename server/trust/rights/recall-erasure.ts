/**
 * Whether an address belongs to somebody who was erased because it was wished. Nothing is known but a keyed hash, so only an
 * address that is already here can be asked about; keys this installation used before count as well.
 */
import type { App, Tx } from '#platform'
import { hashErased } from './erasure-list.ts'
import { listWished } from './store-erasure.ts'

/** `identities` as they are compared (`email ada@brandt.example`). Gives those on the list, with the moment. */
export async function recallErasures(
  app: Pick<App, 'secret' | 'config'>,
  tx: Tx,
  workspaceId: string,
  identities: readonly string[],
): Promise<Map<string, Date>> {
  const secrets = [app.secret, ...app.config.earlierSecrets]
  const asked = identities.flatMap((identity) =>
    secrets.map((secret) => [hashErased(secret, workspaceId, identity), identity] as const),
  )
  if (asked.length === 0) return new Map()
  const wished = await listWished(
    tx,
    asked.map(([hash]) => hash),
  )
  return new Map(
    asked.flatMap(([hash, identity]) => {
      const at = wished.get(hash)
      return at ? [[identity, at] as const] : []
    }),
  )
}

/** Since when one human being is not to be written to unasked, or null. */
export async function erasedBefore(app: App, tx: Tx, workspaceId: string, personId: string): Promise<Date | null> {
  const identities = (await app.persons.whole(tx, personId))?.identities ?? []
  const moments = [...(await recallErasures(app, tx, workspaceId, identities)).values()]
  return moments.sort((left, right) => right.getTime() - left.getTime())[0] ?? null
}
