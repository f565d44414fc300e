import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSearch } from './search.ts'
import { durationOf, sayDay, sayDifference, sayValue } from './say-figures.ts'

test('points carry their sign and are never percentages', () => {
  assert.equal(sayValue(45.2, 'points'), '+45')
  assert.equal(sayValue(-12.4, 'points'), '−12')
  assert.equal(sayValue(-0.2, 'points'), '0')
  assert.equal(sayValue(70, 'percent'), '70%')
  assert.equal(sayValue(3.66, 'stars'), '3.7')
})

test('a difference says which way it goes, unless it goes nowhere', () => {
  assert.equal(sayDifference(4.2, 'percent'), '+4')
  assert.equal(sayDifference(-0.31, 'stars'), '−0.3')
  assert.equal(sayDifference(0.2, 'points'), '0')
})

test('a wait is said in the unit people would use', () => {
  assert.deepEqual(durationOf(0.66), { unit: 'minutes', count: 40 })
  assert.deepEqual(durationOf(5.2), { unit: 'hours', count: 5 })
  assert.deepEqual(durationOf(70), { unit: 'days', count: 3 })
})

test('days are said as days, whatever the clock of the reader', () => {
  assert.equal(sayDay('2026-03-01', 'en-GB'), '1 Mar')
  assert.equal(sayDay('2026-03-01', 'en-GB', 'whole'), '1 Mar 2026')
})

test('an address with nonsense in it shows the usual page', () => {
  assert.deepEqual(readSearch({ span: '7y', from: '2026-02-01', to: '2026-01-01', by: '', only: 3 }), {})
  assert.deepEqual(readSearch({ from: '2026-01-01', to: '2026-02-01', only: 'source=google' }), {
    from: '2026-01-01',
    to: '2026-02-01',
    only: 'source=google',
  })
})
