/**
 * What words say together: pairs, triples, pairs with a gap, words under a negation, the opening word, the shape of the
 * whole. The trainer and the reader both call this, so that they can never disagree about what a text contains.
 *
 * Worked example, "not good at all!": words not, good, at, all, !; pairs not+good, good+at, at+all; triples
 * not+good+at, good+at+all; gaps not…at, good…all; under negation good, at, all; opening not; one exclamation mark.
 */
import { hashOf, joined, SALT } from './hashes.ts'
import type { Tokens } from './tokens.ts'
import type { Word } from './words.ts'

/** Weight of one letter run beside its word's 1. */
export const PART_SHARE = 0.35
/** What is left of a word's own weight under a negation; the rest is learnt for the negated word. */
export const NEGATED_SHARE = 0.4
const NEGATION_REACH = 4

export class Chains {
  count = 0
  hash = new Int32Array(1024)
  /** The token a feature ends at, or −1 for what belongs to the whole text. */
  token = new Int32Array(1024)
  /** Share of each token's own row that counts. */
  share = new Float64Array(256)
  /** Words that speak, the measure of length. */
  mass = 0

  add(hash: number, token: number): void {
    if (this.count === this.hash.length) {
      const hashes = new Int32Array(this.count * 2)
      hashes.set(this.hash)
      this.hash = hashes
      const tokens = new Int32Array(this.count * 2)
      tokens.set(this.token)
      this.token = tokens
    }
    this.hash[this.count] = hash
    this.token[this.count++] = token
  }
}

/** Sums of features grow with the length of a text, their meaning does not: divide by the root. */
export function lengthScale(mass: number): number {
  return 1 / Math.sqrt(mass + 1)
}

export function link(words: readonly Word[], tokens: Tokens, topic: number, chains: Chains): void {
  const count = tokens.count
  chains.count = 0
  chains.mass = 0
  if (chains.share.length < count) chains.share = new Float64Array(count * 2)
  let before = 0
  let earlier = 0
  let reach = 0
  let answered = 0
  for (let i = 0; i < count; i++) {
    const word = words[i] as Word
    if (tokens.opens[i] === 1 || word.stops) {
      before = 0
      earlier = 0
      reach = 0
    }
    chains.share[i] = 1
    if (word.silent) {
      if (word.form.text !== '"' && word.form.text !== "'") reach = 0
      continue
    }
    chains.mass++
    if (word.stops) continue
    const hash = word.form.hash
    if (before !== 0) chains.add(joined(before, hash, SALT.pair), i)
    else if (chains.mass === 1) chains.add(joined(hash, 1, SALT.opening), i)
    if (earlier !== 0) {
      chains.add(joined(joined(earlier, before, SALT.pair), hash, SALT.triple), i)
      chains.add(joined(earlier, hash, SALT.gap), i)
    }
    if (word.turns) reach = 0
    if (reach > 0) {
      chains.share[i] = NEGATED_SHARE
      chains.add(joined(hash, 1, SALT.negated), i)
      reach--
    }
    if (topic !== 0 && answered++ < 12) chains.add(joined(topic, hash, SALT.answer), i)
    if (word.negator) reach = NEGATION_REACH
    earlier = before
    before = hash
  }
  shape(words, count, topic, chains)
}

function shape(words: readonly Word[], count: number, topic: number, chains: Chains): void {
  let shouted = 0
  let cries = 0
  let questions = 0
  let stretched = 0
  let pictures = 0
  for (let i = 0; i < count; i++) {
    const word = words[i] as Word
    if (word.shouted) shouted++
    if (word.stretched) stretched++
    if (word.picture) pictures++
    if (!word.stops) continue
    const sign = word.form.text.charCodeAt(0)
    if (sign === 33) cries++
    else if (sign === 63) questions++
  }
  const last = count === 0 ? undefined : words[count - 1]
  const mark = (name: string, size: number): void => chains.add(hashOf(name, SALT.shape + size), -1)
  if (shouted > 0) mark('shouted', shouted * 2 > count ? 9 : Math.min(shouted, 3))
  if (cries > 0) mark('cries', Math.min(cries, 3))
  if (questions > 0) mark('questions', Math.min(questions, 2))
  if (stretched > 0) mark('stretched', 1)
  if (pictures > 0) mark('pictures', 1)
  if (last !== undefined && last.form.text.startsWith('?')) mark('asks', 1)
  mark('length', Math.min(8, Math.ceil(Math.log2(chains.mass + 1))))
  if (topic !== 0) {
    chains.add(joined(topic, 1, SALT.answer), -1)
    if (chains.mass <= 2) chains.add(joined(topic, 2, SALT.answer), -1)
  }
}
