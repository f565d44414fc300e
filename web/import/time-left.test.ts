import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spanOf, timeLeft } from './time-left.ts'

test('half of it in ten seconds leaves ten seconds', () => {
  assert.equal(timeLeft({ at: 0, progress: 0 }, { at: 10_000, progress: 0.5 }), 10_000)
})

test('a page opened late goes by the pace it sees', () => {
  assert.equal(timeLeft({ at: 0, progress: 0.8 }, { at: 5_000, progress: 0.9 })! > 4_900, true)
})

test('nothing is told while there is no pace yet', () => {
  assert.equal(timeLeft({ at: 0, progress: 0 }, { at: 400, progress: 0.2 }), null)
  assert.equal(timeLeft({ at: 0, progress: 0.3 }, { at: 9_000, progress: 0.3 }), null)
})

test('time is told as people tell it', () => {
  assert.deepEqual(spanOf(800), { unit: 'seconds', count: 5 })
  assert.deepEqual(spanOf(31_000), { unit: 'seconds', count: 35 })
  assert.deepEqual(spanOf(61_000), { unit: 'minutes', count: 2 })
  assert.deepEqual(spanOf(7_000_000), { unit: 'hours', count: 2 })
})
