/** Put an entry into the audit log: in the transaction of the deed where Heed acts by itself, right after it for requests. */
import type { App, Tx } from '#platform'
import type { Who } from '../who.ts'
import { beginning, hashOf, type Actor, type Particulars } from './audit-entry.ts'
import { addEntry, holdNewest } from './store.ts'

export type Deed = {
  deed: string
  /** Ids of the records, never names. */
  about?: Particulars
  /** Codes and counts that say more, never words people said. */
  particulars?: Particulars
}

const actorOf = (who: Who): { actor: Actor; actorId: string | null } =>
  who.accountId
    ? { actor: 'member', actorId: who.accountId }
    : who.keyId
      ? { actor: 'key', actorId: who.keyId }
      : { actor: 'heed', actorId: null }

/** Inside a transaction that sees `who`'s workspace. `as` says that a command of the terminal did it. */
export async function record(
  app: Pick<App, 'clock'>,
  tx: Tx,
  who: Who,
  { deed, about = {}, particulars = {} }: Deed,
  as?: 'command',
): Promise<void> {
  const newest = await holdNewest(tx, who.workspaceId)
  const entry = {
    workspaceId: who.workspaceId,
    seq: (newest?.seq ?? 0) + 1,
    at: app.clock.now(),
    ...(as ? { actor: as, actorId: null } : actorOf(who)),
    deed,
    about,
    particulars,
    previous: newest?.hash ?? beginning(who.workspaceId),
  }
  await addEntry(tx, { ...entry, hash: hashOf(entry) })
}
