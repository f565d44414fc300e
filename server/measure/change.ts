/**
 * What changed between two periods, with an interval, and what may be said about it.
 *
 * The interval of a difference joins the two intervals by the square-and-add rule (Zou & Donner 2008; for shares it is
 * Newcombe's method 10), so that it agrees with the intervals drawn beside it. The same rule serves balances, shares and
 * means: low = d − √((b − b.low)² + (a.high − a)²), high mirrored.
 * Example: NPS 10 (20/15/15) and then 44 (30/12/8): +34, 2.4 … 63.1: probably better.
 */
import type { Change, Figure, Verdict } from './contract.ts'

/** Differences smaller than this do not matter to anybody, in the unit of the figure. Heed's own choice. */
const MATTERS = { points: 5, percent: 5, stars: 0.15 } as const

/** Null where one side has no interval. Above is better, in every metric Heed shows. */
export function changeOf(before: Figure, after: Figure, unit: keyof typeof MATTERS): Change | null {
  const joined = differenceOf(before, after)
  return joined && { before, ...joined, verdict: verdictOf(before, after, joined, MATTERS[unit]) }
}

export function differenceOf(before: Figure, after: Figure): { difference: number; low: number; high: number } | null {
  if (before.value === null || before.low === null || before.high === null) return null
  if (after.value === null || after.low === null || after.high === null) return null
  const difference = after.value - before.value
  return {
    difference,
    low: difference - Math.hypot(after.value - after.low, before.high - before.value),
    high: difference + Math.hypot(after.high - after.value, before.value - before.low),
  }
}

function verdictOf(
  before: Figure,
  after: Figure,
  { low, high }: { low: number; high: number },
  matters: number,
): Verdict {
  if (before.show !== 'full' || after.show !== 'full') return 'too-few'
  if (low > -matters && high < matters) return 'same'
  if (low > 0) return 'better'
  return high < 0 ? 'worse' : 'unclear'
}
