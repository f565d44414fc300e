/**
 * Keeps what voices that are about to go had counted, so that figures of the past stay as they were. Counts per day, source,
 * channel, language and survey; never by an attribute of the person, a topic or a question, where one count could point at
 * somebody. Runs in the transaction in which the voices go: done once, or not at all.
 */
import type { App, Tx } from '#platform'
import { instantsOf } from '../store.ts'
import { askForRecount } from './mark.ts'
import { findTimezone, keepCountsOf, listDaysOf, lockCounting, markDays } from './store.ts'

export async function keepCounts(app: App, tx: Tx, workspaceId: string, voiceIds: string[]): Promise<void> {
  const timezone = await findTimezone(tx)
  if (timezone === null || voiceIds.length === 0) return
  await lockCounting(tx, workspaceId)
  const days = await listDaysOf(tx, voiceIds, timezone)
  if (days.length === 0) return
  const span = await instantsOf(tx, { from: days[0]!, to: days.at(-1)! }, timezone)
  await keepCountsOf(tx, voiceIds, { days, ...span, timezone, attributes: [], topics: [] })
  await markDays(tx, days)
  await askForRecount(app, tx, workspaceId)
}
