/**
 * Why: the words that carried a verdict. For sentiment the weight of a token is its exact share of the difference
 * (positive − negative) of the two scores, where what a filter of the net hears is put down to the word in the middle of its
 * window. So the weights of all tokens, what belongs to the whole text (length, shape) and the bias add up to that
 * difference. Neighbours that pull the same way are shown as one span, the strongest few only.
 */
import type { Chains } from './chains.ts'
import type { Span } from './purpose.ts'
import { RACING_KINDS } from './heads.ts'
import { EMOTIONS, type Emotion, type Evidence, type EvidenceFor, type Kind, type Sentiment } from './reading.ts'
import { round } from './sentiment.ts'
import type { Sums } from './sums.ts'
import { weightOf } from './table.ts'
import type { Tokens } from './tokens.ts'
import type { Word } from './words.ts'

type Read = { tokens: Tokens; words: readonly Word[]; sums: Sums; chains: Chains }
type Verdicts = { sentiment: Sentiment; emotion: Emotion | null; kind: Kind; urgency: number; crisis: Span | null }

/** A span is not shown unless it moves the score by this much. */
const FLOOR = 0.06
const SPAN_TOKENS = 7

export function evidenceOf(read: Read, verdicts: Verdicts): Evidence[] {
  const found: Evidence[] = []
  if (verdicts.crisis !== null) found.push({ ...verdicts.crisis, for: 'crisis', weight: 1 })
  const polar = polarity(read)
  const { score } = verdicts.sentiment
  strongest(read, polar, 1, 'positive', score >= -0.2 ? 3 : 1, found)
  strongest(read, polar, -1, 'negative', score <= 0.2 ? 3 : 1, found)
  const { at: heads } = read.sums
  const head = (at: number, speaks: EvidenceFor, most: number): void => {
    if (at >= 0) strongest(read, shares(read, at), 1, speaks, most, found)
  }
  if (verdicts.emotion !== null && verdicts.emotion !== 'neutral' && heads.emotion >= 0) {
    head(heads.emotion + EMOTIONS.indexOf(verdicts.emotion), `emotion:${verdicts.emotion}`, 2)
  }
  if (verdicts.kind === 'crisis' && verdicts.crisis === null) head(heads.crisis, 'crisis', 2)
  else if (verdicts.kind !== 'other' && verdicts.kind !== 'crisis') {
    head(heads.kind + RACING_KINDS.indexOf(verdicts.kind), `kind:${verdicts.kind}`, 1)
  }
  if (verdicts.urgency >= 0.5) head(heads.urgency, 'urgency', 1)
  return found
}

/** Each token's share of (positive − negative), in an array that is used again; what stands behind the last token is old. */
export function polarity({ tokens, sums }: Pick<Read, 'tokens' | 'sums'>): Float64Array {
  const found = sums.spare(tokens.count)
  let before = 0
  for (let i = 0; i < tokens.count; i++) {
    const now = (sums.after[i * 3 + 2] as number) - (sums.after[i * 3] as number)
    found[i] = (now - before) * sums.scale
    before = now
  }
  sums.credit(2, 1, found)
  sums.credit(0, -1, found)
  return found
}

/** Each token's share of one head, in the same array. */
function shares({ tokens, words, sums, chains }: Read, head: number): Float64Array {
  const found = sums.spare(tokens.count)
  for (let i = 0; i < tokens.count; i++) {
    found[i] = ((words[i] as Word).row as Float32Array)[head] as number
    found[i] = (found[i] as number) * (chains.share[i] as number) * sums.scale
  }
  for (let at = 0; at < chains.count; at++) {
    const row = sums.chainRow[at] as number
    const token = chains.token[at] as number
    if (row >= 0 && token >= 0) found[token] = (found[token] as number) + weightOf(sums.table, row, head) * sums.scale
  }
  sums.credit(head, 1, found)
  return found
}

type Run = { from: number; to: number; weight: number }

function strongest(
  read: Read,
  weights: Float64Array,
  sign: 1 | -1,
  speaks: EvidenceFor,
  most: number,
  found: Evidence[],
): void {
  const { count } = read.tokens
  let top = 0
  for (let i = 0; i < count; i++) {
    const weight = (weights[i] as number) * sign
    if (weight > top) top = weight
  }
  if (top < FLOOR) return
  const floor = Math.max(FLOOR, top * 0.2)
  const best: Run[] = []
  let run: Run | null = null
  for (let i = 0; i < count; i++) {
    const weight = (weights[i] as number) * sign
    const opens = read.tokens.opens[i] === 1
    if (weight < floor) {
      if (run !== null && (opens || i - run.to >= 1)) run = keep(best, run, most)
      continue
    }
    if (run !== null && (opens || i - run.from >= SPAN_TOKENS)) run = keep(best, run, most)
    if (run === null) run = { from: i, to: i + 1, weight }
    else run = { from: run.from, to: i + 1, weight: run.weight + weight }
  }
  if (run !== null) keep(best, run, most)
  for (const one of best) found.push(spanOf(read, one, speaks))
}

function keep(best: Run[], run: Run, most: number): null {
  let at = best.length
  while (at > 0 && (best[at - 1] as Run).weight < run.weight) at--
  best.splice(at, 0, run)
  if (best.length > most) best.pop()
  return null
}

/** "good" alone would mislead where "not good" was read: a span that starts under a negation takes it in. */
function spanOf({ tokens, words, chains }: Read, run: Run, speaks: EvidenceFor): Evidence {
  let { from } = run
  if ((chains.share[from] as number) < 1) {
    for (let i = from; i >= Math.max(0, from - 4); i--) {
      if ((words[i] as Word).negator) {
        from = i
        break
      }
    }
  }
  return {
    start: tokens.start[from] as number,
    end: tokens.end[run.to - 1] as number,
    for: speaks,
    weight: round(run.weight),
  }
}
