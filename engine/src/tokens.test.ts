import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signTable } from './signs.ts'
import { cut, TOKEN, Tokens } from './tokens.ts'

const signs = signTable()

function pieces(text: string): string[] {
  const tokens = new Tokens()
  cut(text, signs, tokens)
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]))
}

function sentences(text: string): string[] {
  const tokens = new Tokens()
  cut(text, signs, tokens)
  const starts: number[] = []
  for (let i = 0; i < tokens.count; i++) if (tokens.opens[i] === 1) starts.push(tokens.start[i] as number)
  return starts.map((from, i) => text.slice(from, starts[i + 1] ?? text.length).trim())
}

test('words keep their apostrophes, marks stand together, pictures stand alone', () => {
  assert.deepEqual(pieces("I didn't wait... 😀👍🏽 :-) ok!!"), [
    'I',
    "didn't",
    'wait',
    '...',
    '😀',
    '👍🏽',
    ':-)',
    'ok',
    '!!',
  ])
})

test('an address is one piece', () => {
  assert.deepEqual(pieces('see https://heed.example/a?b=1 now'), ['see', 'https://heed.example/a?b=1', 'now'])
})

test('scripts without spaces are cut sign by sign', () => {
  assert.deepEqual(pieces('ร้าน'), ['ร', '้', 'า', 'น'])
  assert.deepEqual(pieces('好吃'), ['好', '吃'])
})

test('a list number, a path and a time are not smileys', () => {
  const tokens = new Tokens()
  for (const text of ['8) eight', 'c:/files', 'at 8:30 or 9:15', 'http://x.example']) {
    cut(text, signs, tokens)
    assert.ok(!tokens.kind.slice(0, tokens.count).includes(TOKEN.smiley), text)
  }
})

test('sentences end at marks and lines, not inside titles, numbers or addresses', () => {
  assert.deepEqual(sentences('Mr. Okafor paid 4.50 for it. Too much! Is it? Yes'), [
    'Mr. Okafor paid 4.50 for it.',
    'Too much!',
    'Is it?',
    'Yes',
  ])
  assert.deepEqual(sentences('first line\nsecond line'), ['first line', 'second line'])
  assert.deepEqual(sentences('Great! 😀 And again.'), ['Great! 😀', 'And again.'])
})
