/**
 * Words with their weights already added up. Language repeats itself: most tokens were met before, so each pays for its
 * letters once. The store forgets everything when full, which bounds memory whatever is read. Its own small hash table
 * rather than a Map: looking up must not cut a new string out of the text for every token.
 */
import { PART_SHARE } from './chains.ts'
import { addRow, rowOf, type Table } from './table.ts'
import type { Word, WordMaker } from './words.ts'

const SLOTS = 2 ** 15
const LIMIT = 20_000
const LONGEST_KEY = 64

export class Vocabulary {
  readonly table: Table
  private readonly make: WordMaker
  private raws: string[] = []
  private words: Word[] = []
  private readonly slots = new Int32Array(SLOTS)

  constructor(table: Table, make: WordMaker) {
    this.table = table
    this.make = make
  }

  word(text: string, start: number, end: number, kind: number): Word {
    const to = end - start > LONGEST_KEY ? start + LONGEST_KEY : end
    let hash = Math.imul(to - start, 0x9e3779b1)
    for (let i = start; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    let at = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    for (;;) {
      const found = (this.slots[at] as number) - 1
      if (found < 0) break
      const raw = this.raws[found] as string
      if (raw.length === to - start && text.startsWith(raw, start)) return this.words[found] as Word
      at = (at + 1) & (SLOTS - 1)
    }
    return this.meet(text.slice(start, to), kind, at)
  }

  private meet(raw: string, kind: number, at: number): Word {
    const word = this.make(raw, kind)
    word.row = rowOfWord(this.table, word)
    if (this.words.length >= LIMIT) {
      this.words = []
      this.raws = []
      this.slots.fill(0)
      return word
    }
    // A slice may hold on to the whole text it was cut from; joining makes a copy of its own.
    this.raws.push(raw.split('').join(''))
    this.words.push(word)
    this.slots[at] = this.words.length
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
