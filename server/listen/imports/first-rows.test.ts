import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportMapping } from './contract.ts'
import { firstRows } from './first-rows.ts'

const reviews: ImportMapping = {
  shape: 'generic',
  target: 'voices',
  source: 'reviews',
  fields: { text: 'Review', said_at: 'Day', score: 'Stars', person_name: 'Who' },
  answers: [],
  attributes: [],
  score: { kind: 'star', min: 0, max: 10 },
  dateOrder: 'dmy',
  decimal: null,
  timeZone: 'Europe/Berlin',
}

test('a preview shows what an import would store: the date read, the stars on five, the person named', () => {
  const rows = [
    { line: 2, values: { Review: 'The rye was still warm.', Day: '03/04/2026', Stars: '8', Who: 'Ada Brandt' } },
  ]
  const { voices, issues } = firstRows(reviews, rows)
  assert.deepEqual(issues, [])
  assert.deepEqual(voices, [
    {
      line: 2,
      text: 'The rye was still warm.',
      title: null,
      question: null,
      saidAt: '2026-04-03T10:00:00.000Z',
      score: { kind: 'star', value: 4 },
      person: 'Ada Brandt',
    },
  ])
  assert.equal(firstRows({ ...reviews, dateOrder: 'mdy' }, rows).voices[0]!.saidAt, '2026-03-04T11:00:00.000Z')
})

test('a row that would be left out is named with its reason', () => {
  const { voices, issues } = firstRows(reviews, [{ line: 7, values: { Review: 'Late again.', Day: 'soon' } }])
  assert.deepEqual(voices, [])
  assert.deepEqual(issues, [{ line: 7, field: 'said_at', reason: '“soon” is not a date Heed can read.', kept: false }])
})

test('the lines of one order are one order in the preview, too', () => {
  const fields = { number: 'Order', ordered_at: 'Day', total: 'Total', item_name: 'Item', person_email: 'Mail' }
  const { orders } = firstRows({ ...reviews, target: 'orders', fields, score: null }, [
    { line: 2, values: { Order: '#1', Day: '2026-04-03', Total: '12.50', Item: 'Rye', Mail: 'ada@weil.example' } },
    { line: 3, values: { Order: '#1', Item: 'Scone' } },
  ])
  assert.deepEqual(
    orders.map(({ number, items, person }) => [number, items.map(({ name }) => name), person]),
    [['#1', ['Rye', 'Scone'], 'ada@weil.example']],
  )
})
