/**
 * Makes the counts true again: takes the stale days in portions, counts each from what was really said, and adds the
 * months up. Each portion is one transaction, so readers never see a day half counted, and running it twice changes
 * nothing. A voice is never added to a count and never taken off one: whatever happened to a day, it is counted anew.
 */
import type { App, Tx } from '#platform'
import { startOf, runsOf } from '../period.ts'
import { findBreakdown, instantsOf } from '../store.ts'
import {
  countDays,
  countMonths,
  countVoices,
  findCounting,
  findTimezone,
  isComingIn,
  listCandidates,
  listStaleDays,
  listTopics,
  lockCounting,
  markAllDays,
  setCounting,
  sumVoices,
  takeStaleDays,
  type Counting,
} from './store.ts'

// A busy business says thousands of things a month; more at once would hold the counts for too long.
const PORTION_DAYS = 31
const MOST_ATTRIBUTES = 3
const MOST_TOPICS = 40
/** Fewer voices than this name no topics worth keeping. */
const FIRST_CHOICE = 20

/** `anew`: count every day and pick attributes and topics again. */
export async function recount(app: App, workspaceId: string, { anew = false }: { anew?: boolean } = {}): Promise<void> {
  const since = performance.now()
  const at = app.clock.now()
  const framed = await app.db.inOpenWorkspace(workspaceId, (tx) => frame(tx, workspaceId, at, anew))
  if (!framed) return
  await countStale(app, workspaceId, framed)
  // A file doubles the voices many times over, and every choice counts all days anew: that waits until the file is in.
  const counting = await app.db.inOpenWorkspace(workspaceId, async (tx) =>
    (await isComingIn(tx)) ? framed : choose(tx, framed, await sumVoices(tx)),
  )
  await countStale(app, workspaceId, counting)
  const tookMs = Math.round(performance.now() - since)
  await app.db.inOpenWorkspace(workspaceId, (tx) => setCounting(tx, workspaceId, { ...counting, tookMs }, at))
}

/** How to count. A new time zone or other attributes make every day stale. Null when the workspace is gone. */
async function frame(tx: Tx, workspaceId: string, at: Date, anew: boolean): Promise<Counting | null> {
  const timezone = await findTimezone(tx)
  if (timezone === null) return null
  const before = await findCounting(tx)
  const attributes = (await findBreakdown(tx)) ?? before?.attributes ?? []
  const kept = {
    timezone,
    attributes,
    topics: before?.topics ?? [],
    chosenAt: before?.chosenAt ?? 0,
    tookMs: before?.tookMs ?? 0,
  }
  if (anew || before?.timezone !== timezone || !same(before.attributes, attributes)) await markAllDays(tx, timezone)
  const counting = anew || !before ? await choose(tx, { ...kept, chosenAt: 0 }, await countVoices(tx)) : kept
  await setCounting(tx, workspaceId, counting, at)
  return counting
}

/** Picks attributes and topics once there is something to pick from, and again whenever the voices have doubled. */
async function choose(tx: Tx, counting: Counting, voices: number): Promise<Counting> {
  if (voices < Math.max(FIRST_CHOICE, 2 * counting.chosenAt)) return counting
  const attributes =
    (await findBreakdown(tx)) ?? (await listCandidates(tx)).slice(0, MOST_ATTRIBUTES).map((row) => row.attribute)
  const chosen = { ...counting, attributes, topics: await listTopics(tx, MOST_TOPICS), chosenAt: voices }
  if (!same(chosen.attributes, counting.attributes) || !same(chosen.topics, counting.topics))
    await markAllDays(tx, counting.timezone)
  return chosen
}

async function countStale(app: App, workspaceId: string, { timezone, attributes, topics }: Counting): Promise<void> {
  const stale = await app.db.inOpenWorkspace(workspaceId, listStaleDays)
  for (const run of runsOf(stale, PORTION_DAYS)) {
    const count = async (tx: Tx): Promise<void> => {
      await lockCounting(tx, workspaceId)
      const days = await takeStaleDays(tx, run)
      if (days.length === 0) return
      const span = await instantsOf(tx, { from: days[0]!, to: days.at(-1)! }, timezone)
      await countDays(tx, { days, ...span, timezone, attributes, topics })
      await countMonths(tx, [...new Set(days.map((day) => startOf(day, 'month')))], attributes)
    }
    await app.db.inOpenWorkspace(workspaceId, count, { flush: 'later' })
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n')
