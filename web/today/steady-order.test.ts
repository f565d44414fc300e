import assert from 'node:assert/strict'
import { test } from 'node:test'
import { steadyOrder } from './steady-order.ts'

test('a list that was empty takes whatever comes', () => {
  assert.deepEqual(steadyOrder([], ['a', 'b']), { shown: ['a', 'b'], held: 0 })
})

test('what is being read does not move, and what would push it down waits to be asked for', () => {
  assert.deepEqual(steadyOrder(['a', 'b'], ['new', 'b', 'a']), { shown: ['a', 'b'], held: 1 })
})

test('what left is gone, and what belongs below just follows', () => {
  assert.deepEqual(steadyOrder(['a', 'b'], ['b', 'c', 'd']), { shown: ['b', 'c', 'd'], held: 0 })
})

test('the letter one is reading is always in the list it belongs to', () => {
  assert.deepEqual(steadyOrder(['a', 'b'], ['back', 'a', 'b'], 'back'), { shown: ['back', 'a', 'b'], held: 0 })
})
