import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupReasons } from './group-reasons.ts'

const bad = (line: number, value: string) => ({
  line,
  field: 'said_at',
  reason: `“${value}” is not a date Heed can read.`,
  kept: false,
})

test('a hundred rows with dates nobody can read are one reason, with some of the dates', () => {
  const [reason, ...others] = groupReasons([bad(3, 'soon'), bad(9, 'later'), bad(12, 'soon')])
  assert.deepEqual(others, [])
  assert.deepEqual(reason, {
    text: '… is not a date Heed can read.',
    kept: false,
    rows: 3,
    lines: [3, 9, 12],
    examples: ['soon', 'later'],
  })
})

test('rows left out come before rows kept in part', () => {
  const reasons = groupReasons([
    { line: 2, field: 'score', reason: '“9” lies outside 1–5.', kept: true },
    { line: 4, field: 'score', reason: '“8” lies outside 1–5.', kept: true },
    bad(5, 'soon'),
  ])
  assert.deepEqual(
    reasons.map(({ kept, rows }) => [kept, rows]),
    [
      [false, 1],
      [true, 2],
    ],
  )
})
