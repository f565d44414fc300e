/** Events reach whoever waits for them, promptly and at least once, and trouble in one subscriber harms nobody else. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createEvents, createLog, type Event, type Subscription } from '#platform'
import { eventually } from '#test/eventually'
import { openWorld } from '#test/world'

const world = await openWorld(after, { work: false })
const maren = await world.owner()
const { db } = world.app

async function house(subscriptions: Subscription<unknown>[], options: { lookEveryMs?: number } = {}) {
  const events = createEvents(db, createLog('silent'), options)
  events.expect(subscriptions)
  await events.start({})
  const emit = (type: string, data: object) =>
    db.inWorkspace(maren.workspaceId, (tx) => events.emit(tx, maren.workspaceId, type, data))
  return { events, emit }
}

const collector = (name: string, type: string, before: () => Promise<void> = async () => undefined) => {
  const heard: unknown[] = []
  let begun = 0
  const row: Subscription<unknown> = {
    name,
    type,
    handle: async (_app, _workspace, events: Event<never>[]) => {
      begun += 1
      await before()
      heard.push(...events.map((event) => event.data))
    },
  }
  return { heard, row, begun: () => begun }
}

test('two subscribers of one event both hear it, and others do not', async () => {
  const [a, b, c] = [collector('t.a', 'bread.baked'), collector('t.b', 'bread.baked'), collector('t.c', 'bread.sold')]
  const { events, emit } = await house([a.row, b.row, c.row])
  await emit('bread.baked', { loaves: 3 })
  await events.settled()
  await events.stop()
  assert.deepEqual([a.heard, b.heard, c.heard], [[{ loaves: 3 }], [{ loaves: 3 }], []])
})

test('an event that comes while its subscriber is busy is heard without waiting for the next look', async () => {
  const busy = Promise.withResolvers<void>()
  const slow = collector('t.slow', 'bread.baked', () => busy.promise)
  const { events, emit } = await house([slow.row], { lookEveryMs: 600_000 })
  await emit('bread.baked', { n: 1 })
  await eventually(() => slow.begun(), 1)
  await emit('bread.baked', { n: 2 })
  busy.resolve()
  await eventually(() => slow.heard, [{ n: 1 }, { n: 2 }])
  await events.stop()
})

test('what fails is tried again, and what was taken back is never told', async () => {
  let failures = 2
  const shaky = collector('t.shaky', 'bread.burnt', async () => {
    if ((failures -= 1) >= 0) throw new Error('not yet')
  })
  const { events, emit } = await house([shaky.row])
  await assert.rejects(
    db.inWorkspace(maren.workspaceId, async (tx) => {
      await events.emit(tx, maren.workspaceId, 'bread.burnt', { n: 0 })
      throw new Error('taken back')
    }),
  )
  await emit('bread.burnt', { n: 1 })
  await events.settled()
  await events.stop()
  assert.deepEqual(shaky.heard, [{ n: 1 }])
})
