/**
 * Medians and other quantiles, for times: how long people wait for an answer is so skewed that a mean misleads.
 *
 * Point: linear interpolation between order statistics (Hyndman & Fan type 7, what spreadsheets do). Interval: two of the
 * values themselves, chosen by the binomial distribution so that they enclose the true quantile with at least the
 * wanted chance, whatever the distribution looks like. Few values give no such pair: then the interval is null.
 * Example: the median of ten values lies between the 2nd and the 9th with chance 0.979.
 */
import { binomialCdf, normalWidth } from './distribution.ts'
import type { Interval, Showing } from './interval.ts'
import { mustCount, showing } from './interval.ts'

/** In the unit of the values; `coverage` is the chance the interval really has (at least what was asked). */
export type Quantile = { value: number; n: number; interval: (Interval & { coverage: number }) | null; show: Showing }

/** Quantile `q` (0.5 is the median) of finite values in any order; null without values. */
export function quantile(values: readonly number[], q = 0.5, confidence = 0.95): Quantile | null {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return null
  if (!sorted.every(Number.isFinite)) throw new RangeError('A quantile needs finite numbers')
  const ranks = quantileRanks(sorted.length, q, confidence)
  const interval = ranks && {
    low: sorted[ranks.lower - 1]!,
    high: sorted[ranks.upper - 1]!,
    coverage: ranks.coverage,
  }
  return { value: interpolate(sorted, q), n: sorted.length, interval, show: showing(sorted.length) }
}

/** The median of finite values with its interval; null without values. */
export function median(values: readonly number[], confidence = 0.95): Quantile | null {
  return quantile(values, 0.5, confidence)
}

export type Ranks = { lower: number; upper: number; coverage: number }

/**
 * Which ranks (1 is the smallest of `n`) enclose quantile `q` with at least `confidence`; null if not even the smallest
 * and largest do. For a database that can pick two rows by rank without sending all.
 */
export function quantileRanks(n: number, q = 0.5, confidence = 0.95): Ranks | null {
  mustCount(n)
  if (!(q > 0 && q < 1)) throw new RangeError(`A quantile lies between 0 and 1, not ${q}`)
  const tail = (1 - confidence) / 2
  const reach = normalWidth(confidence) * Math.sqrt(n * q * (1 - q))
  // Chance that the true quantile lies below the value of a rank, or above it.
  const missBelow = (rank: number) => binomialCdf(rank - 1, n, q)
  const missAbove = (rank: number) => 1 - binomialCdf(rank - 1, n, q)
  let lower = Math.max(1, Math.floor(n * q - reach))
  while (lower > 1 && missBelow(lower) > tail) lower--
  while (missBelow(lower + 1) <= tail) lower++
  let upper = Math.min(n, Math.ceil(n * q + reach) + 1)
  while (upper < n && missAbove(upper) > tail) upper++
  while (upper > lower + 1 && missAbove(upper - 1) <= tail) upper--
  if (n < 2 || missBelow(lower) > tail || missAbove(upper) > tail) return null
  return { lower, upper, coverage: 1 - missBelow(lower) - missAbove(upper) }
}

function interpolate(sorted: Float64Array, q: number): number {
  const place = (sorted.length - 1) * q
  const below = sorted[Math.floor(place)]!
  const above = sorted[Math.ceil(place)]!
  return below + (above - below) * (place - Math.floor(place))
}
