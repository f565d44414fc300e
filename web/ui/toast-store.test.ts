import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeToastStore } from './toast-store.ts'

test('the same sentence said twice stands once', () => {
  const store = makeToastStore()
  store.add({ text: 'Saved.' })
  store.add({ text: 'Saved.' })
  assert.equal(store.all().length, 1)
})

test('a fourth message makes the oldest leave', () => {
  const store = makeToastStore()
  for (const text of ['one', 'two', 'three', 'four']) store.add({ text })
  assert.deepEqual(
    store.all().map(({ text }) => text),
    ['two', 'three', 'four'],
  )
})

test('whoever listens hears of every change until they stop', () => {
  const store = makeToastStore()
  let heard = 0
  const stop = store.subscribe(() => (heard += 1))
  const id = store.add({ text: 'one' })
  store.remove(id)
  stop()
  store.add({ text: 'two' })
  assert.equal(heard, 2)
})
