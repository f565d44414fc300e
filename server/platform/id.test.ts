import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId, newId } from '#platform'

test('ids made one after another sort one after another, however many a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(
    ids.every((id, n) => n === 0 || id > ids[n - 1]!),
    true,
  )
  assert.ok(ids.every(isId))
})
