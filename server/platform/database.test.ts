import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openWorld } from '#test/world'

const world = await openWorld(after, { work: false })

test('a connection that dies at work fails its own work and nothing else', async () => {
  const { db } = world.heed.app
  await assert.rejects(
    db.asSystem(async (tx) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx).catch(() => undefined)
      // Nothing is being asked while the connection ends, so there is nobody who would be told of it.
      await sleep(100)
      await sql`select 1`.execute(tx)
    }),
  )
  await db.ping()
})

test('while the disk is nearly full nothing new is taken in, and everything can be looked at', async () => {
  const maren = await world.owner()
  const { source } = world.heed.app.db
  const { full } = source
  source.full = () => true
  try {
    const refused = await maren.post('/voices', { text: 'The bread was warm.' })
    assert.deepEqual([refused.status, refused.body.code], [503, 'disk_full'])
    assert.match(refused.headers.get('content-type') ?? '', /problem\+json/)
    assert.equal((await maren.get('/voices')).status, 200)
  } finally {
    source.full = full
  }
  assert.equal((await maren.post('/voices', { text: 'The bread was warm.' })).status, 201)
})
