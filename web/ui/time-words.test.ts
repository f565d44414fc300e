import assert from 'node:assert/strict'
import { test } from 'node:test'
import { relativeTime, spanWords } from './time-words.ts'

const now = new Date('2026-11-22T12:00:00Z')
const ago = (iso: string): string => relativeTime(new Date(iso), now, 'en-GB')

test('the recent past is said as people say it', () => {
  assert.equal(ago('2026-11-22T11:59:30Z'), 'now')
  assert.equal(ago('2026-11-22T11:48:00Z'), '12 minutes ago')
  assert.equal(ago('2026-11-22T09:10:00Z'), '2 hours ago')
  assert.equal(ago('2026-11-21T11:00:00Z'), 'yesterday')
  assert.equal(ago('2026-11-03T12:00:00Z'), '2 weeks ago')
  assert.equal(ago('2025-05-22T12:00:00Z'), 'last year')
})

test('what lies ahead is said as ahead', () => {
  assert.equal(ago('2026-11-24T12:00:01Z'), 'in 2 days')
})

test('a wait is said in its largest full unit and is never nought', () => {
  assert.equal(spanWords(20_000, 'en-GB'), '1 minute')
  assert.equal(spanWords(3 * 3_600_000 + 59 * 60_000, 'en-GB'), '3 hours')
  assert.equal(spanWords(50 * 3_600_000, 'en-GB'), '2 days')
})
