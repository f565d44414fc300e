/**
 * A small net that hears words in their order: filters over three neighbouring words, of each the place where it hears most,
 * and from these a sum for every head it knows. It is added to the linear sums.
 *
 * Worked example, one filter that listens for "not" and, one place later, for "good": in "not good at all" it hears 0.9 at
 * "good", nowhere more; a head that gives it the weight −2 gets −1.8, and the word in the middle of the window, "good",
 * is credited with it. So the parts of a sum still add up, though which window is heard most is no linear question.
 */
import { addRow, rowOf, type Table } from './table.ts'
import type { Tokens } from './tokens.ts'
import type { Form, Word } from './words.ts'

/** Words on both sides of the one in the middle, and itself. */
const WINDOW = 3
/** A longer text is heard in stretches of about so many words, each counting the same: else every filter hears something. */
const STRETCH = 120
/** What words put on filters is kept in whole steps of this size, … */
const STEP = 1 / 1024
/** … two filters to a number, the second in the upper half, so that one addition serves both: three never overflow. */
const HALF = 16
const MOST = 10_000
/** Forms kept; when full all are forgotten, which bounds memory whatever is read. */
const FORMS = 12_000

const BLOCK = 6

export type NetParts = {
  heads: string[]
  filters: number
  /** Number of vectors' places. */
  size: number
  vectors: { slots: Uint32Array; weights: Int8Array; scales: Float32Array }
  /** By place in the window, filter, and place in a vector. */
  pull: Float32Array
  /** Where each filter begins: without a question, and for each question a text can answer. */
  start: Float32Array
  /** By filter, the weight in each head. */
  weights: Float32Array
  bias: number[]
}

export class Net {
  readonly heads: readonly string[]
  readonly bias: readonly number[]
  /** What the net puts on each of its heads, without the bias. */
  readonly sum: Float64Array
  /** By stretch and filter: how much was heard, and at which token (−1 where nothing was). */
  private heard = new Int32Array(1024)
  private at = new Int32Array(1024)
  private stretches = 0
  private readonly parts: NetParts
  private readonly vectors: Table
  private readonly starts: Int32Array
  /** From one word's pulls to the next one's; an odd number of cache lines, or long texts would all fall into a few. */
  private readonly stride: number
  private readonly silence: Int32Array
  private spoken = new Int32Array(256)
  private readonly pulled: Int32Array
  private readonly loud: Int32Array
  private readonly loudness: Float64Array
  private readonly met = new Map<number, Int32Array>()
  private readonly metBare = new Map<number, Int32Array>()
  private readonly vector: Float64Array
  private readonly rows: number[] = []

  constructor(parts: NetParts) {
    this.parts = parts
    this.heads = parts.heads
    this.bias = parts.bias
    this.sum = new Float64Array(parts.heads.length)
    const { slots, weights, scales } = parts.vectors
    this.vectors = {
      heads: [],
      width: parts.size,
      slots,
      mask: slots.length - 1,
      weights,
      scales,
      bias: new Float64Array(parts.size),
    }
    this.starts = Int32Array.from(parts.start, inSteps)
    this.vector = new Float64Array(parts.size)
    this.stride = (parts.filters * WINDOW) / 2 + 16
    this.loud = new Int32Array(parts.filters)
    this.loudness = new Float64Array(parts.filters)
    this.silence = new Int32Array((parts.filters * WINDOW) / 2)
    this.pulled = new Int32Array((STRETCH + 2) * this.stride)
  }

  /** What a word puts on each filter from each place in its window; words of one form (names, long numbers) share it. */
  pulls({ form }: Word): Int32Array {
    // A word put in the place of another has the same form as where it is said itself, but no parts.
    const met = form.parts.length === 0 ? this.metBare : this.met
    const known = met.get(form.hash)
    if (known !== undefined) return known
    const found = this.pullsOf(form)
    if (met.size >= FORMS) met.clear()
    met.set(form.hash, found)
    return found
  }

  private pullsOf(form: Form): Int32Array {
    const { pull, filters, size } = this.parts
    const { vector, rows } = this
    vector.fill(0)
    const own = rowOf(this.vectors, form.hash)
    if (own >= 0) addRow(this.vectors, own, 1, vector)
    rows.length = 0
    for (const part of form.parts) {
      const row = rowOf(this.vectors, part)
      if (row >= 0) rows.push(row)
    }
    if (own < 0 && rows.length === 0) return this.silence
    for (const row of rows) addRow(this.vectors, row, 1 / rows.length, vector)
    const found = new Int32Array((filters * WINDOW) / 2)
    // Two numbers, four filters, at a time: a place of the vector is fetched once for all of them.
    for (let i = 0; i < found.length; i += 2) {
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      const first = i * 2 * size
      for (let place = 0; place < size; place++) {
        const by = vector[place] as number
        const at = first + place
        a += (pull[at] as number) * by
        b += (pull[at + size] as number) * by
        c += (pull[at + 2 * size] as number) * by
        d += (pull[at + 3 * size] as number) * by
      }
      found[i] = inSteps(a) + (inSteps(b) << HALF)
      found[i + 1] = inSteps(c) + (inSteps(d) << HALF)
    }
    return found
  }

  take(words: readonly Word[], tokens: Tokens, question: number): void {
    const { filters } = this.parts
    const count = this.gather(words, tokens)
    this.stretches = Math.ceil(count / STRETCH)
    if (this.heard.length < this.stretches * filters) {
      this.heard = new Int32Array(this.stretches * filters * 2)
      this.at = new Int32Array(this.stretches * filters * 2)
    }
    this.sum.fill(0)
    for (let stretch = 0; stretch < this.stretches; stretch++) {
      const from = Math.floor((count * stretch) / this.stretches)
      const to = Math.floor((count * (stretch + 1)) / this.stretches)
      this.lay(words, from, to, count)
      this.hear(from, to, stretch * filters, question * filters)
      this.add(stretch * filters)
    }
  }

  /** Finds the spoken words; returns how many they are. */
  private gather(words: readonly Word[], tokens: Tokens): number {
    if (this.spoken.length < tokens.count) this.spoken = new Int32Array(tokens.count * 2)
    let count = 0
    for (let i = 0; i < tokens.count; i++) {
      const word = words[i] as Word
      if (!word.silent || word.stops) this.spoken[count++] = i
    }
    return count
  }

  /**
   * Lays side by side what the words of a stretch pull, with the neighbours of its first and last, silence where the text
   * ends. A stretch at a time: of all the words of a book it would be gigabytes.
   */
  private lay(words: readonly Word[], from: number, to: number, count: number): void {
    const { pulled, spoken, silence, stride } = this
    for (let i = from - 1; i <= to; i++) {
      const word = i < 0 || i >= count ? null : (words[spoken[i] as number] as Word)
      pulled.set(word === null ? silence : (word.pulls ??= this.pulls(word)), (i - from + 1) * stride)
    }
  }

  /** Of each filter the window in which it hears most. */
  private hear(from: number, to: number, into: number, start: number): void {
    const { heard, at, starts, spoken, pulled } = this
    const pairs = this.parts.filters / 2
    const width = this.stride
    const end = (to - from) * width
    // The left neighbour of a word stands one row before it, the right one behind it.
    const middle = width + pairs
    const right = 2 * middle
    for (let pair = 0; pair < pairs; pair++) {
      const low = into + pair * 2
      const high = low + 1
      const startLow = starts[start + pair * 2] as number
      const startHigh = starts[start + pair * 2 + 1] as number
      // Nothing is heard unless the words outdo where the filter begins; below, both halves are compared as they stand.
      let mostLow = -startLow << HALF
      let mostHigh = -startHigh << HALF
      let atLow = -1
      let atHigh = -1
      for (let row = pair; row < end; row += width) {
        const both = (pulled[row] as number) + (pulled[row + middle] as number) + (pulled[row + right] as number)
        const alone = both << HALF
        if (alone > mostLow) {
          mostLow = alone
          atLow = row
        }
        if (both > mostHigh) {
          mostHigh = both
          atHigh = row
        }
      }
      heard[low] = (mostLow >> HALF) + startLow
      heard[high] = (mostHigh >> HALF) + startHigh
      at[low] = atLow < 0 ? -1 : (spoken[from + (atLow - pair) / width] as number)
      at[high] = atHigh < 0 ? -1 : (spoken[from + (atHigh - pair) / width] as number)
    }
  }

  /** Six heads at a time: their sums never leave the processor's registers. */
  private add(into: number): void {
    const { sum, heard, loud, loudness } = this
    const { filters, weights } = this.parts
    const width = sum.length
    const share = STEP / this.stretches
    let count = 0
    for (let filter = 0; filter < filters; filter++) {
      const value = heard[into + filter] as number
      if (value <= 0) continue
      loud[count] = filter * width
      loudness[count++] = value * share
    }
    let head = 0
    for (; head + BLOCK <= width; head += BLOCK) {
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      let e = 0
      let f = 0
      for (let i = 0; i < count; i++) {
        const from = (loud[i] as number) + head
        const by = loudness[i] as number
        a += (weights[from] as number) * by
        b += (weights[from + 1] as number) * by
        c += (weights[from + 2] as number) * by
        d += (weights[from + 3] as number) * by
        e += (weights[from + 4] as number) * by
        f += (weights[from + 5] as number) * by
      }
      sum[head] = (sum[head] as number) + a
      sum[head + 1] = (sum[head + 1] as number) + b
      sum[head + 2] = (sum[head + 2] as number) + c
      sum[head + 3] = (sum[head + 3] as number) + d
      sum[head + 4] = (sum[head + 4] as number) + e
      sum[head + 5] = (sum[head + 5] as number) + f
    }
    for (; head < width; head++)
      for (let i = 0; i < count; i++)
        sum[head] = (sum[head] as number) + (weights[(loud[i] as number) + head] as number) * (loudness[i] as number)
  }

  /** Adds to `shares`, which has a place for each token, what the net credits it with in one head. */
  credit(head: number, by: number, shares: Float64Array): void {
    const { filters, weights } = this.parts
    const share = (STEP / this.stretches) * by
    for (let i = 0; i < this.stretches * filters; i++) {
      const token = this.at[i] as number
      if (token < 0) continue
      const weight = weights[(i % filters) * this.sum.length + head] as number
      shares[token] = (shares[token] as number) + (this.heard[i] as number) * weight * share
    }
  }
}

function inSteps(value: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.round(value / STEP)))
}
