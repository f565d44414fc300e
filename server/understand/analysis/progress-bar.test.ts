import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { lineOf, showProgress } from './progress-bar.ts'

test('whoever watches sees how far it is, how fast it goes and how long it will take', () => {
  assert.equal(
    lineOf({ rows: 50_000, share: 0.25 }, 5),
    'Reading ██████░░░░░░░░░░░░░░░░░░ 25%  50,000 voices  10,000 a second  15 s left',
  )
  assert.equal(lineOf({ rows: 200, share: null }, 0.1), 'Reading  200 voices')
})

test('where nobody watches nothing is shown', () => {
  const err = new PassThrough()
  showProgress(err, () => ({ rows: 1, share: 0.5 })).done()
  assert.equal(err.read(), null)
})
