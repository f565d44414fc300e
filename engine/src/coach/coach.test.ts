import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readReply, STEPS, type Step, type WarningKind } from '../index.ts'

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
  ['We are sorry about the wait.', 'emotionalReaction', 1],
  ['Sorry!', 'emotionalReaction', 1],
  ['I am gutted to hear it.', 'emotionalReaction', 2],
  ['Chin up, be kind to yourself.', 'emotionalReaction', 1],
  ['You will find it in the settings.', 'emotionalReaction', 0],
  ['I know exactly how you feel.', 'interpretation', 1],
  ['We understand your concern.', 'interpretation', 1],
  ['I can see how that spoiled the whole evening.', 'interpretation', 2],
  ['I am sending the plumber at noon.', 'interpretation', 0],
  ['Is there anything else I can do?', 'exploration', 1],
  ['What seems to be the problem?', 'exploration', 1],
  ['how old is your dog', 'exploration', 2],
  ['May I ask which tablet he took?', 'exploration', 2],
  ['How would I ever live without my cat?', 'exploration', 0],
  ['Are you sure?', 'exploration', 0],
]
for (const [reply, mechanism, level] of LEVELS)
  test(`“${reply}” has ${mechanism} ${level}`, () => assert.equal(readReply('', reply)[mechanism], level))

const TAKEN: [Step, string, boolean][] = [
  ['acknowledge', 'You sat in the dark for two hours, with the children crying.', true],
  ['acknowledge', 'I am sorry we sent you away.', true],
  ['acknowledge', 'Any parcel is delivered within the stated time.', false],
  ['acknowledge', 'I have asked where your parcel is.', true],
  ['acknowledge', 'Which parcel? I am checking.', false],
  ['validate', 'Nobody should have to beg for their own money.', true],
  ['validate', 'That cannot have been easy to say.', true],
  ['validate', 'I would hate it too.', true],
  ['validate', 'My sister lost her luggage there and cried for a day.', true],
  ['validate', 'We understand your frustration.', false],
  ['own', 'It was me who gave you the wrong key.', true],
  ['own', 'I took on too many orders.', true],
  ['own', 'We never answered, we are to blame.', true],
  ['own', 'The mistake is mine.', true],
  ['own', 'The driver took the wrong road.', false],
  ['act', 'Cancelled, and the fee is refunded.', true],
  ['followUp', 'You will hear from me on Monday.', true],
  ['followUp', 'If it still leaks, I come again.', true],
  ['followUp', 'How is your hand now?', true],
  ['followUp', 'Let me unpack it. Could you tell me more?', false],
]
for (const [step, reply, taken] of TAKEN)
  test(`“${reply}” ${taken ? 'takes' : 'does not take'} the step ${step}`, () =>
    assert.equal(readReply(LATE, reply).steps[step] !== null, taken))

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
  ['“if you ”', 'if you '],
  ['“I really know how ”', 'i really know how '],
  ['“we took ”', 'we took '],
  ['“with the ”', 'with the '],
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
