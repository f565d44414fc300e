/**
 * Answers on a scale of whole steps, counted per step: what every score is computed from, whether a hundred raw answers or
 * one `group by` of the database stand behind it. A skipped answer is in no denominator; one outside the scale, or between
 * its steps, is rejected and counted apart, so that a broken import shows instead of bending a score.
 */
import { mustCount } from './interval.ts'

/** One answer as it was stored: a step of the scale, or nothing. */
export type Answer = number | null | undefined

/** `counts[i]` answers chose step `from + i`; `n` is their sum. */
export type Tally = { from: number; counts: number[]; n: number; skipped: number; rejected: number }

/** Raw answers, or a map from answer to how often it was given (null for skipped ones). */
export type Answers = Iterable<Answer> | ReadonlyMap<Answer, number>

/** Counts answers on the scale `from` … `to`, both whole numbers. Throws a `RangeError` on a scale or count that cannot be. */
export function tally(answers: Answers, from: number, to: number): Tally {
  if (!Number.isInteger(from) || !Number.isInteger(to) || to <= from || to - from > 1000) {
    throw new RangeError(`${from} … ${to} is no scale`)
  }
  const result: Tally = { from, counts: Array<number>(to - from + 1).fill(0), n: 0, skipped: 0, rejected: 0 }
  for (const [answer, times] of weighted(answers)) {
    mustCount(times)
    if (answer === null || answer === undefined) result.skipped += times
    else if (!Number.isInteger(answer) || answer < from || answer > to) result.rejected += times
    else {
      result.counts[answer - from]! += times
      result.n += times
    }
  }
  return result
}

/** How many answers chose a step from `low` to `high`, both included. */
export function between({ from, counts }: Tally, low: number, high: number): number {
  return counts.reduce((sum, count, i) => (from + i >= low && from + i <= high ? sum + count : sum), 0)
}

function* weighted(answers: Answers): Generator<[Answer, number]> {
  if (answers instanceof Map) yield* answers as Map<Answer, number>
  else for (const answer of answers as Iterable<Answer>) yield [answer, 1]
}
