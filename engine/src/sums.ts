/** Adds up a text under one model and the net beside it: the totals, and the part that each token had in them. */
import { lengthScale, link, type Chains } from './chains.ts'
import type { Net } from './net.ts'
import { topicHash, topicNumber, type Topic } from './questions.ts'
import { sigmoid } from './sentiment.ts'
import { rowOf, weightOf, type Table } from './table.ts'
import type { Tokens } from './tokens.ts'
import type { Word } from './words.ts'
import { EMOTION_GROUPS, FAMILY_OF, groupOf, POLARITIES, RACING_KINDS } from './heads.ts'
import { EMOTIONS, FAMILIES } from './reading.ts'

/** How much the shades of a family, or of a group, speak for it beside its own head. */
const SHADES_SPEAK = 0.6

/** The net is asked about texts that sound like a forum with at least this chance: where it was taught, and nowhere else. */
export const FORUM = 0.25

/**
 * How much the sides of a forum count in a text that sounds like one with this chance: a customer who sounds a little like
 * a forum must be read as a customer.
 */
export const forumShare = (chance: number): number => chance ** 3

/** Heads 0, 1, 2 are negative, neutral, positive in every reading model. */
const POLAR = 3
const BLOCK = 6
/** Bounds of what a shade adds, beyond which a curve has no more to say. */
const LOUDEST = 30
const QUIETEST = 1e-9

export class Sums {
  readonly total: Float64Array
  /** Three running totals after each token; the difference of two of them is what stands between. */
  after = new Float64Array(256 * POLAR)
  /** Weighted rows found for chains, beside the token each ends at. */
  chainRow = new Int32Array(1024)
  mass = 0
  scale = 1
  /** How much the sides of a forum count in this text beside those of customers. */
  forum = 0
  /** Where in the weights each known chain begins, and its scale. */
  private met = new Int32Array(1024)
  private metScale = new Float64Array(1024)
  private known = 0
  private room = new Float64Array(256)

  readonly table: Table
  private readonly net: Net | null
  /** Whether the net was not asked about this text. */
  quiet = true
  /** By head, its number in the net, or −1. */
  private readonly inNet: Int32Array
  /** By emotion, the heads of its family and its group. */
  private readonly above: readonly (readonly number[])[]
  /** By side, the head of the group of feelings that is of it. */
  private readonly groupOfSide: readonly number[]
  /** What the shades add to the heads above them. */
  private readonly fromShades: Float64Array
  /** Where each group of heads begins, or −1 where this model has none. */
  readonly at: Readonly<
    Record<'emotion' | 'family' | 'kind' | 'urgency' | 'intensity' | 'crisis' | 'mixed' | 'group' | 'forum', number>
  >

  constructor(table: Table, net: Net | null = null) {
    this.table = table
    this.net = net
    this.inNet = Int32Array.from(table.heads, (head) => net?.heads.indexOf(head) ?? -1)
    this.total = new Float64Array(table.width)
    this.fromShades = new Float64Array(table.width)
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
      forum: place('forum'),
    }
    this.groupOfSide = POLARITIES.map((side) => place(`group:${side}`))
    this.above = EMOTIONS.map((emotion) => [
      this.at.family + FAMILIES.indexOf(FAMILY_OF[emotion]),
      this.at.group + EMOTION_GROUPS.indexOf(groupOf(emotion)),
    ])
  }

  take(words: readonly Word[], tokens: Tokens, chains: Chains, topic: Topic | null): void {
    link(words, tokens, topicHash(topic), chains)
    this.mass = chains.mass
    this.scale = lengthScale(chains.mass)
    this.makeRoom(tokens.count, chains.count)
    this.takeSides(words, tokens.count, chains)
    const { width } = this.table
    let head = POLAR
    for (; head + BLOCK <= width; head += BLOCK) this.takeBlock(words, tokens.count, chains, head)
    for (; head < width; head++) this.takeOne(words, tokens.count, chains, head)
    this.quiet = true
    if (this.net === null) return
    const forum = sigmoid(this.logit(this.at.forum))
    if (forum < FORUM) return
    this.quiet = false
    this.forum = forumShare(forum)
    this.net.take(words, tokens, topicNumber(topic))
    this.hearShades()
    this.turnSides(words, tokens.count, chains)
  }

  /**
   * What is bitter, calm or warm on a forum was learnt there, as groups of feelings. The first three heads move towards these
   * as far as the text sounds like a forum, word by word, so that every word's part in them can still be told.
   */
  private turnSides(words: readonly Word[], count: number, chains: Chains): void {
    const { after, chainRow, forum, total, groupOfSide } = this
    const running = [0, 0, 0]
    let next = 0
    for (let i = 0; i <= count; i++) {
      const token = i < count ? i : -1
      const row = i < count ? ((words[i] as Word).row as Float32Array) : null
      const first = next
      while (next < chains.count && chains.token[next] === token) next++
      for (let side = 0; side < POLAR; side++) {
        const head = groupOfSide[side] as number
        let sum = running[side] as number
        if (row !== null) sum += (row[head] as number) * (chains.share[i] as number)
        for (let at = first; at < next; at++) {
          const known = chainRow[at] as number
          if (known >= 0) sum += weightOf(this.table, known, head)
        }
        running[side] = sum
        if (row === null) continue
        const place = i * POLAR + side
        after[place] = (after[place] as number) * (1 - forum) + sum * forum
      }
    }
    for (let side = 0; side < POLAR; side++)
      total[side] = (total[side] as number) * (1 - forum) + (running[side] as number) * forum
  }

  /** What a chain puts on a side, as this text is read. */
  sideWeight(row: number, side: number): number {
    const own = weightOf(this.table, row, side)
    if (this.quiet) return own
    return own * (1 - this.forum) + weightOf(this.table, row, this.groupOfSide[side] as number) * this.forum
  }

  /** A family is felt where any of its shades is: the chance that at least one is, as a logit. */
  private hearShades(): void {
    const { fromShades, above, at } = this
    fromShades.fill(0)
    for (let i = 0; i < above.length; i++) {
      // The log of the chance that this shade is not felt.
      const none = -Math.log(1 + Math.exp(Math.min(LOUDEST, this.logit(at.emotion + i))))
      for (const head of above[i] as readonly number[]) fromShades[head] = (fromShades[head] as number) + none
    }
    for (let head = at.family; head < at.family + FAMILIES.length; head++) this.turnToChance(head)
    for (let head = at.group; head < at.group + EMOTION_GROUPS.length; head++) this.turnToChance(head)
  }

  private turnToChance(head: number): void {
    const none = Math.min(-QUIETEST, this.fromShades[head] as number)
    this.fromShades[head] = SHADES_SPEAK * (Math.log(-Math.expm1(none)) - none)
  }

  private makeRoom(tokens: number, chains: number): void {
    if (this.after.length < tokens * POLAR) this.after = new Float64Array(tokens * POLAR * 2)
    if (this.chainRow.length < chains) this.chainRow = new Int32Array(chains * 2)
    if (this.met.length < chains) {
      this.met = new Int32Array(chains * 2)
      this.metScale = new Float64Array(chains * 2)
    }
  }

  /** The first three heads, token by token; on the way, which chains the table knows. */
  private takeSides(words: readonly Word[], count: number, chains: Chains): void {
    const { table, chainRow, after, met, metScale } = this
    const { weights, width, scales } = table
    let negative = 0
    let neutral = 0
    let positive = 0
    let next = 0
    let known = 0
    // One round more than there are tokens: what belongs to the whole text stands last.
    for (let i = 0; i <= count; i++) {
      if (i < count) {
        const row = (words[i] as Word).row as Float32Array
        const share = chains.share[i] as number
        negative += (row[0] as number) * share
        neutral += (row[1] as number) * share
        positive += (row[2] as number) * share
      }
      const token = i < count ? i : -1
      for (; next < chains.count && chains.token[next] === token; next++) {
        const row = rowOf(table, chains.hash[next] as number)
        chainRow[next] = row
        if (row < 0) continue
        const from = row * width
        const scale = scales[row] as number
        negative += (weights[from] as number) * scale
        neutral += (weights[from + 1] as number) * scale
        positive += (weights[from + 2] as number) * scale
        met[known] = from
        metScale[known++] = scale
      }
      if (i === count) break
      after[i * POLAR] = negative
      after[i * POLAR + 1] = neutral
      after[i * POLAR + 2] = positive
    }
    this.known = known
    this.total[0] = negative
    this.total[1] = neutral
    this.total[2] = positive
  }

  /** Six heads at a time over the whole text: their sums never leave the processor's registers. */
  private takeBlock(words: readonly Word[], count: number, chains: Chains, head: number): void {
    const { total, met, metScale, known } = this
    const { weights } = this.table
    const { share } = chains
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let e = 0
    let f = 0
    for (let i = 0; i < count; i++) {
      const row = (words[i] as Word).row as Float32Array
      const by = share[i] as number
      a += (row[head] as number) * by
      b += (row[head + 1] as number) * by
      c += (row[head + 2] as number) * by
      d += (row[head + 3] as number) * by
      e += (row[head + 4] as number) * by
      f += (row[head + 5] as number) * by
    }
    for (let i = 0; i < known; i++) {
      const from = (met[i] as number) + head
      const by = metScale[i] as number
      a += (weights[from] as number) * by
      b += (weights[from + 1] as number) * by
      c += (weights[from + 2] as number) * by
      d += (weights[from + 3] as number) * by
      e += (weights[from + 4] as number) * by
      f += (weights[from + 5] as number) * by
    }
    total[head] = a
    total[head + 1] = b
    total[head + 2] = c
    total[head + 3] = d
    total[head + 4] = e
    total[head + 5] = f
  }

  private takeOne(words: readonly Word[], count: number, chains: Chains, head: number): void {
    let sum = 0
    for (let i = 0; i < count; i++)
      sum += (((words[i] as Word).row as Float32Array)[head] as number) * (chains.share[i] as number)
    for (let i = 0; i < this.known; i++)
      sum += (this.table.weights[(this.met[i] as number) + head] as number) * (this.metScale[i] as number)
    this.total[head] = sum
  }

  /** Room for one number per token, whatever it last held. */
  spare(count: number): Float64Array {
    if (this.room.length < count) this.room = new Float64Array(count * 2)
    return this.room
  }

  /** The score of one head for the whole text, before any curve. */
  logit(head: number): number {
    const sum = this.linearStart(head) + (this.total[head] as number) * this.scale
    const known = this.inNet[head] as number
    if (this.quiet || this.net === null || known < 0) return sum
    const heard = ((this.net.bias[known] as number) + (this.net.sum[known] as number)) * this.netShare(head)
    return sum + heard + (this.fromShades[head] as number)
  }

  private netShare(head: number): number {
    return head < POLAR ? this.forum : 1
  }

  /** Where a head begins, before a word is read. */
  start(head: number): number {
    if (this.quiet) return this.table.bias[head] as number
    const fromNet = this.net?.bias[this.inNet[head] as number] ?? 0
    return this.linearStart(head) + fromNet * this.netShare(head)
  }

  private linearStart(head: number): number {
    const { bias } = this.table
    if (this.quiet || head >= POLAR) return bias[head] as number
    return (bias[head] as number) * (1 - this.forum) + (bias[this.groupOfSide[head] as number] as number) * this.forum
  }

  /** Adds to each token's place in `shares` what the net credits it with in one head, times `by`. */
  credit(head: number, by: number, shares: Float64Array): void {
    const known = this.inNet[head] as number
    if (known >= 0 && !this.quiet) this.net?.credit(known, by * this.netShare(head), shares)
  }

  /** What tokens [from, to) add to one of the first three heads. */
  between(polarity: number, from: number, to: number): number {
    if (to <= from) return 0
    const before = from === 0 ? 0 : (this.after[(from - 1) * POLAR + polarity] as number)
    return (this.after[(to - 1) * POLAR + polarity] as number) - before
  }
}
