/** Adds up a text under one model: the totals, and the part that each token had in them. */
import { lengthScale, link, type Chains } from './chains.ts'
import { addRow, rowOf, type Table } from './table.ts'
import type { Tokens } from './tokens.ts'
import type { Word } from './words.ts'
import { EMOTION_GROUPS, RACING_KINDS } from './heads.ts'
import { EMOTIONS, FAMILIES } from './reading.ts'

/** Heads 0, 1, 2 are negative, neutral, positive in every reading model. */
const POLAR = 3

export class Sums {
  readonly total: Float64Array
  /** Three running totals after each token; the difference of two of them is what stands between. */
  after = new Float64Array(256 * POLAR)
  /** Weighted rows found for chains, beside the token each ends at. */
  chainRow = new Int32Array(1024)
  mass = 0
  scale = 1
  private room = new Float64Array(256)

  readonly table: Table
  /** Where each group of heads begins, or −1 where this model has none. */
  readonly at: Readonly<
    Record<'emotion' | 'family' | 'kind' | 'urgency' | 'intensity' | 'crisis' | 'mixed' | 'group', number>
  >

  constructor(table: Table) {
    this.table = table
    this.total = new Float64Array(table.width)
    const place = (name: string): number => table.heads.indexOf(name)
    this.at = {
      emotion: place(`emotion:${EMOTIONS[0]}`),
      family: place(`family:${FAMILIES[0]}`),
      kind: place(`kind:${RACING_KINDS[0]}`),
      urgency: place('urgency'),
      intensity: place('intensity'),
      crisis: place('crisis'),
      mixed: place('mixed'),
      group: place(`group:${EMOTION_GROUPS[0]}`),
    }
  }

  take(words: readonly Word[], tokens: Tokens, chains: Chains, topic: number): void {
    link(words, tokens, topic, chains)
    const { total, table } = this
    const { width } = table
    const { count } = tokens
    total.fill(0)
    if (this.after.length < count * POLAR) this.after = new Float64Array(count * POLAR * 2)
    if (this.chainRow.length < chains.count) this.chainRow = new Int32Array(chains.count * 2)
    let next = 0
    for (let i = 0; i < count; i++) {
      const row = (words[i] as Word).row as Float32Array
      const share = chains.share[i] as number
      if (share === 1) for (let head = 0; head < width; head++) total[head] = (total[head] as number) + (row[head] as number)
      else for (let head = 0; head < width; head++) total[head] = (total[head] as number) + (row[head] as number) * share
      next = this.addChains(chains, next, i)
      const at = i * POLAR
      this.after[at] = total[0] as number
      this.after[at + 1] = total[1] as number
      this.after[at + 2] = total[2] as number
    }
    this.addChains(chains, next, -1)
    this.mass = chains.mass
    this.scale = lengthScale(chains.mass)
  }

  private addChains(chains: Chains, from: number, token: number): number {
    let at = from
    while (at < chains.count && chains.token[at] === token) {
      const row = rowOf(this.table, chains.hash[at] as number)
      this.chainRow[at] = row
      if (row >= 0) addRow(this.table, row, 1, this.total)
      at++
    }
    return at
  }

  /** Room for one number per token, whatever it last held. */
  spare(count: number): Float64Array {
    if (this.room.length < count) this.room = new Float64Array(count * 2)
    return this.room
  }

  /** The score of one head for the whole text, before any curve. */
  logit(head: number): number {
    return (this.table.bias[head] as number) + (this.total[head] as number) * this.scale
  }

  /** What tokens [from, to) add to one of the first three heads. */
  between(polarity: number, from: number, to: number): number {
    if (to <= from) return 0
    const before = from === 0 ? 0 : (this.after[(from - 1) * POLAR + polarity] as number)
    return (this.after[(to - 1) * POLAR + polarity] as number) - before
  }
}
