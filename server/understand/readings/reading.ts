/** From what the engine says to a row of `understand.reading`. */
import type { Emotion, Family, Hints, Kind, Reading, SentimentLabel } from '#engine'
import { isMemory } from '#listen'
import { SCORES, type ScoreKind } from '#listen/contract'
import { wordsOf } from '../contract.ts'
import { feelingOf, isBlind } from './feeling.ts'

export type HeldBack = 'no_words' | 'employee' | 'restricted'

/** What a voice brings to its reading. */
export type Unread = {
  voiceId: string
  title: string
  text: string
  question: string | null
  language: string | null
  scoreKind: ScoreKind | null
  score: number | null
  employee: boolean
  saidAt: Date
  receivedAt: Date
  /** For few eyes: its feelings are not read. */
  crisis: boolean
  /** A person said that nobody is in danger. */
  calm: boolean
  /** Whoever said it asked that no machine reads them. */
  restricted: boolean
}

/** One row, without what is copied from the voice. */
export type ReadingRow = {
  voiceId: string
  language: string | null
  sentiment: SentimentLabel
  sentimentScore: number
  emotion: Emotion | null
  family: Family | null
  intensity: number
  urgency: number
  kind: Kind
  confidence: number
  heldBack: HeldBack | null
  emotions: string
  evidence: string
  aspects: string
  failed: string | null
}

export const nothingRead = (voiceId: string, heldBack: HeldBack | null, language: string | null): ReadingRow => ({
  voiceId,
  language,
  sentiment: 'unclear',
  sentimentScore: 0,
  emotion: null,
  family: null,
  intensity: 0,
  urgency: 0,
  kind: 'other',
  confidence: 0,
  heldBack,
  emotions: '[]',
  evidence: '[]',
  aspects: '[]',
  failed: null,
})

/**
 * Whether a reading says that somebody may be in danger. Of an old text it takes words that also read as dark, and no
 * high score (see #listen); and a person who looked and said no has the last word.
 */
export function isAlarming(voice: Unread, row: ReadingRow): boolean {
  if (row.kind !== 'crisis' || voice.calm) return false
  if (!isMemory(voice.saidAt, voice.receivedAt)) return true
  const share = shareOf(voice.scoreKind, voice.score)
  return (row.sentiment === 'negative' || row.sentiment === 'mixed') && (share === null || share < 0.75)
}

/** What is no emergency after all is an ordinary voice, and must not be found among emergencies. */
export const withoutAlarm = (row: ReadingRow): ReadingRow =>
  row.kind === 'crisis'
    ? { ...row, kind: row.sentiment === 'negative' ? 'complaint' : 'other', urgency: Math.min(row.urgency, 0.5) }
    : row

export function heldBackOf(voice: Unread): HeldBack | null {
  // Heed reads no feelings of a firm's own people: not stored and hidden, but never inferred.
  if (voice.employee) return 'employee'
  if (voice.restricted) return 'restricted'
  return wordsOf(voice).trim() === '' ? 'no_words' : null
}

/** The two-letter code of what the source claims: "en-GB" is "en". */
export const claimedLanguage = (voice: Pick<Unread, 'language'>): string | null =>
  /^[a-z]{2,3}(?=[-_]|$)/i.exec(voice.language ?? '')?.[0].toLowerCase() ?? null

export function hintsOf(voice: Unread): Hints {
  const language = claimedLanguage(voice)
  const score = shareOf(voice.scoreKind, voice.score)
  return {
    ...(voice.question ? { question: voice.question } : {}),
    ...(language ? { language } : {}),
    ...(score === null ? {} : { score }),
  }
}

/** Where a score stands on its own scale, 0 (worst) to 1 (best). */
export function shareOf(kind: ScoreKind | null, score: number | null): number | null {
  if (kind === null || score === null) return null
  const { min, max } = SCORES[kind]
  return (score - min) / (max - min)
}

export function rowOf(voice: Unread, reading: Reading): ReadingRow {
  const { emotion, family } = feelingOf(reading)
  return {
    voiceId: voice.voiceId,
    language: reading.language.code ?? claimedLanguage(voice),
    sentiment: reading.sentiment.label,
    sentimentScore: reading.sentiment.score,
    emotion,
    family,
    intensity: reading.intensity,
    urgency: reading.urgency,
    kind: reading.kind,
    confidence: reading.confidence,
    heldBack: null,
    emotions: JSON.stringify(isBlind(reading) ? [] : reading.emotions),
    evidence: JSON.stringify(reading.evidence),
    aspects: JSON.stringify(reading.aspects),
    failed: null,
  }
}
