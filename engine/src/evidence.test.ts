import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { Chains } from './chains.ts'
import { polarity } from './evidence.ts'
import { modelFile } from './index.ts'
import { openLexis } from './lexis.ts'
import { openModel } from './model.ts'
import { Net } from './net.ts'
import { signTable } from './signs.ts'
import { Sums } from './sums.ts'
import { cut, Tokens } from './tokens.ts'
import { lookUp, Vocabulary, weighed } from './vocabulary.ts'
import { wordMaker, type Word } from './words.ts'

const said = fc.constantFrom(
  ...'the bread was not good at all but we love it ! ? 😀 rude staff, never again. very late and cold lol dude wtf yeah this sub'.split(
    ' ',
  ),
)
const sentence = fc.array(said, { maxLength: 40 }).map((words) => words.join(' '))

const model = openModel(readFileSync(modelFile))
const signs = signTable()
const net = model.net === null ? null : new Net(model.net)
const vocabulary = new Vocabulary(weighed(model.english, wordMaker(openLexis(model.lexis), 'all', 3)))

test('the shares of all words, the shape of the whole and the bias add up to the score', () => {
  let forum = 0
  fc.assert(
    fc.property(sentence, (text) => {
      const tokens = new Tokens()
      const words: Word[] = []
      const chains = new Chains()
      const sums = new Sums(model.english, net)
      cut(text, signs, tokens)
      lookUp(text, tokens, vocabulary, words)
      sums.take(words, tokens, chains, null)
      if (!sums.quiet) forum++
      let whole = sums.start(2) - sums.start(0)
      for (const share of polarity({ tokens, sums }).subarray(0, tokens.count)) whole += share
      for (let at = 0; at < chains.count; at++) {
        const row = sums.chainRow[at] as number
        if (chains.token[at] !== -1 || row < 0) continue
        whole += (sums.sideWeight(row, 2) - sums.sideWeight(row, 0)) * sums.scale
      }
      assert.ok(Math.abs(whole - (sums.logit(2) - sums.logit(0))) < 1e-6)
    }),
    { numRuns: 200 },
  )
  assert.ok(forum > 20, 'texts that sound like a forum, whose sides are of another kind, were among them')
})
