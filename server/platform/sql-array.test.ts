import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openWorld } from '#test/world'
import { sqlArray } from '#platform'

const world = await openWorld(after, { work: false })

test('what goes into the database as a list comes out as it was', async () => {
  const words = ['plain', '', 'NULL', 'say "yes"', 'a\\b', '{1,2}', ' space ', 'línea\ntwo\t', '😀', null]
  const moments = ['2026-03-01T10:00:00.123Z', '0001-01-01T00:00:00.000Z', '-000043-03-15T12:00:00.000Z']
  const dates = [...moments.map((text) => new Date(text)), null]
  const bytes = [Buffer.from([0, 255, 92, 34]), Buffer.alloc(0), null]
  const back = await world.heed.app.db.asSystem(async (tx) => {
    const { rows } = await sql<Record<string, unknown[]>>`select ${sqlArray(words)}::text[] as words,
      ${sqlArray(dates)}::timestamptz[] as dates, ${sqlArray(bytes)}::bytea[] as bytes,
      ${sqlArray([1.5, -0.25, 3e-7, null])}::real[] as numbers, ${sqlArray([true, false, undefined])}::bool[] as flags,
      ${sqlArray([])}::uuid[] as none`.execute(tx)
    return rows[0]!
  })
  assert.deepEqual(back['words'], words)
  assert.deepEqual(
    back['dates']!.map((date) => (date as Date | null)?.getTime()),
    dates.map((date) => date?.getTime()),
  )
  assert.deepEqual(back['bytes'], bytes)
  assert.deepEqual(back['numbers'], [1.5, -0.25, 3e-7, null])
  assert.deepEqual(back['flags'], [true, false, null])
  assert.deepEqual(back['none'], [])
})
