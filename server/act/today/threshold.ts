/**
 * The order of Today: attention = strength × impact × waiting factor, which changes with every hour, so no index can hold it.
 * Yet the top of the list is found without looking at all of it, by the threshold algorithm (Fagin, Lotem & Naor 2003,
 * "Optimal aggregation algorithms for middleware", JCSS 66, 614–656): two indexes each give one factor in falling order, by
 * weight and by waiting time. Read `depth` rows from both and compute their attention. Whatever was not read has at most
 * the weight of the last row of one list times the factor of the last row of the other: the threshold. If the worst row we
 * would show reaches it, nobody unseen can belong there; if not, read deeper.
 *
 * Worked example: depth 2 of five cases, weight × factor: by weight a 2.0×1.0, b 1.6×4.0; by waiting c 0.2×6.0, b. Best: b 6.4,
 * a 2.0, c 1.2. Threshold 1.6 × 4.0 = 6.4: b is certainly first; whether a is second is not known yet, so read deeper.
 */
export const FIRST_DEPTH = 1_000
export const DEEPER = 4

export type Placed = { id: string; weight: number; waitingHours: number; attention: number }
export type Reading = {
  found: Placed[]
  /** Fewer rows than asked for on either list: everything was seen. */ complete: boolean
  leastWeight: number
  leastFactor: number
}

/** Whether the first `shown` are certain. */
export function isCertain(read: Reading, shown: number): boolean {
  if (read.complete) return true
  const worst = read.found[shown - 1]
  return worst !== undefined && worst.attention >= read.leastWeight * read.leastFactor
}
