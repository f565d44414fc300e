import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksFurther } from './search.ts'

test('old voices are looked at as a whole, unless somebody chose a time or days are still being counted', () => {
  const old = { voices: 0, metrics: [], firstDay: '2019-05-25', counting: 0 }
  assert.equal(looksFurther({}, old), true)
  assert.equal(looksFurther({ span: '90d' }, old), false)
  assert.equal(looksFurther({ from: '2026-01-01', to: '2026-02-01' }, old), false)
  assert.equal(looksFurther({}, { ...old, counting: 2 }), false)
  assert.equal(looksFurther({}, { ...old, voices: 1 }), false)
  assert.equal(looksFurther({}, { ...old, firstDay: null }), false)
})
