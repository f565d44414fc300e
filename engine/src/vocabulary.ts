/**
 * What was made of each token, kept. Language repeats itself: most tokens were met before, so each pays for its letters
 * once. The store has two halves: when the younger is full, what was not met since the last time is forgotten, which bounds
 * memory whatever is read. Its own small hash tables rather than a Map: looking up must not cut a new string out of the
 * text for every token.
 */
import { PART_SHARE } from './chains.ts'
import { addRow, rowOf, type Table } from './table.ts'
import { TOKEN, type Tokens } from './tokens.ts'
import type { Word, WordMaker } from './words.ts'

/** Of each of the two halves of the store. */
const LIMIT = 20_000
const SLOTS = 2 ** 15
/** What is longer is kept by its beginning. */
export const LONGEST_KEY = 64
/** Of longer numbers only the length is read, up to this one, so they need no place of their own. */
const SHORT_NUMBER = 3
const LONG_NUMBER = 12

class Half<Met> {
  raws: string[] = []
  met: Met[] = []
  /** Two numbers for each slot: the hash of a token, and its place in `met`, from 1. */
  readonly slots = new Int32Array(SLOTS * 2)

  find(hash: number, text: string, start: number, to: number): Met | undefined {
    const { slots } = this
    for (let at = slotOf(hash); ; at = (at + 1) & (SLOTS - 1)) {
      const found = (slots[at * 2 + 1] as number) - 1
      if (found < 0) return undefined
      if (slots[at * 2] !== hash) continue
      const raw = this.raws[found] as string
      if (raw.length === to - start && text.startsWith(raw, start)) return this.met[found]
    }
  }

  keep(hash: number, raw: string, met: Met): void {
    let at = slotOf(hash)
    while (this.slots[at * 2 + 1] !== 0) at = (at + 1) & (SLOTS - 1)
    this.raws.push(raw)
    this.met.push(met)
    this.slots[at * 2] = hash
    this.slots[at * 2 + 1] = this.met.length
  }

  empty(): void {
    this.raws = []
    this.met = []
    this.slots.fill(0)
  }
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1)

export class Vocabulary<Met> {
  private readonly make: (raw: string, kind: number) => Met
  private young = new Half<Met>()
  private old = new Half<Met>()
  private readonly numbers: (Met | undefined)[] = []

  constructor(make: (raw: string, kind: number) => Met) {
    this.make = make
  }

  token(text: string, start: number, end: number, kind: number): Met {
    if (kind === TOKEN.number && end - start > SHORT_NUMBER) {
      const length = Math.min(end - start, LONG_NUMBER)
      return (this.numbers[length] ??= this.make('0'.repeat(length), kind))
    }
    const to = end - start > LONGEST_KEY ? start + LONGEST_KEY : end
    let hash = Math.imul(to - start, 0x9e3779b1) ^ kind
    for (let i = start; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    return this.young.find(hash, text, start, to) ?? this.recall(hash, text, start, to, kind)
  }

  /** From the older half, or made anew; either way young again. */
  private recall(hash: number, text: string, start: number, to: number, kind: number): Met {
    // A slice may hold on to the whole text it was cut from; joining makes a copy of its own.
    const raw = text.slice(start, to).split('').join('')
    const met = this.old.find(hash, text, start, to) ?? this.make(raw, kind)
    if (this.young.met.length >= LIMIT) {
      const { old } = this
      old.empty()
      this.old = this.young
      this.young = old
    }
    this.young.keep(hash, raw, met)
    return met
  }
}

/** The tokens of a text, each as it was met, into an array that is used again. */
export function lookUp<Met>(text: string, tokens: Tokens, vocabulary: Vocabulary<Met>, met: Met[]): void {
  for (let i = 0; i < tokens.count; i++)
    met[i] = vocabulary.token(text, tokens.start[i] as number, tokens.end[i] as number, tokens.kind[i] as number)
}

/** Words with the weights of their form and its parts already added up. */
export function weighed(table: Table, make: WordMaker): WordMaker {
  return (raw, kind) => {
    const word = make(raw, kind)
    word.row = rowOfWord(table, word)
    return word
  }
}

function rowOfWord(table: Table, word: Word): Float32Array {
  const sum = new Float64Array(table.width)
  const row = rowOf(table, word.form.hash)
  if (row >= 0) addRow(table, row, 1, sum)
  for (const part of word.form.parts) {
    const partRow = rowOf(table, part)
    if (partRow >= 0) addRow(table, partRow, PART_SHARE, sum)
  }
  return Float32Array.from(sum)
}
