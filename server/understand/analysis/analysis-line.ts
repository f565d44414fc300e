/**
 * The reading of one row, as scripts and spreadsheets take it. Other programs rely on these names: they may grow, never
 * change. Rows count from 1, in the order of the file, those that cannot be read included.
 */
import type { Reading } from '#engine'
import { feelingOf } from '../readings/feeling.ts'
import type { FileRow, Problem } from './analysis.ts'

export function jsonLine({ row }: FileRow, reading: Reading): string {
  return `${JSON.stringify({
    row,
    language: reading.language.code,
    sentiment: reading.sentiment,
    emotions: reading.emotions,
    families: reading.families,
    intensity: reading.intensity,
    urgency: reading.urgency,
    kind: reading.kind,
    sentences: reading.sentences,
    aspects: reading.aspects,
    evidence: reading.evidence,
    confidence: reading.confidence,
    version: reading.version,
  })}\n`
}

export const problemLine = ({ row, problem }: Problem): string => `${JSON.stringify({ row, problem })}\n`

export const COLUMNS = [
  'row',
  'language',
  'sentiment',
  'score',
  'emotion',
  'family',
  'intensity',
  'urgency',
  'kind',
  'confidence',
  'text',
  'problem',
] as const

export type Cells = (string | number | null)[]

export function cellsOf({ row, text }: FileRow, reading: Reading): Cells {
  const { emotion, family } = feelingOf(reading)
  const { language, sentiment, intensity, urgency, kind, confidence } = reading
  const verdict = [sentiment.label, sentiment.score, emotion, family, intensity, urgency, kind, confidence]
  return [row, language.code, ...verdict, text, null]
}

export const problemCells = ({ row, problem }: Problem): Cells => [
  row,
  ...COLUMNS.slice(1, -1).map(() => null),
  problem,
]
