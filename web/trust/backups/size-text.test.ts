import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sizeText } from './size-text.ts'

test('a size is said in its largest unit, with one decimal only where it is short', () => {
  assert.deepEqual(
    [0, 999, 1_000, 4_210_000, 42_100_000, 3e12, 7e15].map((bytes) => sizeText(bytes, 'en-GB')),
    ['0 byte', '999 byte', '1 kB', '4.2 MB', '42 MB', '3 TB', '7,000 TB'],
  )
})
