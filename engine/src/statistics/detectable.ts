/**
 * What a comparison can and cannot show, said before it starts. Power 0.8 and a two-sided level of 0.05 unless given.
 * Source: standard two-sample normal approximation (Cohen 1988); exact t answers need one or two more per group.
 * Example: 30 answers per group and a spread of 75 points show NPS differences of 54 points or more, nothing smaller.
 */
import { normalQuantile, normalWidth } from './distribution.ts'
import { mustCount } from './interval.ts'

export type PowerOptions = { power?: number; confidence?: number }

/** Smallest difference of two means `perGroup` answers each can show, in the unit of `sd`; null when nobody answers. */
export function smallestDetectable(perGroup: number, sd: number, options: PowerOptions = {}): number | null {
  mustCount(perGroup)
  return perGroup === 0 ? null : reach(options) * sd * Math.sqrt(2 / perGroup)
}

/** Answers per group to show a difference of `d` standard deviations between two independent means. */
export function sampleForMeans(d: number, options: PowerOptions = {}): number {
  if (!(Math.abs(d) > 0)) throw new RangeError('No sample is large enough to show a difference of nothing')
  return Math.ceil((2 * reach(options) ** 2) / d ** 2)
}

/** Answers per group to show that a share changes from `before` to `after` (both 0 … 1). */
export function sampleForProportions(before: number, after: number, options: PowerOptions = {}): number {
  if (!(before >= 0 && before <= 1 && after >= 0 && after <= 1)) throw new RangeError('Shares lie in 0 … 1')
  if (before === after) throw new RangeError('No sample is large enough to show a difference of nothing')
  const { power = 0.8, confidence = 0.95 } = options
  const middle = (before + after) / 2
  const under = normalWidth(confidence) * Math.sqrt(2 * middle * (1 - middle))
  const over = normalQuantile(power) * Math.sqrt(before * (1 - before) + after * (1 - after))
  return Math.ceil((under + over) ** 2 / (before - after) ** 2)
}

/**
 * How many independent answers `n` clustered ones are worth: n / (1 + (perCluster − 1) · icc). Ten answers each from a few
 * shops, alike at icc 0.05, make 100 rows count as 69.
 */
export function effectiveSize(n: number, perCluster: number, icc: number): number {
  mustCount(n, perCluster)
  return n / (1 + (Math.max(1, perCluster) - 1) * icc)
}

function reach({ power = 0.8, confidence = 0.95 }: PowerOptions): number {
  return normalWidth(confidence) + normalQuantile(power)
}
