/**
 * Net sentiment: share of voices that read as positive minus share that read as negative, in points −100 … 100.
 * Neutral and mixed voices stand in the denominator, since something was said; voices the engine could not read do not,
 * and are reported, for a figure over half-read voices must say so.
 */
import { balance } from './balance.ts'
import type { Interval, IntervalOptions, Showing } from './interval.ts'
import { mustCount } from './interval.ts'

export type SentimentCounts = { positive: number; neutral: number; mixed: number; negative: number; unclear: number }

/** Points; `n` counts the voices that could be read, `unclear` those left out. */
export type NetSentiment = Interval & { points: number; n: number; unclear: number; se: number; show: Showing }

/** Net sentiment with the interval of `balance.ts`, or null where no voice could be read. */
export function netSentiment(counts: SentimentCounts, options: IntervalOptions = {}): NetSentiment | null {
  mustCount(counts.neutral, counts.mixed, counts.unclear)
  const { positive, negative, neutral, mixed, unclear } = counts
  const result = balance({ favour: positive, between: neutral + mixed, against: negative }, options)
  if (!result) return null
  const { points, low, high, n, se } = result
  return { points, low, high, n, unclear, se, show: result.show }
}
