import type { App } from '#platform'
import { isOff, type Who } from '#trust'
import { READING } from '../automations.ts'
import type { ReadingProgress } from '../contract.ts'
import { countWaiting } from './store.ts'

export const SUBSCRIBER = 'understand.read'
const WINDOW_MS = 3_600_000

/** How far reading has come with what was heard in the last hour. Nothing waits: nothing is said. */
export async function seeProgress(app: App, who: Who): Promise<ReadingProgress> {
  const since = app.clock.now().getTime() - WINDOW_MS
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const { total, waiting } = await countWaiting(tx, SUBSCRIBER, earliestId(since))
    return { total, waiting, read: total - waiting, off: await isOff(tx, READING) }
  })
}

/** Ids begin with the moment they were made (UUID version 7), so a moment is a place among them. */
export function earliestId(at: number): string {
  const hex = Math.floor(at).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}
