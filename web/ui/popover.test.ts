import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingPlace } from './popover.ts'

const room = { width: 320, height: 640 }
const wish = { side: 'bottom', align: 'start', rightToLeft: false } as const

test('a menu stands under its button, at its beginning', () => {
  const at = standingPlace({ left: 20, right: 60, top: 40, bottom: 80 }, { width: 200, height: 300 }, room, wish)
  assert.deepEqual(at, { left: 20, top: 86, height: 300 })
})

test('a menu at the bottom of a phone opens upwards', () => {
  const at = standingPlace({ left: 20, right: 60, top: 580, bottom: 624 }, { width: 200, height: 300 }, room, wish)
  assert.equal(at.top, 580 - 6 - 300)
})

test('a menu at the far edge stays inside the window', () => {
  const at = standingPlace({ left: 280, right: 316, top: 40, bottom: 80 }, { width: 200, height: 300 }, room, wish)
  assert.equal(at.left, 320 - 8 - 200)
})

test('a menu longer than the window scrolls instead of running out of it', () => {
  const at = standingPlace({ left: 20, right: 60, top: 40, bottom: 80 }, { width: 200, height: 900 }, room, wish)
  assert.equal(at.top + at.height, 640 - 8)
})

test('read from the right, the beginning of a button is its right edge', () => {
  const trigger = { left: 100, right: 300, top: 40, bottom: 80 }
  const at = standingPlace(trigger, { width: 120, height: 100 }, room, { ...wish, rightToLeft: true })
  assert.equal(at.left, 180)
})
