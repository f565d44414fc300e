import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCurrency, readNumber } from './amount.ts'
import { readStars } from './stars.ts'

const NUMBERS: [string, number | null][] = [
  ['1.234,50 €', 1234.5],
  ['£1,234.50', 1234.5],
  ['1 234,5', 1234.5],
  ['(12.00)', -12],
  ["'4,2", 4.2],
  ['1,234', 1234],
  ['0,234', 0.234],
  ['1.234.567', 1234567],
  ['12,34,567', 1234567],
  ['4,5', 4.5],
  ['-3', -3],
  ['−2', -2],
  ['12-', -12],
  ['.5', 0.5],
  ["CHF 1'234.50", 1234.5],
  ['80%', 80],
  ['1.234', 1.234],
  ['abc', null],
  ['12abc', null],
  ['1,23,4', null],
  ['', null],
  ['-', null],
  ['1e5', null],
  ['5 stars', null],
  ['1.2.3', null],
]
for (const [text, value] of NUMBERS)
  test(`“${text}” is ${value ?? 'no number'}`, () => assert.equal(readNumber(text), value))

test('a column with decimal commas reads its thousands so', () => {
  assert.equal(readNumber('1.234', { decimal: ',' }), 1234)
  assert.equal(readNumber('1,234', { decimal: ',' }), 1.234)
  assert.equal(readNumber('5.0', { decimal: ',' }), 5)
  assert.equal(readNumber('1,234', { decimal: '.' }), 1234)
})

test('a currency is told by its sign or code, and a bare dollar by neither', () => {
  assert.deepEqual(['12 €', '£3', 'USD 4', 'chf 5', '$6', 'SEK'].map(readCurrency), [
    'EUR',
    'GBP',
    'USD',
    'CHF',
    null,
    'SEK',
  ])
})

const STARS: [string, ReturnType<typeof readStars>][] = [
  ['ONE', { value: 1, scale: 5 }],
  ['FIVE_STARS', { value: 5, scale: 5 }],
  ['5 stars', { value: 5 }],
  ['3 Sterne', { value: 3 }],
  ['4,5', { value: 4.5 }],
  ['★★★★☆', { value: 4, scale: 5 }],
  ['⭐️⭐️⭐️', { value: 3 }],
  ['4/5', { value: 4, scale: 5 }],
  ['4,0 von 5', { value: 4, scale: 5 }],
  ['4.5 out of 5', { value: 4.5, scale: 5 }],
  ['8 / 10', { value: 8, scale: 10 }],
  ['10', { value: 10 }],
  ['Like', null],
  ['', null],
  ['STAR_RATING_UNSPECIFIED', null],
]
for (const [text, stars] of STARS)
  test(`“${text}” is ${stars ? `${stars.value} stars` : 'no rating'}`, () => assert.deepEqual(readStars(text), stars))
