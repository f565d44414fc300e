/** What a text wants: its kind, and how soon it needs an answer. */
import { RACING_KINDS } from './heads.ts'
import type { Kind } from './reading.ts'
import { round, sigmoid } from './sentiment.ts'
import type { Sums } from './sums.ts'
import type { Tokens } from './tokens.ts'
import type { Word } from './words.ts'

export type Span = { start: number; end: number }

type Seen = {
  tokens: Tokens
  words: readonly Word[]
  crisis: Span | null
  /** Nothing of the text could be read but pictures. */
  wordless: boolean
  /** Of the sentiment, −1…1. */
  score: number
}

/** A crisis is never left waiting behind anything else. */
const CRISIS_URGENCY = 0.95

export function purposeOf(sums: Sums, thresholds: Record<string, number>, seen: Seen): { kind: Kind; urgency: number } {
  if (seen.crisis !== null) return { kind: 'crisis', urgency: CRISIS_URGENCY }
  if (seen.wordless) return { kind: asks(seen) ? 'question' : 'other', urgency: asks(seen) ? 0.4 : 0 }
  const urgency = sigmoid(sums.logit(sums.at.urgency))
  if (sigmoid(sums.logit(sums.at.crisis)) >= (thresholds['crisis'] ?? 0.5)) {
    return { kind: 'crisis', urgency: round(Math.max(urgency, CRISIS_URGENCY)) }
  }
  return { kind: strongestKind(sums, seen.score), urgency: round(urgency) }
}

/** Which way a side of feeling speaks for a kind: nobody complains in delight. */
const LEANING: Partial<Record<Kind, number>> = { complaint: -1, leaving: -1, praise: 1, thanks: 1 }
const SIDE_WEIGHT = 0.5
/** No praise in clear displeasure, no complaint in clear delight. */
const AGAINST = -0.5
/** Where little is felt, questions, requests and plain facts are likelier. */
const CALM_WEIGHT = 1

function strongestKind(sums: Sums, score: number): Kind {
  let best: Kind = 'other'
  let top = -Infinity
  for (let i = 0; i < RACING_KINDS.length; i++) {
    const kind = RACING_KINDS[i] as Kind
    const lean = LEANING[kind]
    if (lean !== undefined && lean * score < AGAINST) continue
    const sided = lean === undefined ? CALM_WEIGHT * (1 - Math.abs(score)) : SIDE_WEIGHT * lean * score
    const chance = sums.logit(sums.at.kind + i) + sided
    if (chance > top) {
      top = chance
      best = kind
    }
  }
  return best
}

function asks({ words, tokens }: Seen): boolean {
  const last = words[tokens.count - 1]
  return tokens.count > 0 && last !== undefined && '?？؟'.includes(last.form.text.charAt(0))
}
