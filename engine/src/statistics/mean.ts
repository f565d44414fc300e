/**
 * A mean with Student's t interval. The interval needs at least two values and assumes a mean that is roughly normal:
 * fair for scores on a short scale from about ten answers on; for times, which are skewed, use `quantile.ts`.
 * Example: 10, 7, 8, 9 → 8.5, 6.446 … 10.554.
 */
import { studentQuantile } from './distribution.ts'
import type { Interval, IntervalOptions, Showing } from './interval.ts'
import { finiteCorrection, mustCount, showing } from './interval.ts'
import type { Tally } from './tally.ts'

/** In the unit of the values. `sd` is the sample deviation (n − 1); it, `se` and `interval` are null for a single value. */
export type Mean = {
  mean: number
  n: number
  sd: number | null
  se: number | null
  interval: Interval | null
  show: Showing
}

/** Mean of finite values, or null without any. Throws a `RangeError` on a value that is not a finite number. */
export function mean(values: readonly number[], options: IntervalOptions = {}): Mean | null {
  let centre = 0
  let squares = 0
  let n = 0
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`A mean needs finite numbers, not ${value}`)
    // Welford's update: no catastrophic cancellation for large values with small differences, such as timestamps.
    const away = value - centre
    centre += away / ++n
    squares += away * (value - centre)
  }
  return n === 0 ? null : meanOf({ n, mean: centre, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 }, options)
}

/** The same from a summary, for instance one the database has computed: size, mean and sample deviation (n − 1). */
export function meanOf(
  summary: { n: number; mean: number; sd: number },
  { population, confidence = 0.95 }: IntervalOptions = {},
): Mean | null {
  const { n, sd } = summary
  mustCount(n)
  if (n === 0) return null
  if (!(sd >= 0)) throw new RangeError(`A deviation cannot be ${sd}`)
  if (n === 1) return { mean: summary.mean, n, sd: null, se: null, interval: null, show: showing(n) }
  const se = sd / Math.sqrt(n)
  const half = studentQuantile(1 - (1 - confidence) / 2, n - 1) * se * finiteCorrection(n, population)
  const interval = { low: summary.mean - half, high: summary.mean + half }
  return { mean: summary.mean, n, sd, se, interval, show: showing(n) }
}

/** The mean of answers counted per step, in steps of their scale. */
export function meanOfTally({ from, counts, n }: Tally, options: IntervalOptions = {}): Mean | null {
  if (n === 0) return null
  const sum = (term: (step: number) => number) => counts.reduce((all, count, i) => all + count * term(from + i), 0)
  const centre = sum((step) => step) / n
  const squares = sum((step) => (step - centre) ** 2)
  return meanOf({ n, mean: centre, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 }, options)
}
