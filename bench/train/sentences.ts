/**
 * Single sentences out of public texts, labelled for Heed one by one (`bench/corpus/sentences.jsonl`; its README says by
 * whom). A review bears one number of stars; most of its sentences are plain facts, and some say the opposite.
 */
import { readFileSync } from 'node:fs'
import type { Kind } from '../../engine/src/reading.ts'
import type { Example, Polarity } from './example.ts'
import { keyOf } from './hand.ts'
import { rowsOf } from './rows.ts'

export type SentenceLabel = {
  set: string
  /** Names the text the sentence stands in by a hash of it. */
  key: string
  start: number
  end: number
  sentiment: Polarity | 'mixed'
  kind: Kind
}

/** In which file of a set the labelled texts stand, where it is not named as the set is. */
const FILES: Record<string, string> = { nhs_fft: 'phase1' }
const WEIGHT = 1.5

/** A part of the sentences was labelled by a second reader, too: `sentences-b`. */
export function sentenceLabels(file: 'sentences' | 'sentences-b' = 'sentences'): SentenceLabel[] {
  return readFileSync(new URL(`../corpus/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SentenceLabel)
}

export function labelledSentences(data: string): Example[] {
  return [...Map.groupBy(sentenceLabels(), (label) => label.set)].flatMap(([set, labels]) => {
    const texts = new Map(rowsOf(data, set, FILES[set] ?? set).map((row) => [keyOf(row.text), row]))
    return labels.flatMap(({ key, start, end, sentiment, kind }) => {
      const row = texts.get(key)
      if (row === undefined || row.split !== 'train') return []
      const one: Example = {
        text: row.text.slice(start, end),
        set: 'sentences',
        split: 'train',
        language: 'en',
        weight: WEIGHT,
        mixed: sentiment === 'mixed',
      }
      if (sentiment !== 'mixed') one.sentiment = sentiment
      if (kind !== 'crisis') one.kind = kind
      return [one]
    })
  })
}
