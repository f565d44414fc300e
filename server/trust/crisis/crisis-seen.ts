/** Whoever looks at a voice that may speak of danger leaves a trace: once an hour for each reader and voice. */
import type { App, Tx } from '#platform'
import { record } from '../audit/record-deed.ts'
import type { Who } from '../who.ts'

const AGAIN_MS = 3_600_000
const MOST = 5_000
const seen = new WeakMap<App['clock'], Map<string, number>>()

export async function crisisSeen(app: App, tx: Tx, who: Who, voiceIds: string[]): Promise<void> {
  if (voiceIds.length === 0 || who.accountId === null) return
  const now = app.clock.now().getTime()
  const shelf = seen.get(app.clock) ?? new Map<string, number>()
  seen.set(app.clock, shelf)
  for (const id of voiceIds) {
    const key = `${who.workspaceId} ${who.accountId} ${id}`
    if (now - (shelf.get(key) ?? -Infinity) < AGAIN_MS) continue
    if (shelf.size >= MOST) shelf.clear()
    shelf.set(key, now)
    await record(app, tx, who, { deed: 'crisis.seen', about: { id } })
  }
}
