/** What all measures share: reading held-out rows and scoring the side they were read on. */
import type { Reading } from '../../engine/src/index.ts'
import type { Example } from '../train/example.ts'
import { macroF1, recallAt, type Pair } from './scores.ts'

export const SIDES = ['negative', 'neutral', 'positive'] as const

export type Add = (what: string, value: string, n: number, note?: string) => void
export type Read = { one: Example; reading: Reading }

/** 'mixed' and 'unclear' take no side: where only three labels exist, they count as neutral. */
export function side(reading: Reading): string {
  const { label } = reading.sentiment
  return label === 'negative' || label === 'positive' ? label : 'neutral'
}

export const shown = (value: number): string => value.toFixed(3)

export function held(examples: readonly Example[]): Example[] {
  return examples.filter((one) => one.split === 'val')
}

export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
}

export function sentimentRows(add: Add, what: string, reads: readonly Read[], note = ''): void {
  const known = reads.filter(({ one }) => one.sentiment !== undefined)
  const pairs: Pair[] = known.map(({ one, reading }) => ({ said: side(reading), is: one.sentiment as string }))
  const sides = SIDES.filter((label) => pairs.filter((pair) => pair.is === label).length >= 10)
  add(`${what}, ${sides.length}-way macro-F1`, shown(macroF1(pairs, sides)), pairs.length, note)
  add(
    '  recall of negatives at precision .9',
    shown(
      recallAt(
        known.map(({ one, reading }) => ({ score: -reading.sentiment.score, wanted: one.sentiment === 'negative' })),
        0.9,
      ),
    ),
    pairs.length,
  )
}
