/**
 * A person read the words and says otherwise. What they said is laid over what the engine says; whatever they left open
 * stays the engine's, except that a feeling brings its side with it: words that turn out to be angry are not positive.
 *
 * Worked example: "Great, stale again." was read as positive, joy, praise. Corrected to anger, it counts as negative,
 * anger, praise; corrected to anger and complaint, as negative, anger, complaint.
 */
import { FAMILY_OF, type Emotion, type Family, type Kind, type SentimentLabel } from '#engine'
import type { Verdict } from '../contract.ts'

/** What counts for a voice, as far as a person may change it. */
export type Judged = {
  sentiment: SentimentLabel
  sentimentScore: number
  emotion: Emotion | null
  family: Family | null
  kind: Kind
  confidence: number
}

const SIDE: Record<Family, SentimentLabel | null> = {
  anger: 'negative',
  disgust: 'negative',
  fear: 'negative',
  sadness: 'negative',
  joy: 'positive',
  surprise: null,
  neutral: 'neutral',
}

/** Where a label stands on −1 … 1 when only the label is known: clearly on its side, not at the end of it. */
const PLACE: Record<SentimentLabel, number> = { negative: -0.6, neutral: 0, positive: 0.6, mixed: 0, unclear: 0 }

export const isEmpty = (verdict: Verdict): boolean =>
  verdict.sentiment === undefined && verdict.family === undefined && verdict.kind === undefined

export function judge(read: Judged, verdict: Verdict): Judged {
  const family = verdict.family ?? read.family
  const emotion = read.emotion !== null && FAMILY_OF[read.emotion] === family ? read.emotion : null
  const sentiment = verdict.sentiment ?? (verdict.family && impliedBy(verdict.family, read.sentiment)) ?? read.sentiment
  return {
    sentiment,
    sentimentScore: sentiment === read.sentiment ? read.sentimentScore : PLACE[sentiment],
    family,
    emotion: family === 'neutral' ? 'neutral' : emotion,
    kind: verdict.kind ?? read.kind,
    confidence: 1,
  }
}

/** Mixed words stay mixed: one of their feelings was named, the other was not denied. */
const impliedBy = (family: Family, sentiment: SentimentLabel): SentimentLabel =>
  sentiment === 'mixed' ? 'mixed' : (SIDE[family] ?? sentiment)
