/**
 * Net Promoter Score: "How likely are you to recommend…", 0–10. Promoters 9–10, passives 7–8, detractors 0–6; the score
 * is the share of promoters minus the share of detractors in points, −100 … 100 (print "+45", never "45 %").
 * Source: Reichheld 2003, "The One Number You Need to Grow", HBR. Skipped questions are in no denominator. Never average
 * scores of teams: add their counts. Never map a 1–5 or 1–7 scale onto these groups.
 * NPS and Net Promoter Score are trademarks of Bain & Company, Fred Reichheld and NICE; show that where the score is shown.
 */
import type { BalanceChange, BalanceCounts } from './balance.ts'
import { balance, compareBalances } from './balance.ts'
import { normalWidth } from './distribution.ts'
import type { Interval, IntervalOptions, Showing } from './interval.ts'
import type { Answers } from './tally.ts'
import { between, tally } from './tally.ts'

export type NpsCounts = { promoters: number; passives: number; detractors: number }

/** Points, −100 … 100; `se` in points too, `variance` of one answer scored +1, 0, −1. */
export type Nps = Interval & { score: number; n: number; variance: number; se: number; show: Showing }

/** Groups answers. Those that are no whole number from 0 to 10 are rejected, not rounded. */
export function npsCounts(answers: Answers): NpsCounts & { skipped: number; rejected: number } {
  const scores = tally(answers, 0, 10)
  return {
    promoters: between(scores, 9, 10),
    passives: between(scores, 7, 8),
    detractors: between(scores, 0, 6),
    skipped: scores.skipped,
    rejected: scores.rejected,
  }
}

/** Score with its adjusted-Wald interval (see `balance.ts`), or null without answers. */
export function nps(counts: NpsCounts, options: IntervalOptions = {}): Nps | null {
  const result = balance(asBalance(counts), options)
  if (!result) return null
  const { points, ...rest } = result
  return { score: points, ...rest }
}

/** What changed between two periods, in points, for independent sets of answers; null if either has none. */
export function compareNps(
  before: NpsCounts,
  after: NpsCounts,
  options: { confidence?: number } = {},
): BalanceChange | null {
  return compareBalances(asBalance(before), asBalance(after), options)
}

/** Answers needed for a margin of ± `points` when one answer has this variance (1 at worst, about 0.5–0.7 usually). */
export function npsSampleSize(points: number, variance = 1, confidence = 0.95): number {
  if (!(points > 0) || !(variance > 0 && variance <= 1)) {
    throw new RangeError('A margin must be above 0 points and a variance in (0, 1]')
  }
  return Math.ceil((normalWidth(confidence) ** 2 * variance) / (points / 100) ** 2)
}

function asBalance({ promoters, passives, detractors }: NpsCounts): BalanceCounts {
  return { favour: promoters, between: passives, against: detractors }
}
