import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { modelFile } from './index.ts'
import { openLexis } from './lexis.ts'
import { openModel } from './model.ts'
import { Net, type NetParts } from './net.ts'
import { signTable } from './signs.ts'
import { cut, Tokens } from './tokens.ts'
import { lookUp, Vocabulary, weighed } from './vocabulary.ts'
import { wordMaker, type Word } from './words.ts'

const model = openModel(readFileSync(modelFile))
const parts = model.net as NetParts
const net = new Net(parts)
const signs = signTable()
const vocabulary = new Vocabulary(weighed(model.english, wordMaker(openLexis(model.lexis), 'all', 3)))
const tokens = new Tokens()
const words: Word[] = []

function heard(text: string, question = 0): number[] {
  cut(text, signs, tokens)
  lookUp(text, tokens, vocabulary, words)
  net.take(words, tokens, question)
  return [...net.sum]
}

/** The same by the plainest way: every filter at every word, in floating point, without a stretch. */
function plainly(text: string): number[] {
  cut(text, signs, tokens)
  lookUp(text, tokens, vocabulary, words)
  const { filters, start, weights, heads } = parts
  const pulled = words
    .slice(0, tokens.count)
    .filter((word) => !word.silent || word.stops)
    .map((word) => Array.from(net.pulls(word)).flatMap((both) => [(both << 16) >> 16, both >> 16]))
  const sum = heads.map(() => 0)
  for (let filter = 0; filter < filters; filter++) {
    const most = pulled.reduce((top, middle, i) => {
      const window = [pulled[i - 1]?.[filter], middle[filters + filter], pulled[i + 1]?.[2 * filters + filter]]
      return Math.max(top, (start[filter] as number) + window.reduce((a: number, b) => a + (b ?? 0), 0) / 1024)
    }, 0)
    heads.forEach((_, head) => {
      sum[head] = (sum[head] as number) + most * (weights[filter * heads.length + head] as number)
    })
  }
  return sum
}

const said = fc.constantFrom(
  ...'the bread was not good at all but we love it ! ? 😀 rude staff, never again. thanks lol Berlin wheelchair'.split(
    ' ',
  ),
)
const sentence = fc.array(said, { maxLength: 60 }).map((list) => list.join(' '))

test('two filters to a number hear what each would hear by itself', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const plain = plainly(text)
      heard(text).forEach((value, head) => assert.ok(Math.abs(value - (plain[head] as number)) < 0.1, text))
    }),
    { numRuns: 100 },
  )
})

test('what words are credited with adds up, in one stretch and in many', () => {
  fc.assert(
    fc.property(sentence, fc.constantFrom(1, 20), fc.nat(3), (text, times, question) => {
      const sums = heard(`${text} `.repeat(times), question)
      const shares = new Float64Array(tokens.count)
      net.credit(5, 1, shares)
      assert.ok(Math.abs(shares.reduce((a, b) => a + b, 0) - (sums[5] as number)) < 1e-6)
    }),
    { numRuns: 100 },
  )
})

test('the order of words is heard, a name and what somebody lives with are not', () => {
  assert.notDeepEqual(heard('not good, bad'), heard('not bad, good'))
  assert.deepEqual(heard('thanks to Aisha for this'), heard('thanks to Heather for this'))
  assert.deepEqual(heard('the blind customer was happy'), heard('the customer was happy'))
})

test('whatever is read, the sums are numbers, and reading a text twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const first = heard(text)
      assert.ok(first.every(Number.isFinite))
      heard('I love this so much lol')
      assert.deepEqual(heard(text), first)
    }),
  )
})

test('a book takes the net no more room than a letter, but for a few numbers a page', () => {
  const book = 'lol that was so not good '.repeat(60_000)
  cut(book, signs, tokens)
  lookUp(book, tokens, vocabulary, words)
  const before = process.memoryUsage().arrayBuffers
  net.take(words, tokens, 0)
  const taken = (process.memoryUsage().arrayBuffers - before) / 1e6
  assert.ok(taken < 30, `${taken.toFixed(0)} MB for ${tokens.count} words`)
})
