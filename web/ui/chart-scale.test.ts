import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bandBetween, lineThrough, runsOf, ticksOf, verticalScale } from './chart-scale.ts'

test('the figures beside a chart are round and span all it shows', () => {
  assert.deepEqual(ticksOf(0.31, 0.92), [0.2, 0.4, 0.6, 0.8, 1])
  assert.deepEqual(ticksOf(-21, 61), [-50, 0, 50, 100])
})

test('a higher value stands higher on the page', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      (low, more) => {
        const scale = verticalScale(low, low + more, 0, 200)
        assert.ok(scale(low) > scale(low + more))
        assert.ok(scale(low) <= 200 + 1e-6)
        assert.ok(scale(low + more) >= -1e-6)
      },
    ),
  )
})

test('one single value still has a place', () => {
  const scale = verticalScale(7, 7, 0, 100)
  assert.ok(scale(7) > 0 && scale(7) < 100)
})

test('a month with too few answers breaks the line instead of being bridged', () => {
  assert.deepEqual(runsOf([1, 2, null, null, 3]), [[1, 2], [3]])
  assert.deepEqual(runsOf([null]), [])
})

test('a band goes out along its upper edge and comes back along its lower', () => {
  assert.equal(
    lineThrough([
      { x: 0, y: 1 },
      { x: 2, y: 3 },
    ]),
    'M0.0 1.0L2.0 3.0',
  )
  assert.equal(
    bandBetween([
      { x: 0, low: 9, high: 1 },
      { x: 2, low: 8, high: 3 },
    ]),
    'M0.0 1.0L2.0 3.0L2.0 8.0L0.0 9.0Z',
  )
})
