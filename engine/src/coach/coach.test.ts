import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readReply, STEPS, type WarningKind } from '../index.ts'

const LATE = 'Third time I write, the parcel is still not here.'

test('a set phrase is hardly warmth, takes no step and is named as a template', () => {
  const read = readReply(LATE, 'We apologise for any inconvenience.')
  assert.equal(read.emotionalReaction, 1)
  assert.equal(read.interpretation, 0)
  assert.deepEqual(
    STEPS.filter((step) => read.steps[step] !== null),
    [],
  )
  assert.deepEqual(
    read.warnings.map(({ kind }) => kind),
    ['template'],
  )
})

test('a reply that takes all five steps needs no warning', () => {
  const reply =
    'I am so sorry, you wrote three times and nobody answered. That must have been maddening. We sent it to the wrong street, that is our mistake. ' +
    'I have sent a new parcel today. I will ring you on Thursday to hear whether it came.'
  const read = readReply(LATE, reply)
  assert.deepEqual([read.emotionalReaction, read.interpretation], [2, 2])
  assert.deepEqual(
    STEPS.filter((step) => read.steps[step] === null),
    [],
  )
  assert.deepEqual(read.warnings, [])
})

const LEVELS: [string, 'emotionalReaction' | 'interpretation' | 'exploration', 0 | 1 | 2][] = [
  ['I am so glad it worked out', 'emotionalReaction', 2],
  ['everything will be fine', 'emotionalReaction', 1],
  ['Sorry, but that is how it is.', 'emotionalReaction', 0],
  ['Try the other door.', 'emotionalReaction', 0],
  ['I understand.', 'interpretation', 1],
  ['That must have been frightening.', 'interpretation', 2],
  ['same here, after my divorce I slept on the sofa for a month', 'interpretation', 2],
  ['You should drink less coffee.', 'interpretation', 0],
  ['what happened?', 'exploration', 1],
  ['Did the second parcel come damaged too?', 'exploration', 2],
  ['Have you tried switching it off?', 'exploration', 0],
  ['Who cares?', 'exploration', 0],
]
for (const [reply, mechanism, level] of LEVELS)
  test(`“${reply}” has ${mechanism} ${level}`, () => assert.equal(readReply('', reply)[mechanism], level))

const BACKFIRES: [WarningKind, string][] = [
  ['blame', 'As clearly stated on our website, you should have ordered earlier.'],
  ['repeated_apology', 'Sorry about that. We are really sorry.'],
  ['vague', 'I will look into it as soon as possible.'],
  ['jargon', 'Your ticket number was escalated to tier 2.'],
  ['pressure', 'Please change your review, I will refund you then.'],
  ['we_for_i', 'We have seen your message and we will send a new one.'],
  ['template', 'Dear valued customer, your feedback is important to us.'],
]
for (const [kind, reply] of BACKFIRES)
  test(`“${reply}” is warned of as ${kind}`, () => {
    const found = readReply(LATE, reply).warnings.find((one) => one.kind === kind)
    assert.ok(found, 'nothing was warned of')
    assert.ok(reply.slice(found.start, found.end).length > 1)
  })

test('an apology at the end of a long letter is late, at its beginning it is not', () => {
  const matter =
    'The driver could not find the house and took the parcel back to the depot, where it lay for nine days because nobody there looked at the note you had left for us on the gate. '
  const kinds = (reply: string) => readReply(LATE, reply).warnings.map(({ kind }) => kind)
  assert.ok(kinds(`${matter}I have asked him to come again. I am sorry.`).includes('late_apology'))
  assert.ok(!kinds(`I am sorry. ${matter}I have asked him to come again.`).includes('late_apology'))
})

test('what is found lies inside the reply, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (heard, reply) => {
      const read = readReply(heard, reply)
      const spans = [...read.spans, ...read.warnings, ...STEPS.flatMap((step) => read.steps[step] ?? [])]
      for (const { start, end } of spans) assert.ok(start >= 0 && start < end && end <= reply.length)
      assert.ok(read.suggestions.length <= 3)
    }),
  )
})

for (const [what, piece] of [
  ['one letter', 'a'],
  ['question marks', '?'],
  ['“sorry ”', 'sorry '],
  ['“so really very ”', 'that is really very '],
  ['line breaks', '\n'],
  ['half a character', '\ud800'],
] as const)
  test(`a reply of twice as much of ${what} takes about twice as long`, () => {
    const time = (letters: number): number => {
      const reply = piece.repeat(letters / piece.length)
      const runs = [0, 1, 2].map(() => {
        // The processor's time, not the clock's: what else the machine does must not count.
        const since = process.cpuUsage()
        readReply(reply, reply)
        const { user, system } = process.cpuUsage(since)
        return (user + system) / 1000
      })
      return Math.min(...runs)
    }
    time(20_000)
    const [small, large] = [time(100_000), time(400_000)]
    assert.ok(
      large < 12 * Math.max(small, 4),
      `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms for four times as much`,
    )
  })
