/**
 * Customer satisfaction: the share of the two best answers, 4–5 of 1–5 or 6–7 of 1–7, with the mean beside it.
 * No one owns or standardises this measure: always show the scale. Interval: Wilson. Skipped answers do not count.
 * Example: 5,4,4,3,5,2,5,4,1,5 → 70 %, mean 3.8, 39.7 % … 89.2 %.
 */
import type { IntervalOptions } from './interval.ts'
import type { Mean } from './mean.ts'
import { meanOfTally } from './mean.ts'
import type { Proportion } from './proportion.ts'
import { proportion } from './proportion.ts'
import type { Answers } from './tally.ts'
import { between, tally } from './tally.ts'

/** `satisfied` in shares 0 … 1, `mean` in steps of the scale 1 … `scale`. */
export type Csat = { satisfied: Proportion; mean: Mean; scale: number; skipped: number; rejected: number }

/** From answers 1 … `scale` (at least 3); null when none is valid. */
export function csat(answers: Answers, options: IntervalOptions & { scale?: number } = {}): Csat | null {
  const { scale = 5 } = options
  if (!Number.isInteger(scale) || scale < 3) throw new RangeError(`Satisfaction needs at least 3 steps, not ${scale}`)
  const scores = tally(answers, 1, scale)
  const satisfied = proportion(between(scores, scale - 1, scale), scores.n, options)
  const mean = meanOfTally(scores, options)
  return satisfied && mean && { satisfied, mean, scale, skipped: scores.skipped, rejected: scores.rejected }
}
