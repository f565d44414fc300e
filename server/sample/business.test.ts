import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VoiceInput } from '#listen/contract'
import { NewPerson } from '#people/contract'
import { makeBusiness, type Business } from '#sample'
import { SHORT_ANSWER } from './survey.ts'
import { readTexts } from './text.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const now = new Date('2026-11-22T10:15:00Z')
const business = makeBusiness(now)

const eighteenMonthsBefore = (moment: Date) => {
  const then = new Date(moment)
  then.setUTCMonth(then.getUTCMonth() - 18)
  return then.getTime()
}
const daysAgo = (instant: string) => (now.getTime() - Date.parse(instant)) / DAY
const nps = (voices: Business['voices']) => {
  const values = voices.flatMap(({ score }) => (score?.kind === 'nps' ? [score.value] : []))
  const share = (fits: (value: number) => boolean) => values.filter(fits).length / values.length
  return 100 * (share((value) => value >= 9) - share((value) => value <= 6))
}

test('the sample shop has been told about as a busy small shop is', () => {
  assert.ok(business.voices.length >= 2500 && business.voices.length <= 3200, `${business.voices.length} voices`)
  assert.ok(readTexts().length >= 1700)
  assert.ok(business.persons.length >= 200)
  assert.ok(business.orders.length > 4000 && business.orders.length < 9000, `${business.orders.length} orders`)
  assert.deepEqual(new Set(business.voices.map((voice) => voice.channel)).size, 5)
  assert.ok(new Set(business.voices.map((voice) => voice.language)).size >= 7)
})

test('the same moment gives the same business, to the last word', () => {
  // Compared as one string each: a difference in thousands of objects takes minutes to draw.
  assert.ok(JSON.stringify(makeBusiness(now)) === JSON.stringify(business))
})

test('no two people say the same thing, beyond two or three words', () => {
  const long = business.voices.filter(({ text }) => text.length > SHORT_ANSWER)
  const plain = long.map(({ text }) => text.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' '))
  assert.deepEqual(
    plain.filter((text, place) => plain.indexOf(text) !== place),
    [],
  )
})

for (const moment of ['2026-11-22T10:15:00Z', '2027-02-28T00:04:00Z', '2028-02-29T23:59:00Z', '2027-08-31T12:00:00Z']) {
  test(`seen at ${moment}, everything was said and bought within eighteen months and nothing in the future`, () => {
    const then = new Date(moment)
    const seen = makeBusiness(then)
    const instants = [...seen.voices.map(({ saidAt }) => saidAt), ...seen.orders.map(({ orderedAt }) => orderedAt)]
    const [first, last] = [instants.toSorted()[0]!, instants.toSorted().at(-1)!]
    assert.ok(Date.parse(first) >= eighteenMonthsBefore(then), first)
    assert.ok(Date.parse(last) <= then.getTime(), last)
    assert.ok(
      then.getTime() - Date.parse(seen.voices.at(-1)!.saidAt) < 3 * HOUR,
      'somebody spoke within the last hours',
    )
    const handled = seen.troubles.flatMap((trouble) => trouble.handled?.at ?? [])
    assert.ok(handled.every((at) => Date.parse(at) < then.getTime()))
  })
}

test('whoever is named is known: persons, orders and surveys all resolve', () => {
  const persons = new Set(business.persons.map(({ key }) => key))
  const orders = new Map(business.orders.map((order) => [order.number, order]))
  const surveys = new Set(business.surveys.map(({ key }) => key))
  assert.equal(persons.size, business.persons.length)
  assert.equal(orders.size, business.orders.length)
  assert.equal(new Set(business.voices.map(({ key }) => key)).size, business.voices.length)
  for (const order of business.orders) assert.ok(persons.has(order.personKey), order.personKey)
  for (const { key, personKey, orderNumber, surveyKey, saidAt } of business.voices) {
    if (personKey) assert.ok(persons.has(personKey), `${key}: ${personKey}`)
    if (surveyKey) assert.ok(surveys.has(surveyKey), `${key}: ${surveyKey}`)
    if (!orderNumber) continue
    assert.equal(orders.get(orderNumber)?.personKey, personKey)
    assert.ok(orders.get(orderNumber)!.orderedAt <= saidAt, `${key} speaks of an order not yet made`)
  }
})

test('Heed can take in every person and every voice as it stands', () => {
  const refused = [
    ...business.persons.filter((person) => !NewPerson.safeParse(person).success).map(({ key }) => key),
    ...business.voices
      .filter((voice) => !VoiceInput.safeParse({ ...voice, externalId: voice.key }).success)
      .map(({ key }) => key),
  ]
  assert.deepEqual(refused, [])
})

test('no two people share an address or a number, and no address can reach anybody', () => {
  const identities = business.persons.flatMap((person) => person.identities)
  assert.equal(new Set(identities.map(({ kind, value }) => kind + value)).size, identities.length)
  for (const { kind, value } of identities) if (kind === 'email') assert.match(value, /^[a-z.-]+@[a-z-]+\.example$/)
})

test('own bikes please where the courier did not', () => {
  const deliveries = business.voices.filter(({ surveyKey }) => surveyKey === 'delivery')
  const bikes = business.changes.find(({ key }) => key === 'bikes')!.at
  const before = deliveries.filter(({ saidAt }) => saidAt < bikes)
  const after = deliveries.filter(({ saidAt }) => saidAt >= bikes)
  assert.ok(before.length > 200 && after.length > 200)
  assert.ok(nps(after) - nps(before) > 40, `${nps(before)} → ${nps(after)}`)
})

test('the broken pause button is unheard of before the new page, and louder every week since', () => {
  const told = business.voices.filter(({ thread }) => thread === 'pause-button').map(({ saidAt }) => daysAgo(saidAt))
  const within = (from: number, to: number) => told.filter((ago) => ago >= from && ago < to).length
  assert.equal(within(44, 600), 0)
  assert.ok(within(0, 14) > 1.5 * within(14, 28), `${within(0, 14)} after ${within(14, 28)}`)
})

test('nobody remarks at the counter on a Monday, when it is closed', () => {
  const mondays = business.voices.filter(
    ({ channel, saidAt, key }) =>
      channel === 'counter' && new Date(saidAt).getUTCDay() === 1 && !/^(letters|suppliers)-/.test(key),
  )
  assert.deepEqual(mondays, [])
})

test('some people wait for a person now; others were looked after, and say whether they felt heard', () => {
  const voices = new Map(business.voices.map((voice) => [voice.key, voice]))
  const open = business.troubles.filter(({ state }) => state === 'open')
  const handled = business.troubles.flatMap((trouble) => (trouble.handled ? [{ ...trouble, ...trouble.handled }] : []))
  assert.ok(open.length >= 6 && open.length <= 9)
  for (const { key, voiceKeys } of open) assert.ok(daysAgo(voices.get(voiceKeys.at(-1)!)!.saidAt) <= 5, key)
  assert.deepEqual(
    readTexts().filter(({ trouble, thread }) => trouble && !open.some(({ key }) => key === thread)),
    [],
  )
  assert.ok(handled.length >= 8)
  assert.deepEqual(new Set(handled.map(({ feltHeard }) => feltHeard)), new Set(['yes', 'partly', 'no']))
  for (const { key, note, cause, done, at, waitingSince, answerKey } of handled) {
    assert.ok(note && cause && done.length > 0, key)
    assert.ok(at > waitingSince, `${key} was handled before it was heard`)
    if (answerKey) assert.ok(voices.get(answerKey)!.saidAt > at, `${key} was answered before it was handled`)
  }
})
