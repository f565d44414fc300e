/**
 * Does this voice need a person, and how much? The idea: few, clear rules over what the reading and the score say, so that
 * every case can name the one rule that opened it. Praise needs nobody unless it asks something. Rules, first one wins:
 *
 *   crisis     words that may mean danger to a life
 *   leaving    says they will go, and not warmly
 *   complaint  complains, and either feels it, presses, or gave a low score
 *   asks       a question or request that presses for an answer (also within praise)
 *   negative   reads as clearly negative, whatever its kind
 *   lowScore   a low score, with words that are negative or unclear, or without any
 *
 * `strength` (0…1) is the strongest of what speaks for it: how strongly it reads, how soon it asks, how low the score.
 *
 * Worked example: "Third time I write. The bread came stale again." with 1 star, read as complaint, negative, sadness,
 * intensity 0.72, urgency 0.55, confidence 0.9. Rule complaint; strength = max(0.72, 0.55, 0.7) = 0.72; sure, negative and
 * at least 0.7 strong, so it is strong distress: no one may close it without a note.
 */
import type { Emotion, Family, Kind, SentimentLabel } from '#engine'
import type { ScoreKind } from '#listen/contract'
import type { Rule } from '../contract.ts'

/** What a voice says of itself and what the reading found; null where nothing was read. */
export type Heard = {
  sentiment: SentimentLabel | null
  family: Family | null
  emotion: Emotion | null
  intensity: number
  urgency: number
  kind: Kind
  confidence: number
  scoreKind: ScoreKind | null
  score: number | null
}

export type Need = { rule: Rule; strength: number; strongDistress: boolean; crisis: boolean }

/** Where each rule begins. Set by hand on the engine's held-out figures; one place to change. */
export const LINES = {
  sure: 0.5,
  complaint: 0.25,
  asks: 0.3,
  asksWithinPraise: 0.6,
  negative: 0.5,
  /** A high score beside negative words: people often mean the one small thing that was not perfect. */
  despiteHighScore: 0.6,
  strongDistress: 0.7,
  griefOrFear: 0.5,
} as const

const HEAVY = ['anger', 'disgust', 'fear', 'sadness']

export function needOf(heard: Heard): Need | null {
  if (heard.kind === 'crisis') return { rule: 'crisis', strength: 1, strongDistress: true, crisis: true }
  const rule = ruleOf(heard)
  if (!rule) return null
  return {
    rule,
    strength: round(Math.min(1, strengthOf(heard, rule))),
    strongDistress: isStrongDistress(heard),
    crisis: false,
  }
}

function ruleOf(heard: Heard): Rule | null {
  const warm = heard.sentiment === 'positive'
  const low = lowness(heard.scoreKind, heard.score)
  const pressing = Math.max(felt(heard), heard.urgency, low)
  const content = isHighScore(heard.scoreKind, heard.score)
  const floor = content ? LINES.despiteHighScore : 0
  const unhappy = content ? isNegative(heard) : !warm
  if (heard.kind === 'leaving' && !warm) return 'leaving'
  if (heard.kind === 'complaint' && unhappy && pressing >= Math.max(LINES.complaint, floor)) return 'complaint'
  if ((heard.kind === 'question' || heard.kind === 'request') && heard.urgency >= LINES.asks) return 'asks'
  if ((heard.kind === 'praise' || heard.kind === 'thanks') && heard.urgency >= LINES.asksWithinPraise) return 'asks'
  if (isNegative(heard) && heard.confidence >= LINES.sure && heard.intensity >= Math.max(LINES.negative, floor))
    return 'negative'
  if (low > 0 && !warm) return 'lowScore'
  return null
}

function strengthOf(heard: Heard, rule: Rule): number {
  const low = lowness(heard.scoreKind, heard.score)
  if (rule === 'asks') return Math.max(heard.urgency, felt(heard), 0.3)
  if (rule === 'leaving') return Math.max(0.5, felt(heard), heard.urgency, low)
  return Math.max(felt(heard), heard.kind === 'complaint' ? heard.urgency : 0, low)
}

const isNegative = (heard: Heard): boolean => heard.sentiment === 'negative' || heard.sentiment === 'mixed'

/** Intensity counts only where the words lean to the dark side: strong joy needs nobody. */
const felt = (heard: Heard): number => (isNegative(heard) ? heard.intensity : 0)

function isStrongDistress(heard: Heard): boolean {
  if (!isNegative(heard) || heard.confidence < LINES.sure) return false
  const deep = heard.emotion === 'grief' || heard.emotion === 'fear'
  return heard.intensity >= (deep ? LINES.griefOrFear : LINES.strongDistress) && HEAVY.includes(heard.family ?? '')
}

/** How low a score is, as a strength: 0 when it is not low. Stars ≤ 2, NPS ≤ 4, CSAT ≤ 2, CES ≤ 2. */
export function lowness(kind: string | null, score: number | null): number {
  if (kind === null || score === null) return 0
  const [bottom, low] = kind === 'nps' ? [2, 4] : [1, 2]
  return score <= bottom ? 0.7 : score <= low ? 0.5 : 0
}

export function isHighScore(kind: string | null, score: number | null): boolean {
  if (kind === null || score === null) return false
  return score >= ({ nps: 9, csat: 4, ces: 6, star: 4 }[kind] ?? Infinity)
}

const round = (value: number): number => Math.round(value * 100) / 100
