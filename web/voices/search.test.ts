import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFiltered, queryOf, readSearch, sameSearch } from './search.ts'

test('an address says what is looked at, and what it does not know is left out', () => {
  assert.deepEqual(readSearch({ q: 'cold soup', source: 'google', kind: ['complaint', 'complaint'], colour: 'red' }), {
    q: 'cold soup',
    source: ['google'],
    kind: ['complaint'],
  })
  assert.deepEqual(readSearch({ intensityMin: '0.6', scoreMax: 'many', span: 'ages', sort: 'newest' }), {
    intensityMin: 0.6,
  })
})

test('the last week begins seven days ago, also across a month', () => {
  assert.deepEqual(queryOf({ span: '7d', q: 'rye' }, new Date(2026, 2, 3, 23, 59)), { q: 'rye', from: '2026-02-24' })
})

test('days of one’s own win over a span', () => {
  assert.deepEqual(readSearch({ span: '7d', from: '2026-01-01' }), { from: '2026-01-01' })
})

test('an order alone leaves nothing out', () => {
  assert.equal(isFiltered(readSearch({ sort: 'strongest' })), false)
  assert.equal(isFiltered(readSearch({ q: 'rye' })), true)
})

test('a view is recognised however it was put together', () => {
  assert.ok(sameSearch({ q: 'a', source: ['x', 'y'] }, { source: ['y', 'x'], q: 'a' }))
  assert.ok(!sameSearch({ q: 'a' }, { q: 'a', sort: 'strongest' }))
})
