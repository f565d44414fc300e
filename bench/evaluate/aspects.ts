/** Aspects against those marked for Heed: a span counts where it touches one of theirs and has its side. */
import type { Reading } from '../../engine/src/index.ts'
import type { Example } from '../train/example.ts'
import { agreed, keyOf } from '../train/hand.ts'

export type AspectScore = { precision: number; recall: number; f1: number; n: number }

export function aspectScore(reads: readonly { one: Example; reading: Reading }[]): AspectScore {
  const labels = agreed()
  let said = 0
  let is = 0
  let right = 0
  let heard = 0
  for (const { one, reading } of reads) {
    const label = labels.get(`${one.set} ${keyOf(one.text)}`)
    if (label === undefined) continue
    const found = reading.aspects.map(({ start, end, sentiment: { label, score } }) => {
      const side = label === 'mixed' || label === 'unclear' ? (score < 0 ? 'negative' : 'positive') : label
      return [start, end, side] as const
    })
    const touches = (a: readonly [number, number, string], b: readonly [number, number, string]): boolean =>
      a[2] === b[2] && a[0] < b[1] && a[1] > b[0]
    said += found.length
    is += label.aspects.length
    right += found.filter((span) => label.aspects.some((other) => touches(span, other))).length
    heard += label.aspects.filter((span) => found.some((other) => touches(span, other))).length
  }
  const precision = said === 0 ? 0 : right / said
  const recall = is === 0 ? 0 : heard / is
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1, n: is }
}
