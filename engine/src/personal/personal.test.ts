import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPersonal, redact } from '../index.ts'

const kinds = (text: string) => findPersonal(text).map((span) => span.kind)

test('what a checksum proves is found, and what only looks like it is left alone', () => {
  assert.deepEqual(kinds('Paid with 4111 1111 1111 1111.'), ['card'])
  assert.deepEqual(kinds('Paid with 4111 1111 1111 1112.'), [])
  assert.deepEqual(kinds('Refund to DE89 3704 0044 0532 0130 00 please'), ['iban'])
  assert.deepEqual(kinds('Refund to DE88 3704 0044 0532 0130 00 please'), [])
  assert.deepEqual(kinds('Order 4012-7788-1293-0041 is late, version 2.14.0.3 too'), [])
})

test('a text without its details reads on, and places can be found in both directions', () => {
  const text = 'Ring me on 07700 900461, or write to ada@brandt.example. Regards, Priya Raman'
  const without = redact(text)
  assert.equal(without.text, 'Ring me on [phone], or write to [e-mail]. Regards, [name]')
  const at = text.indexOf('write')
  assert.equal(without.text.slice(without.moved(at), without.moved(at) + 5), 'write')
  assert.equal(without.cameFrom(without.moved(at)), at)
  assert.equal(redact(text, { style: 'blocks' }).text.length, text.length)
})

test('only the kinds asked for go', () => {
  assert.equal(redact('Call 07700 900461, Priya', { kinds: ['email'] }).text, 'Call 07700 900461, Priya')
})

test('nothing written breaks it', () => {
  for (const text of ['', '@', '+', '((((', 'a@', '\u0000', '\ud800', 'Dear '.repeat(50), '1 '.repeat(50)])
    assert.doesNotThrow(() => redact(text), text)
})
