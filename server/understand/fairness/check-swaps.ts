/**
 * Read pairs of made-up sentences with the model of this installation, by the very way every voice is read, and keep what
 * came out with version and date.
 */
import { readSwaps, swapSentences } from '#engine'
import { newId, type App } from '#platform'
import type { Who } from '#trust'
import type { SwapCheck } from '../contract.ts'
import { readersOf } from '../readings/readers.ts'
import type { Unread } from '../readings/reading.ts'
import {
  addSwapCheck,
  failSwapCheck,
  findSwapCheck,
  finishSwapCheck,
  listSwapChecks,
  moveSwapCheck,
  type SwapCheckRow,
} from './store.ts'

export const SWAPS_QUEUE = 'understand.swaps'
const PORTION = 200
const SHOWN = 10

export async function checkSwaps(app: App, who: Who): Promise<SwapCheck> {
  const id = newId()
  const row = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const under = (await listSwapChecks(tx, 1))[0]
    // One at a time: a second press sees the first one's progress.
    if (under && (under.status === 'waiting' || under.status === 'running')) return under
    await addSwapCheck(tx, who.workspaceId, {
      id,
      total: swapSentences().length,
      byName: who.name,
      askedAt: app.clock.now(),
    })
    await app.jobs.enqueue(tx, SWAPS_QUEUE, { workspaceId: who.workspaceId, id }, { key: id })
    return (await findSwapCheck(tx, id))!
  })
  app.jobs.wake(SWAPS_QUEUE)
  return onWire(row)
}

export async function seeSwapChecks(app: App, who: Who): Promise<SwapCheck[]> {
  return (await app.db.inWorkspace(who.workspaceId, (tx) => listSwapChecks(tx, SHOWN))).map(onWire)
}

/** Begun anew if it was cut short: nothing depends on what was read before. */
export async function runSwapCheck(app: App, { workspaceId, id }: { workspaceId: string; id: string }): Promise<void> {
  const found = await app.db.inWorkspace(workspaceId, (tx) => findSwapCheck(tx, id))
  if (!found || found.status === 'done') return
  const sentences = swapSentences()
  try {
    const version = await readersOf(app).version()
    const scores: number[] = []
    for (let from = 0; from < sentences.length; from += PORTION) {
      const rows = await readersOf(app).read(sentences.slice(from, from + PORTION).map(asVoice))
      scores.push(...rows.map((row) => row.sentimentScore))
      await app.db.inWorkspace(workspaceId, (tx) => moveSwapCheck(tx, id, scores.length))
    }
    const result = readSwaps(scores)
    await app.db.inWorkspace(workspaceId, (tx) => finishSwapCheck(tx, id, { version, result, at: app.clock.now() }))
  } catch (error) {
    await app.db.inWorkspace(workspaceId, (tx) => failSwapCheck(tx, id, app.clock.now()))
    throw error
  }
}

/** The pairs were said by nobody, at no time: any one will do, as long as it is the same for all. */
const MADE_UP = new Date('2026-01-01T00:00:00Z')

const asVoice = (text: string, index: number): Unread => ({
  voiceId: String(index),
  title: '',
  text,
  question: null,
  language: null,
  scoreKind: null,
  score: null,
  employee: false,
  saidAt: MADE_UP,
  receivedAt: MADE_UP,
  crisis: false,
  calm: false,
  restricted: false,
})

const onWire = ({ result, askedAt, finishedAt, ...row }: SwapCheckRow): SwapCheck => ({
  ...row,
  groups: result ?? [],
  askedAt: askedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})
