/**
 * What the engine says about one text. Every verdict is about the words, never about the person who wrote them.
 * All offsets are UTF-16 indices into the text as it was given, half open: `text.slice(start, end)`.
 */

import type { Account } from './account.ts'

export const SENTIMENTS = ['negative', 'neutral', 'positive', 'mixed', 'unclear'] as const
export type SentimentLabel = (typeof SENTIMENTS)[number]

/** `score` runs from −1 (clearly negative) to 1 (clearly positive); 'unclear' keeps the score but does not stand by it. */
export type Sentiment = { label: SentimentLabel; score: number }

/** The 28 labels of GoEmotions (Demszky et al. 2020), in its own order. */
export const EMOTIONS = [
  'admiration',
  'amusement',
  'anger',
  'annoyance',
  'approval',
  'caring',
  'confusion',
  'curiosity',
  'desire',
  'disappointment',
  'disapproval',
  'disgust',
  'embarrassment',
  'excitement',
  'fear',
  'gratitude',
  'grief',
  'joy',
  'love',
  'nervousness',
  'optimism',
  'pride',
  'realization',
  'relief',
  'remorse',
  'sadness',
  'surprise',
  'neutral',
] as const
export type Emotion = (typeof EMOTIONS)[number]

export const FAMILIES = ['anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'neutral'] as const
export type Family = (typeof FAMILIES)[number]

export const KINDS = [
  'complaint',
  'praise',
  'question',
  'request',
  'suggestion',
  'thanks',
  'leaving',
  'crisis',
  'other',
] as const
export type Kind = (typeof KINDS)[number]

/** What a span of evidence speaks for. */
export type EvidenceFor = 'negative' | 'positive' | `emotion:${Emotion}` | `kind:${Kind}` | 'urgency' | 'crisis'

/** `weight` is the span's signed share of the score it speaks for, before any curve (positive: it speaks for it). */
export type Evidence = { start: number; end: number; for: EvidenceFor; weight: number }

export type Aspect = { start: number; end: number; text: string; sentiment: Sentiment }

export type Reading = {
  /** ISO 639-1 code, or null where the text gives no hold (numbers, emoji, a single unknown word). */
  language: { code: string | null; confidence: number }
  sentiment: Sentiment
  /** Those asserted, strongest first; 'neutral' when nothing else is. Scores are calibrated chances, 0…1. */
  emotions: { label: Emotion; score: number }[]
  families: { label: Family; score: number }[]
  /** How strongly it is felt, 0…1. */
  intensity: number
  /** How soon it needs an answer, 0…1. */
  urgency: number
  kind: Kind
  sentences: { start: number; end: number; sentiment: Sentiment }[]
  aspects: Aspect[]
  evidence: Evidence[]
  /** The chance, measured on held-out texts, that the sentiment label is right. */
  confidence: number
  /** Which model decided. The same text, hints and version give the same reading. */
  version: string
}

/** What the host knows besides the text. None is needed. */
export type Hints = {
  /** The question the text answers: "Nothing" under "What could we do better?" is good news. */
  question?: string
  /** ISO 639-1 code, used when the text itself is too short to tell. */
  language?: string
  /** The rating given with the text, 0 (worst) to 1 (best). It moves confidence only; the verdict is about the words. */
  score?: number
}

export type Reader = {
  read(text: string, hints?: Hints): Reading
  /** What led to the sentiment, part by part; see `addUp`. */
  account(text: string, hints?: Hints): Account
  readonly version: string
  /** Languages in which this model reads feeling; in others it says 'unclear'. */
  readonly languages: readonly string[]
}
