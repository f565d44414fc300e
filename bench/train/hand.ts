/**
 * Labels given to public texts one by one under our guide, in two passes that did not see each other (`bench/corpus/labels-*.jsonl`;
 * its README says by whom).
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Kind } from '../../engine/src/reading.ts'
import type { Example, Polarity } from './example.ts'

export type HandLabel = {
  set: string
  key: string
  sentiment: Polarity | 'mixed'
  kind: Kind
  urgency: number
  aspects: readonly (readonly [start: number, end: number, side: Polarity])[]
}

/** Names a text without repeating it. */
export function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

export function handLabels(pass: 'a' | 'b'): HandLabel[] {
  return readFileSync(new URL(`../corpus/labels-${pass}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as HandLabel)
}

/** By text, what both readers said; where they differ, nothing is known. */
export function agreed(): Map<string, HandLabel & { both: { sentiment: boolean; kind: boolean } }> {
  const second = new Map(handLabels('b').map((label) => [`${label.set} ${label.key}`, label]))
  return new Map(
    handLabels('a').flatMap((label) => {
      const other = second.get(`${label.set} ${label.key}`)
      if (other === undefined) return []
      const both = { sentiment: label.sentiment === other.sentiment, kind: label.kind === other.kind }
      return [[`${label.set} ${label.key}`, { ...label, urgency: (label.urgency + other.urgency) / 2, both }] as const]
    }),
  )
}

/** How much a label given for Heed counts beside one that came with its set. */
const WEIGHT = 2.5

/**
 * Labels given for Heed go before those of the set. One text in four is held out, also where its set would teach it: the
 * readers judged the words, the sets often the stars.
 */
export function withHandLabels(examples: readonly Example[]): Example[] {
  const labels = agreed()
  return examples.map((one) => {
    const label = one.topic === undefined ? labels.get(`${one.set} ${keyOf(one.text)}`) : undefined
    if (label === undefined) return one
    const found: Example = { ...one, hand: true, weight: WEIGHT, urgency: label.urgency }
    found.about = label.aspects.map(([start, end]) => one.text.slice(start, end))
    found.split = Number.parseInt(label.key.slice(0, 4), 16) % 4 === 0 ? 'val' : 'train'
    delete found.sentiment
    delete found.kind
    if (label.both.sentiment && label.sentiment !== 'mixed') found.sentiment = label.sentiment
    if (label.both.sentiment) found.mixed = label.sentiment === 'mixed'
    if (label.both.kind && label.kind !== 'crisis') found.kind = label.kind
    return found
  })
}
