/**
 * Are some groups chosen less often than others? Shares of each group with their intervals, the ratio of the lowest to the
 * highest (the four-fifths rule of 29 CFR 1607.4(D): below .8 is worth a look, no more than that), and the chance that so
 * large a difference comes about by itself: Fisher's exact test for two groups, chi-square for more.
 *
 * Worked example: 50 of 100 in one group, 30 of 100 in the other: shares .5 and .3, ratio .6 (flagged), Fisher p .0059.
 * With 8 of 10 and 5 of 10 the ratio is .625, and yet p is .35: too few to say.
 */
import { chiSquareUpper, logChoose } from './distribution.ts'
import { mustCount, mustFit } from './interval.ts'
import { proportion, type Proportion } from './proportion.ts'

export const FOUR_FIFTHS = 0.8

export type Chosen = { chosen: number; n: number }
/** Of those that should have been chosen, how many were; of those that should not, how many were all the same. */
export type Outcome = { truePositive: number; falsePositive: number; falseNegative: number; trueNegative: number }

export type Selection = {
  groups: (Proportion | null)[]
  /** Highest share − lowest share. Null with fewer than two groups that have anybody in them. */
  difference: number | null
  /** Lowest share ÷ highest share; null also where nobody at all was chosen. */
  ratio: number | null
  flagged: boolean
  test: 'fisher' | 'chi-square' | null
  p: number | null
}

/** Fisher takes one step for each table as lopsided as ours; with more people than this chi-square says the same. */
const EXACT_UP_TO = 20_000

export function selection(groups: readonly Chosen[]): Selection {
  const shares = groups.map(({ chosen, n }) => proportion(chosen, n))
  const known = shares.flatMap((one) => one ?? [])
  if (known.length < 2) return { groups: shares, difference: null, ratio: null, flagged: false, test: null, p: null }
  const highest = Math.max(...known.map((one) => one.share))
  const lowest = Math.min(...known.map((one) => one.share))
  const ratio = highest === 0 ? null : lowest / highest
  const two = known.length === 2 && known[0]!.n + known[1]!.n <= EXACT_UP_TO
  const tables = known.map(({ count, n }): [number, number] => [count, n - count])
  const p = two ? fisherExact(...tables[0]!, ...tables[1]!) : chiSquare(tables)
  return {
    groups: shares,
    difference: highest - lowest,
    ratio,
    flagged: ratio !== null && ratio < FOUR_FIFTHS,
    test: two ? 'fisher' : p === null ? null : 'chi-square',
    p,
  }
}

/** Two-sided p of the table a b / c d: all tables of the same margins that are at most as likely as this one. */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  mustCount(a, b, c, d)
  const row = a + b
  const column = a + c
  const all = a + b + c + d
  const whole = logChoose(all, column)
  const logP = (x: number): number => logChoose(row, x) + logChoose(all - row, column - x) - whole
  const limit = logP(a) + 1e-7
  let p = 0
  for (let x = Math.max(0, column - (all - row)); x <= Math.min(row, column); x++) {
    const here = logP(x)
    if (here <= limit) p += Math.exp(here)
  }
  return Math.min(1, p)
}

/** p of Pearson's test that all rows share one split; null where a row or a column is empty. */
export function chiSquare(rows: readonly (readonly [number, number])[]): number | null {
  const all = rows.reduce((sum, [yes, no]) => sum + yes + no, 0)
  const yesAll = rows.reduce((sum, [yes]) => sum + yes, 0)
  if (rows.length < 2 || yesAll === 0 || yesAll === all || rows.some(([yes, no]) => yes + no === 0)) return null
  let statistic = 0
  for (const [yes, no] of rows) {
    const expected = ((yes + no) * yesAll) / all
    const rest = yes + no - expected
    statistic += (yes - expected) ** 2 / expected + (no - rest) ** 2 / rest
  }
  return chiSquareUpper(statistic, rows.length - 1)
}

export type Odds = {
  rates: { selection: number; truePositive: number; falsePositive: number; precision: number | null }[]
} & {
  /** Largest minus smallest share chosen. */
  parity: number
  ratio: number | null
  /** max(|Δ true positive rate|, |Δ false positive rate|) (Hardt, Price & Srebro 2016). */
  equalisedOdds: number
  /** Half the sum of the two differences, last group − first. */
  averageOdds: number
}

/** Two groups beside what should have been. Null where a rate has nobody to be made of. */
export function equalisedOdds(first: Outcome, second: Outcome): Odds | null {
  const rates = [first, second].map(ratesOf)
  const [a, b] = rates
  if (!a || !b) return null
  const tpr = b.truePositive - a.truePositive
  const fpr = b.falsePositive - a.falsePositive
  const highest = Math.max(a.selection, b.selection)
  return {
    rates: [a, b],
    parity: Math.abs(a.selection - b.selection),
    ratio: highest === 0 ? null : Math.min(a.selection, b.selection) / highest,
    equalisedOdds: Math.max(Math.abs(tpr), Math.abs(fpr)),
    averageOdds: (tpr + fpr) / 2,
  }
}

function ratesOf({ truePositive, falsePositive, falseNegative, trueNegative }: Outcome): Odds['rates'][number] | null {
  mustCount(truePositive, falsePositive, falseNegative, trueNegative)
  const yes = truePositive + falseNegative
  const no = falsePositive + trueNegative
  const chosen = truePositive + falsePositive
  if (yes === 0 || no === 0) return null
  mustFit(chosen, yes + no)
  return {
    selection: chosen / (yes + no),
    truePositive: truePositive / yes,
    falsePositive: falsePositive / no,
    precision: chosen === 0 ? null : truePositive / chosen,
  }
}
