/**
 * Keeping customers, counted. Undefined (null) where nobody was there to be kept. A customer won and lost inside the
 * period belongs to neither end of it.
 */
import { betaQuantile } from './distribution.ts'
import type { Interval } from './interval.ts'
import { mustCount, mustFit } from './interval.ts'

/** Share of those there at the start who are there at the end: 200 at the start, 210 at the end, 30 new → 0.9. */
export function retention({ start, end, won }: { start: number; end: number; won: number }): number | null {
  mustCount(start, end, won)
  return start === 0 ? null : (end - won) / start
}

/** Churn of twelve months from that of one: 3 % a month is 30.6 % a year, not 36 %. Shares 0 … 1. */
export function yearlyChurn(monthly: number): number {
  if (!(monthly >= 0 && monthly <= 1)) throw new RangeError(`Churn is a share 0 … 1, not ${monthly}`)
  return 1 - (1 - monthly) ** 12
}

/** Revenue of those there at the start, kept (`gross`, at most 1) and kept or grown (`net`). All in one currency. */
export function revenueRetention(revenue: { start: number; lost: number; reduced: number; grown: number }): {
  gross: number
  net: number
} | null {
  const { start, lost, reduced, grown } = revenue
  if (!(start > 0)) return null
  const gross = (start - lost - reduced) / start
  return { gross, net: gross + grown / start }
}

/**
 * Retention believable from few customers: beta–binomial posterior of `kept` of `n`. `prior` 1 is the flat prior, 0.5
 * Jeffreys'. With nobody yet it answers what the prior alone says. Example: 8 of 10 → mean 0.75, 0.482 … 0.940.
 */
export function believableRetention(
  kept: number,
  n: number,
  { prior = 1, confidence = 0.95 }: { prior?: number; confidence?: number } = {},
): Interval & { mean: number } {
  mustCount(kept, n)
  mustFit(kept, n)
  const [a, b] = [kept + prior, n - kept + prior]
  const tail = (1 - confidence) / 2
  return { mean: a / (a + b), low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) }
}
