/** Undo of an import: the voices it added go, with everything that was derived from them. Persons and orders stay. */
import { Refusal, type App } from '#platform'
import type { Who } from '#trust'
import { dropUpload } from './import-files.ts'
import { lockImport, removeVoicesOf, setStatus } from './store.ts'

const PORTION = 5_000
const HOUR_MS = 3_600_000

export async function takeBack(app: App, who: Who, id: string): Promise<void> {
  const begun = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const row = await lockImport(tx, id)
    if (!row) throw new Refusal('import_not_found', 'There is no such import here.')
    // First the status: a run that is under way sees it at its next portion and stops.
    await setStatus(tx, id, 'undone', { finishedAt: app.clock.now() })
    return row.startedAt ?? row.createdAt
  })
  // Ids hold the moment they were made in, so the voices of this import begin where it began.
  let from: string | null = `${begun
    .getTime()
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})(.{4})$/, '$1-$2')}-0000-0000-000000000000`
  while (from !== null) {
    const place: string = from
    from = await app.db.inWholeWorkspace(who.workspaceId, async (tx) => {
      const { last, saidAt } = await removeVoicesOf(tx, id, place, PORTION)
      const hours = [...new Set(saidAt.map((at) => Math.floor(at.getTime() / HOUR_MS) * HOUR_MS))].map((at) =>
        new Date(at).toISOString(),
      )
      if (hours.length > 0) await app.events.emit(tx, who.workspaceId, 'voices.removed', { hours })
      return last
    })
  }
  await dropUpload(app, who.workspaceId, id)
}
