/**
 * A share of answers with its Wilson interval (Wilson 1927), which stays inside 0 … 1 and stays honest at 0 of n and n of n.
 * With a known population N the interval is that of n·(N − 1)/(N − n) answers, so it closes on the point as n nears N.
 * Example: 7 of 10 → 0.7, 0.397 … 0.892.
 */
import { normalWidth, twoSidedP } from './distribution.ts'
import type { Interval, IntervalOptions, Showing } from './interval.ts'
import { mustCount, mustFit, showing } from './interval.ts'

/** Shares 0 … 1. */
export type Proportion = Interval & { share: number; count: number; n: number; show: Showing }

/** Share `count` of `n`, or null when n is 0. Throws a `RangeError` if there are more counted than asked. */
export function proportion(count: number, n: number, options: IntervalOptions = {}): Proportion | null {
  mustCount(count, n)
  mustFit(count, n)
  if (options.population !== undefined) mustFit(n, options.population)
  if (n === 0) return null
  const share = count / n
  return { share, ...wilson(share, n, options), count, n, show: showing(n) }
}

function wilson(share: number, n: number, { population, confidence = 0.95 }: IntervalOptions): Interval {
  if (population === n) return { low: share, high: share }
  const size = population === undefined ? n : (n * (population - 1)) / (population - n)
  const z2 = normalWidth(confidence) ** 2
  const centre = (share + z2 / (2 * size)) / (1 + z2 / size)
  const half = Math.sqrt(z2 * ((share * (1 - share)) / size + z2 / (4 * size * size))) / (1 + z2 / size)
  // At none and at all the end is exactly 0 or 1; the subtraction alone would leave a rounding crumb.
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  }
}

export type ProportionChange = Interval & { difference: number; z: number | null; p: number | null }

/**
 * Difference of two independent shares, `after` − `before` (−1 … 1): pooled two-sided z test, and Newcombe's interval
 * (1998, method 10: square-and-add of the Wilson intervals). Null if either n is 0; `z` and `p` are null where
 * everyone in both groups gave the same answer.
 */
export function compareProportions(
  before: { count: number; n: number },
  after: { count: number; n: number },
  options: { confidence?: number } = {},
): ProportionChange | null {
  const first = proportion(before.count, before.n, options)
  const second = proportion(after.count, after.n, options)
  if (!first || !second) return null
  const difference = second.share - first.share
  const pooled = (before.count + after.count) / (before.n + after.n)
  const se = Math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / after.n))
  const z = se > 0 ? difference / se : null
  return {
    difference,
    z,
    p: z === null ? null : twoSidedP(z),
    low: difference - Math.hypot(second.share - second.low, first.high - first.share),
    high: difference + Math.hypot(second.high - second.share, first.share - first.low),
  }
}
