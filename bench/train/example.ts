/** One text with what is known about it. What is not known is left out, and teaches nothing. */
import type { Emotion, Family, Kind } from '../../engine/src/reading.ts'

export type Polarity = 'negative' | 'neutral' | 'positive'

export type Example = {
  text: string
  set: string
  split: 'train' | 'val'
  /** ISO 639-1. */
  language: string
  /** How much this row counts beside others. */
  weight: number
  topic?: 'faults' | 'merits' | 'reasons'
  sentiment?: Polarity
  emotions?: readonly Emotion[]
  families?: readonly Family[]
  kind?: Kind
  urgency?: number
  intensity?: number
  crisis?: boolean
  /** Both sides are really said; then there is no `sentiment`. */
  mixed?: boolean
  /** What a feeling is about, where somebody marked it: empty where none is about a named thing. */
  about?: readonly string[]
  /** Labelled for Heed by two readers who agree. */
  hand?: boolean
}
