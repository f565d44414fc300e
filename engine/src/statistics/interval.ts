/**
 * The words every figure shares: an interval, the options for one, and how much a number of answers allows us to say.
 *
 * Two rules hold throughout this folder. No answers give `null`, never 0: a business nobody has answered yet has no
 * score. And counts that cannot be (negative, broken, more answers than people) are the caller's mistake and throw a
 * `RangeError`, while answers that cannot be (an 11 on a 0–10 scale) are content: counted as `rejected` and left out.
 */

/** Ends of an interval, in the same unit as the figure it belongs to. */
export type Interval = { low: number; high: number }

export type IntervalOptions = {
  /** Everyone who could have answered. Narrows the interval; valid only if those who answered are like a random draw. */
  population?: number
  /** Chance with which such intervals cover the truth; 0.95 if not given. */
  confidence?: number
}

/** `none`: show nothing. `counts-only`: n < 10. `interval-first`: n < 30, too few to compare. `full`: show the figure. */
export type Showing = 'none' | 'counts-only' | 'interval-first' | 'full'

export const COUNTS_ONLY_BELOW = 10
export const INTERVAL_FIRST_BELOW = 30

/**
 * How much `n` answers allow us to show. `floor` is the smallest group an anonymous result may be shown for; below it
 * even the count stays hidden. Thresholds: a design choice of Heed, from how wide an NPS interval is at n = 10 (±40) and 30 (±25).
 */
export function showing(n: number, floor = 1): Showing {
  mustCount(n)
  if (n < Math.max(1, floor)) return 'none'
  if (n < COUNTS_ONLY_BELOW) return 'counts-only'
  return n < INTERVAL_FIRST_BELOW ? 'interval-first' : 'full'
}

/**
 * Finite-population correction sqrt((N − n)/(N − 1)), a factor for a half-width: 1 without a population, 0 when everyone
 * answered. Throws a `RangeError` if the population is smaller than `n`.
 */
export function finiteCorrection(n: number, population?: number): number {
  mustCount(n)
  if (population === undefined) return 1
  mustFit(n, population)
  return population <= 1 || population === n ? 0 : Math.sqrt((population - n) / (population - 1))
}

export function mustCount(...counts: number[]): void {
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`A count is a whole number from 0, not ${count}`)
  }
}

export function mustFit(n: number, population: number): void {
  mustCount(population)
  if (population < n) throw new RangeError(`${n} answers cannot come from a population of ${population}`)
}
