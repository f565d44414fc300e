import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dateOrder, looksLikeDate, readDate, serialToIso } from './date.ts'

const iso = (text: string, hint = {}): string | null => {
  const read = readDate(text, hint)
  return read && new Date(read.at).toISOString().replace('.000', '')
}

describe('a date', () => {
  const instants: [string, string][] = [
    ['2025-10-07 09:50:26 +0200', '2025-10-07T07:50:26Z'],
    ['2025-03-01T10:00:00+05:30', '2025-03-01T04:30:00Z'],
    ['2019-05-25T15:54', '2019-05-25T15:54:00Z'],
    ['2019-05-25T15:54:01.123456789Z', '2019-05-25T15:54:01.123Z'],
    ['25/05/2019 15:54', '2019-05-25T15:54:00Z'],
    ['5/25/2019 15:54', '2019-05-25T15:54:00Z'],
    ['5/25/19 3:54 PM', '2019-05-25T15:54:00Z'],
    ['12/01/2019 12:05 am', '2019-01-12T00:05:00Z'],
    ['25.05.2019 15:54', '2019-05-25T15:54:00Z'],
    ['Sat, 25 May 2019 15:54:00 GMT', '2019-05-25T15:54:00Z'],
    ['May 25, 2019 at 3:54 PM', '2019-05-25T15:54:00Z'],
    ['25. Mai 2019 um 15:54', '2019-05-25T15:54:00Z'],
    ['3. März 2024, 14.05 Uhr', '2024-03-03T14:05:00Z'],
    ['20190525T155400Z', '2019-05-25T15:54:00Z'],
    ['1558799640', '2019-05-25T15:54:00Z'],
    ['1558799640000', '2019-05-25T15:54:00Z'],
    ['43610.6625', '2019-05-25T15:54:00Z'],
  ]
  for (const [text, expected] of instants) test(`reads “${text}”`, () => assert.equal(iso(text), expected))

  for (const text of [
    '2019-05-25',
    '25.05.2019',
    '25/05/19',
    'May 25, 2019',
    '25 mai 2019',
    '25 de mayo de 2019',
    'mar 25 may 2019',
    '25-May-2019',
    'Saturday, May 25th, 2019',
    '20190525',
    '2019/05/25',
    '43610',
    '25 mei 2019',
  ]) {
    test(`without a time, “${text}” is that day at noon`, () => {
      assert.equal(iso(text), '2019-05-25T12:00:00Z')
      assert.equal(readDate(text)?.dateOnly, true)
    })
  }
  for (const text of [
    '',
    '  ',
    'hello',
    '31.02.2019',
    '2019-02-29',
    '2019-13-01',
    '32/01/2019',
    '12:30',
    '4',
    '9999999',
    '2019-05-25T25:00',
    '1/2',
    'may be',
    'x'.repeat(200),
  ]) {
    test(`“${text.slice(0, 20)}” is none`, () => assert.equal(readDate(text), null))
  }
  test('is taken in the time zone of the place, summer and winter', () => {
    assert.equal(iso('2025-07-01 10:00', { timeZone: 'Europe/Berlin' }), '2025-07-01T08:00:00Z')
    assert.equal(iso('2025-01-01 10:00', { timeZone: 'Europe/Berlin' }), '2025-01-01T09:00:00Z')
    assert.equal(iso('2025-01-01 10:00', { timeZone: 'America/New_York' }), '2025-01-01T15:00:00Z')
    assert.equal(iso('2025-07-01 10:00Z', { timeZone: 'Europe/Berlin' }), '2025-07-01T10:00:00Z')
  })
  test('follows the order of its column, and says when it cannot', () => {
    assert.equal(iso('03/04/2025', { order: 'dmy' }), '2025-04-03T12:00:00Z')
    assert.equal(iso('03/04/2025', { order: 'mdy' }), '2025-03-04T12:00:00Z')
    assert.deepEqual(
      [readDate('25/04/2025', { order: 'mdy' })?.swapped, iso('25/04/2025', { order: 'mdy' })],
      [true, '2025-04-25T12:00:00Z'],
    )
  })
})

describe('the order of day and month in a column', () => {
  const cases: [string[], ReturnType<typeof dateOrder>][] = [
    [['03/04/2025', '25/04/2025'], { order: 'dmy', certain: true, mixed: false }],
    [['03/04/2025', '04/25/2025'], { order: 'mdy', certain: true, mixed: false }],
    [['03/04/2025'], { order: 'dmy', certain: false, mixed: false }],
    [['03/04/2025 3:00 PM'], { order: 'mdy', certain: false, mixed: false }],
    [['03.04.2025'], { order: 'dmy', certain: true, mixed: false }],
    [['03/25/2025', '25/03/2025', '26/03/2025'], { order: 'dmy', certain: true, mixed: true }],
    [['2025-03-04'], { order: 'dmy', certain: true, mixed: false }],
  ]
  for (const [values, expected] of cases)
    test(`of ${values.join(', ')}`, () => assert.deepEqual(dateOrder(values), expected))
})

test('spreadsheet day numbers', () => {
  assert.equal(serialToIso(45736), '2025-03-20')
  assert.equal(serialToIso(45736.25), '2025-03-20T06:00:00')
  assert.equal(serialToIso(1), '1900-01-01')
  assert.equal(serialToIso(61), '1900-03-01')
  assert.equal(serialToIso(0.5), '12:00:00')
  assert.equal(serialToIso(-1), null)
  assert.equal(serialToIso(NaN), null)
})

test('a column of plain numbers does not look like dates', () => {
  assert.deepEqual(['5', '4.5', '1234', '20190525', '45736'].map(looksLikeDate), [false, false, false, false, false])
  assert.deepEqual(['25.05.2019', '2019-05-25', 'May 3, 2020'].map(looksLikeDate), [true, true, true])
})
