import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printCounts } from './occurrence.ts'

test('equal rows are numbered in the order they come by, in files of any length', () => {
  const print = (n: number): string =>
    (n * 2_654_435_761).toString(16).padStart(32, '0').split('').toReversed().join('')
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 300 }), (rows) => {
      const nth = printCounts()
      const before = new Map<number, number>()
      for (const row of rows) {
        assert.equal(nth(print(row)), before.get(row) ?? 0)
        before.set(row, (before.get(row) ?? 0) + 1)
      }
    }),
  )
  const nth = printCounts()
  for (const round of [0, 1]) for (let n = 0; n < 100_000; n++) assert.equal(nth(print(n)), round)
})
