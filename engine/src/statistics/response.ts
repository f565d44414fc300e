/**
 * Who answered, how far their answers may be off, and what could be true if the silent ones differ.
 * The margin of error and the sample size speak of chance alone; the Manski bound makes no assumption about those who
 * stayed silent, and for a small firm it is the honest one to print beside the interval (Manski 1989).
 */
import { normalWidth } from './distribution.ts'
import type { Interval, IntervalOptions } from './interval.ts'
import { finiteCorrection, mustCount, mustFit } from './interval.ts'

/** How invitations ended. `unknown`: no sign of life; `bounced`: the message never arrived. */
export type Invitations = { completed: number; partial: number; refused: number; unknown: number; bounced: number }

/** Shares 0 … 1. `rate` counts bounced invitations as unknown (AAPOR's RR1); `delivered` leaves them out, as many tools do. */
export type ResponseRate = { rate: number | null; delivered: number | null; invited: number }

/** Completed over everyone invited. Example: 45 completed, 5 partial, 30 refused, 8 unknown → 0.511. */
export function responseRate({ completed, partial, refused, unknown, bounced }: Invitations): ResponseRate {
  mustCount(completed, partial, refused, unknown, bounced)
  const reached = completed + partial + refused + unknown
  const invited = reached + bounced
  return { rate: invited ? completed / invited : null, delivered: reached ? completed / reached : null, invited }
}

/** Half-width, in shares, of the interval of a share `p` (½ is the worst case) over `n` answers; null when n is 0. */
export function marginOfError(n: number, options: IntervalOptions & { p?: number } = {}): number | null {
  const { p = 0.5, confidence = 0.95, population } = options
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A share lies in 0 … 1, not ${p}`)
  const correction = finiteCorrection(n, population)
  return n === 0 ? null : normalWidth(confidence) * Math.sqrt((p * (1 - p)) / n) * correction
}

/** Answers needed out of `population` for a margin of ± `margin` (a share, such as 0.05), at worst-case p = ½. */
export function sampleSize(margin: number, population?: number, confidence = 0.95): number {
  if (!(margin > 0 && margin < 1)) throw new RangeError(`A margin is a share between 0 and 1, not ${margin}`)
  const unlimited = (normalWidth(confidence) ** 2 * 0.25) / margin ** 2
  if (population === undefined) return Math.ceil(unlimited)
  mustCount(population)
  return population === 0 ? 0 : Math.ceil(unlimited / (1 + (unlimited - 1) / population))
}

/** Where the share lies whatever the silent ones think: `count` of `n` answers out of `population`. Shares; null for nobody. */
export function worstCase(count: number, n: number, population: number): Interval | null {
  mustCount(count, n)
  mustFit(count, n)
  mustFit(n, population)
  return population === 0 ? null : { low: count / population, high: (count + population - n) / population }
}
