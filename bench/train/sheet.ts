/**
 * Texts as lists of feature numbers, cut by the engine's own code. Words are kept once and texts point to them, so that
 * the letter runs of a common word are not written down a hundred thousand times.
 */
import { Chains, lengthScale, link, PART_SHARE } from '../../engine/src/chains.ts'
import { topicHash } from '../../engine/src/questions.ts'
import { signTable } from '../../engine/src/signs.ts'
import { cut, TOKEN, Tokens } from '../../engine/src/tokens.ts'
import { ANY_NAME, maskPlaces, TRAIT, type Word, type WordMaker } from '../../engine/src/words.ts'
import { Counter } from './counter.ts'
import type { Example } from './example.ts'

export type Sheet = {
  examples: readonly Example[]
  hashes: Int32Array
  counts: Int32Array
  /** Features of a word: its own and its parts', as numbers into `hashes`. */
  wordFeatures: Int32Array[]
  /** By example: [from, to) into `items`; an item is a word (≥ 0) or a chain (−1 − feature). */
  bounds: Int32Array
  items: Int32Array
  shares: Float32Array
  scale: Float32Array
}

type Cut = (text: string, language: string, tokens: Tokens, words: Word[]) => void

export function cutter(make: WordMaker): Cut {
  const signs = signTable()
  const name = make(ANY_NAME, TOKEN.word)
  const met = new Map<string, Word>()
  return (text, language, tokens, words) => {
    cut(text, signs, tokens)
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.start[i] as number
      const raw = text.slice(start, Math.min(tokens.end[i] as number, start + 64))
      let word = met.get(raw)
      if (word === undefined) {
        word = make(raw, tokens.kind[i] as number)
        met.set(raw, word)
      }
      words[i] = word
    }
    maskPlaces(words, tokens, language, name)
  }
}

/** `least`: how often a chain must be seen among the training rows to be kept; words and parts need less. */
export function sheetOf(
  examples: readonly Example[],
  make: WordMaker,
  least: { word: number; part: number; chain: number },
): Sheet {
  const cutText = cutter(make)
  const tokens = new Tokens()
  const words: Word[] = []
  const chains = new Chains()
  const wordCount = new Counter()
  const partCount = new Counter()
  const chainCount = new Counter(22)
  const each = (visit: (example: Example, index: number) => void): void => {
    examples.forEach((example, index) => {
      cutText(example.text, example.language, tokens, words)
      link(words, tokens, topicHash(example.topic ?? null), chains)
      visit(example, index)
    })
  }
  each((example) => {
    if (example.split !== 'train') return
    for (let i = 0; i < tokens.count; i++) {
      const { form } = words[i] as Word
      if (form.text === TRAIT) continue
      wordCount.add(form.hash)
      for (const part of form.parts) partCount.add(part)
    }
    for (let i = 0; i < chains.count; i++) chainCount.add(chains.hash[i] as number)
  })
  const number = new Counter(21)
  const hashes: number[] = []
  const counts: number[] = []
  const keep = (counter: Counter, least: number): void =>
    counter.forEach((hash, count) => {
      if (count < least || number.get(hash) !== 0) return
      hashes.push(hash)
      counts.push(count)
      number.add(hash)
      number.set(hash, hashes.length)
    })
  keep(wordCount, least.word)
  keep(partCount, least.part)
  keep(chainCount, least.chain)

  const wordNumber = new Map<Word, number>()
  const wordFeatures: Int32Array[] = []
  const items: number[] = []
  const shares: number[] = []
  const bounds = new Int32Array(examples.length + 1)
  const scale = new Float32Array(examples.length)
  each((_, index) => {
    for (let i = 0; i < tokens.count; i++) {
      const word = words[i] as Word
      let known = wordNumber.get(word)
      if (known === undefined) {
        known = wordFeatures.length
        wordNumber.set(word, known)
        const found = [word.form.text === TRAIT ? -1 : number.get(word.form.hash) - 1]
        for (const part of word.form.parts) if (number.get(part) > 0) found.push(number.get(part) - 1)
        wordFeatures.push(Int32Array.from(found))
      }
      items.push(known)
      shares.push(chains.share[i] as number)
    }
    for (let i = 0; i < chains.count; i++) {
      const feature = number.get(chains.hash[i] as number) - 1
      if (feature < 0) continue
      items.push(-1 - feature)
      shares.push(1)
    }
    bounds[index + 1] = items.length
    scale[index] = lengthScale(chains.mass)
  })
  return {
    examples,
    hashes: Int32Array.from(hashes),
    counts: Int32Array.from(counts),
    wordFeatures,
    bounds,
    items: Int32Array.from(items),
    shares: Float32Array.from(shares),
    scale,
  }
}

/** The features of one text and their values, written into the given arrays; returns how many. */
export function spread(
  sheet: Sheet,
  index: number,
  ids: Int32Array,
  values: Float32Array,
  drop: () => boolean,
): number {
  const scale = sheet.scale[index] as number
  let size = 0
  for (let at = sheet.bounds[index] as number; at < (sheet.bounds[index + 1] as number); at++) {
    const item = sheet.items[at] as number
    if (size + 300 > ids.length) break
    if (drop()) continue
    if (item < 0) {
      ids[size] = -1 - item
      values[size++] = scale
      continue
    }
    const features = sheet.wordFeatures[item] as Int32Array
    const share = (sheet.shares[at] as number) * scale
    for (let i = 0; i < features.length; i++) {
      const feature = features[i] as number
      if (feature < 0) continue
      ids[size] = feature
      values[size++] = i === 0 ? share : share * PART_SHARE
    }
  }
  return size
}
