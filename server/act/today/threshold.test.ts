import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openWorld } from '#test/world'
import { listNow } from './see-today.ts'
import { readOrder } from './store.ts'
import { FIRST_DEPTH, isCertain } from './threshold.ts'

const world = await openWorld(after, { work: false })
const WAITING = 6_000

/** Cases with weight and waiting time drawn apart, or against each other: the heavier, the shorter it waits. */
async function crowd(workspaceId: string, apart: boolean): Promise<void> {
  await world.app.db.inWorkspace(workspaceId, async (tx) => {
    await sql`select setseed(0.3)`.execute(tx)
    await sql`insert into listen.voice (workspace_id, id, source, channel, fingerprint, said_at)
      select ${workspaceId}::uuid, gen_random_uuid(), 'google', 'review', decode(md5(n::text), 'hex'), now() from generate_series(1, ${WAITING}::int) n`.execute(
      tx,
    )
    await sql`insert into act.case (workspace_id, id, voice_id, batch, strength, impact, reason, said_at, opened_at, waiting_since)
      select ${workspaceId}::uuid, id, id, '00000000-0000-0000-0000-000000000000', 0.2 + 0.8 * w, 1, '{}', now(), now(), now() - ${apart ? sql`random()` : sql`(1 - w) ^ 6`} * interval '60 days'
      from (select id, random() as w from listen.voice where workspace_id = ${workspaceId}::uuid) v`.execute(tx)
  })
}

/** Everything looked at and sorted: slow and certainly right. */
async function byHand(workspaceId: string, now: Date, limit: number): Promise<string[]> {
  const { rows } = await world.app.db.inWorkspace(workspaceId, (tx) =>
    sql<{ id: string }>`select id from act.case where workspace_id = platform.workspace()
      order by weight * (1 + ln(1 + greatest(0, extract(epoch from ${now}::timestamptz - waiting_since)) / 3600)) desc, id limit ${limit}`.execute(
      tx,
    ),
  )
  return rows.map((row) => row.id)
}

for (const [name, apart] of [
  ['drawn apart', true],
  ['pulling against each other', false],
] as const) {
  test(`the top of six thousand is exact without looking at all, weight and waiting ${name}`, async () => {
    const maren = await world.owner()
    await crowd(maren.workspaceId, apart)
    const now = new Date()
    for (const limit of [1, 30, 200]) {
      const found = await world.app.db.inWorkspace(maren.workspaceId, (tx) => listNow(tx, now, limit))
      assert.deepEqual(found, await byHand(maren.workspaceId, now, limit))
    }
  })
}

test('a look that was too shallow is known to be uncertain', async () => {
  const maren = await world.owner()
  await crowd(maren.workspaceId, true)
  const shallow = await world.app.db.inWorkspace(maren.workspaceId, (tx) => readOrder(tx, new Date(), 20, 20))
  assert.equal(isCertain(shallow, 20), false)
  const deep = await world.app.db.inWorkspace(maren.workspaceId, (tx) => readOrder(tx, new Date(), FIRST_DEPTH * 8, 20))
  assert.equal(isCertain(deep, 20), true)
})
