/**
 * Two scores of the same thing, pair by pair: does the difference lean to one side? Student's paired t test.
 * Example: .52 .61 .48 .70 .55 .66 .43 .58 beside .50 .60 .47 .66 .55 .63 .44 .55 → mean .01625, sd .01685, t 2.7277 with 7
 * degrees of freedom, p .0294, largest .04.
 */
import { studentCdf } from './distribution.ts'

/** `sd`, `t` and `p` are null where they say nothing: a single pair, or the same difference everywhere. */
export type PairedT = {
  n: number
  /** Mean of first − second. */
  mean: number
  sd: number | null
  t: number | null
  df: number
  /** Two-sided. */
  p: number | null
  /** Largest absolute difference. */
  largest: number
}

/** Throws a `RangeError` if the two lists do not pair up. */
export function pairedT(first: readonly number[], second: readonly number[]): PairedT {
  if (first.length !== second.length)
    throw new RangeError(`${first.length} values cannot be paired with ${second.length}`)
  const gaps = first.map((value, i) => value - (second[i] as number))
  const n = gaps.length
  const mean = n === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / n
  const largest = gaps.reduce((most, gap) => Math.max(most, Math.abs(gap)), 0)
  if (n < 2) return { n, mean, sd: null, t: null, df: Math.max(0, n - 1), p: null, largest }
  const sd = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (n - 1))
  // The same difference in every pair leaves nothing to judge its spread by.
  if (sd < 1e-12) return { n, mean, sd, t: null, df: n - 1, p: null, largest }
  const t = mean / (sd / Math.sqrt(n))
  return { n, mean, sd, t, df: n - 1, p: Math.min(1, 2 * (1 - studentCdf(Math.abs(t), n - 1))), largest }
}
