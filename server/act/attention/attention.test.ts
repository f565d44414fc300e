import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lowness, needOf, type Heard } from './attention.ts'
import { impactOf, NOBODY_KNOWN } from './impact.ts'
import { partsOf, sentenceOf } from './reason.ts'
import { hoursToAnswer, waitingFactor, waitingOf } from './waiting.ts'

const NOW = new Date('2026-03-10T12:00:00Z')
const DAY = 86_400_000
const heard = (of: Partial<Heard> = {}): Heard => ({
  sentiment: 'negative',
  family: 'sadness',
  emotion: 'disappointment',
  intensity: 0.72,
  urgency: 0.55,
  kind: 'complaint',
  confidence: 0.9,
  scoreKind: 'star',
  score: 1,
  ...of,
})

test('the worked example: a third complaint with one star is strong distress', () => {
  assert.deepEqual(needOf(heard()), { rule: 'complaint', strength: 0.72, strongDistress: true, crisis: false })
})

test('danger needs a person whatever else was read', () => {
  const need = needOf(heard({ kind: 'crisis', sentiment: 'unclear', confidence: 0.1, intensity: 0 }))
  assert.deepEqual(need, { rule: 'crisis', strength: 1, strongDistress: true, crisis: true })
})

test('an unsure reading alone calls nobody, but a low score beside it does', () => {
  const unsure = { kind: 'other', sentiment: 'unclear', confidence: 0.3, urgency: 0 } as const
  assert.equal(needOf(heard({ ...unsure, scoreKind: null, score: null })), null)
  assert.equal(needOf(heard(unsure))?.rule, 'lowScore')
})

test('a small remark beside five stars calls nobody, a strong one does', () => {
  const five = { score: 5, intensity: 0.3, urgency: 0.2 }
  assert.equal(needOf(heard(five)), null)
  assert.equal(needOf(heard({ ...five, intensity: 0.7 }))?.rule, 'complaint')
})

test('strong joy needs nobody, and its strength does not count as distress', () => {
  assert.equal(needOf(heard({ sentiment: 'positive', kind: 'praise', urgency: 0.2, score: 5, intensity: 0.99 })), null)
  const asks = needOf(heard({ sentiment: 'positive', kind: 'question', urgency: 0.4, score: 5, intensity: 0.99 }))
  assert.deepEqual(asks, { rule: 'asks', strength: 0.4, strongDistress: false, crisis: false })
})

test('each scale has its own low end', () => {
  assert.deepEqual(
    [
      lowness('star', 2),
      lowness('nps', 2),
      lowness('nps', 4),
      lowness('nps', 5),
      lowness('csat', 3),
      lowness(null, null),
    ],
    [0.5, 0.7, 0.5, 0, 0, 0],
  )
})

test('the worked example of impact: points add up and are named', () => {
  const standing = { orders: 3, worth: 14, since: new Date(NOW.getTime() - 800 * DAY), troubles: 1 }
  const { impact, parts } = impactOf(standing, 'complaint', NOW)
  assert.equal(impact, 1.9)
  assert.deepEqual(
    parts.map((part) => part.what),
    ['orders', 'years', 'troubles'],
  )
  assert.deepEqual(impactOf(NOBODY_KNOWN, 'complaint', NOW), { impact: 1, parts: [] })
})

test('an answer is due from when it was heard, sooner the more it presses; memories are not late', () => {
  const need = needOf(heard())!
  const live = waitingOf(new Date(NOW.getTime() - 5 * DAY), NOW, NOW, need, 0.2)
  assert.deepEqual([live.history, live.dueAt?.toISOString()], [false, '2026-03-11T12:00:00.000Z'])
  assert.equal(waitingOf(new Date(NOW.getTime() - 31 * DAY), NOW, NOW, need, 0.2).dueAt, null)
  assert.deepEqual(
    [hoursToAnswer(need, 0.9), hoursToAnswer({ ...need, strongDistress: false, strength: 0.4 }, 0.2)],
    [4, 72],
  )
})

test('waiting grows fast on the first day and slowly later', () => {
  const rounded = [0, 1, 24, 168].map((hours) => Math.round(waitingFactor(hours) * 10) / 10)
  assert.deepEqual(rounded, [1, 1.7, 4.2, 6.1])
})

test('the reason is one sentence about words, with what led there and who is known', () => {
  const reason = {
    rule: 'complaint' as const,
    sentiment: 'negative' as const,
    family: 'sadness' as const,
    intensity: 0.72,
    urgency: 0.5,
    confidence: 0.9,
    quote: 'Third time I write',
    score: { kind: 'star', value: 1 },
    personKind: 'customer',
    orders: 12,
    since: '2024-01-01T00:00:00Z',
    troubles: 0,
    impact: [],
    version: 'test-1',
  }
  const moment = { saidAt: NOW, waitingHours: 50, history: false, cameBack: false }
  assert.equal(
    sentenceOf(partsOf(reason, moment)),
    'Reads as very sad or let down (“Third time I write”), 1 star, a customer for 2 years, waiting 2 days',
  )
  const once = { ...reason, since: NOW.toISOString() }
  const longAgo = { saidAt: NOW, waitingHours: 0, history: true, cameBack: false }
  assert.equal(
    sentenceOf(partsOf(once, longAgo)),
    'Reads as very sad or let down (“Third time I write”), 1 star, 12 orders so far',
    'one letter, however long ago, is not years of custom',
  )
})
