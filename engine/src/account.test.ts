import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { addUp, modelFile, openReader } from './index.ts'

const reader = openReader(readFileSync(modelFile))
const said = fc.constantFrom(
  ...'the bread was not good at all but we love it ! ? 😀 rude staff, never again. very late and cold lol dude wtf yeah this sub das Brot war nicht gut'.split(
    ' ',
  ),
)

test('the parts of an account add up to the score of the reading, whatever is read', () => {
  fc.assert(
    fc.property(
      fc.array(said, { maxLength: 40 }),
      fc.option(fc.constant('What could we do better?')),
      (words, question) => {
        const text = words.join(' ')
        const hints = question === null ? {} : { question }
        const { sentiment, confidence } = reader.read(text, hints)
        if (confidence === 0) return
        assert.ok(Math.abs(addUp(reader.account(text, hints)).score - sentiment.score) <= 0.0011, text)
      },
    ),
    { numRuns: 300 },
  )
})

test('a word of an account stands where it is said', () => {
  const text = 'The bread was stale.'
  const worst = reader.account(text).words.toSorted((a, b) => b.sides[0] - b.sides[2] - (a.sides[0] - a.sides[2]))[0]!
  assert.equal(text.slice(worst.start, worst.end), 'stale')
})
