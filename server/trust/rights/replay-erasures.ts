/**
 * After a restore: whoever was erased since the backup was made is erased again. Looks at the list in the data folder and
 * at the one in the database (which came out of the backup), finds who is on them, and erases them the same way as before.
 *
 * A record on the list goes. Somebody who came again later under the same address stays: their record was made after the
 * erasure, which its id tells.
 */
import type { App } from '#platform'
import { listWorkspaces } from '../workspaces/store.ts'
import { actingIn } from '../who.ts'
import { eraseNow, resumeErasures, finishErasure } from './erase-person.ts'
import { erasureListPath, hashErased, readErasureList, writeErasureList, type Erased } from './erasure-list.ts'
import { addErased, listErased, listErasures, type ErasedRow } from './store-erasure.ts'

export type Replayed = { /** Whether any list lay beside the database. */ found: boolean; erased: number }

/** `more`: other lists, for example the one of the machine that was lost. Safe to repeat. */
export async function replayErasures(app: App, more: string[] = []): Promise<Replayed> {
  const own = erasureListPath(app.config.dataFolder)
  const lists = [own, ...more].flatMap(readErasureList)
  const report = { found: lists.length > 0, erased: 0 }
  for (const { workspaceId } of await app.db.asSystem(listWorkspaces)) {
    const listed = await bringTogether(app, workspaceId, lists, own)
    // What the backup caught half done is finished first.
    for (const id of await app.db.inWholeWorkspace(workspaceId, listErasures)) {
      await finishErasure(app, workspaceId, id)
      report.erased += 1
    }
    for (const personId of await findListed(app, workspaceId, listed)) {
      // A duplicate may have gone with its record just now.
      if (!(await app.db.inWholeWorkspace(workspaceId, (tx) => app.persons.whole(tx, personId)))) continue
      await eraseNow(app, actingIn(workspaceId), personId, { keepOrders: true })
      report.erased += 1
    }
  }
  return report
}

/** At every start: only when the file knows of somebody the database does not, as after a restore by other means. */
export async function replayWhatIsMissing(app: App): Promise<void> {
  const lines = readErasureList(erasureListPath(app.config.dataFolder))
  const workspaces = await app.db.asSystem(listWorkspaces)
  let missing = false
  for (const { workspaceId } of workspaces) {
    await resumeErasures(app, workspaceId)
    const known = await app.db.inWholeWorkspace(workspaceId, listErased)
    missing ||= lines.some((line) => line.workspaceId === workspaceId && !known.has(line.hash))
  }
  if (!missing) return
  const { erased } = await replayErasures(app)
  app.log.warn('erasure.replayed', { persons: erased })
}

async function bringTogether(
  app: App,
  workspaceId: string,
  lists: Erased[],
  own: string,
): Promise<Map<string, ErasedRow>> {
  const inFiles = new Map<string, ErasedRow>()
  for (const { hash, erasedAt, atWish } of lists.filter((line) => line.workspaceId === workspaceId)) {
    const before = inFiles.get(hash)
    inFiles.set(hash, {
      erasedAt: before && before.erasedAt > erasedAt ? before.erasedAt : erasedAt,
      atWish: atWish || (before?.atWish ?? false),
    })
  }
  return app.db.inWholeWorkspace(workspaceId, async (tx) => {
    for (const [hash, { erasedAt, atWish }] of inFiles) await addErased(tx, workspaceId, [hash], erasedAt, atWish)
    const all = await listErased(tx)
    const unwritten = [...all].filter(([hash]) => !inFiles.has(hash))
    if (unwritten.length > 0)
      writeErasureList(
        own,
        unwritten.map(([hash, row]) => ({ ...row, workspaceId, hash })),
      )
    return all
  })
}

/** Records to erase again. */
async function findListed(app: App, workspaceId: string, listed: Map<string, ErasedRow>): Promise<string[]> {
  if (listed.size === 0) return []
  const records = await app.db.inWholeWorkspace(workspaceId, (tx) => app.persons.each(tx))
  return records
    .filter(({ id, identities }) => {
      if (listed.has(hashErased(app.secret, workspaceId, `person ${id}`))) return true
      return identities.some((identity) => {
        const erasedAt = listed.get(hashErased(app.secret, workspaceId, identity))?.erasedAt
        return erasedAt !== undefined && madeAt(id) <= erasedAt.getTime()
      })
    })
    .map(({ id }) => id)
}

/** The moment an id was made in: its first 48 bits are Unix milliseconds (UUID version 7). */
const madeAt = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
