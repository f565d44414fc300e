/**
 * Customer effort, CES 2.0: "… made it easy for me to handle my issue", 1 strongly disagree … 7 strongly agree, so higher
 * is easier. (CES 1.0 asked 1–5 how much effort it took and ran the other way: never mix the two.) Shown as the share of
 * 5–7 with the mean; the net index (6–7 minus 1–3) is there for those who compare with a tool that uses it.
 * Source: Dixon, Toman & DeLisi 2013, "The Effortless Experience".
 * Example: 7,6,5,4,7,2,6,5 → 75 %, mean 5.25, net +37.5.
 */
import type { Balance } from './balance.ts'
import { balance } from './balance.ts'
import type { IntervalOptions } from './interval.ts'
import type { Mean } from './mean.ts'
import { meanOfTally } from './mean.ts'
import type { Proportion } from './proportion.ts'
import { proportion } from './proportion.ts'
import type { Answers } from './tally.ts'
import { between, tally } from './tally.ts'

/** `easy` in shares 0 … 1, `mean` in steps 1 … 7, `net` in points −100 … 100. */
export type Ces = { easy: Proportion; mean: Mean; net: Balance; skipped: number; rejected: number }

/** From answers 1–7; null when none is valid. */
export function ces(answers: Answers, options: IntervalOptions = {}): Ces | null {
  const scores = tally(answers, 1, 7)
  const easy = proportion(between(scores, 5, 7), scores.n, options)
  const mean = meanOfTally(scores, options)
  const net = balance(
    { favour: between(scores, 6, 7), between: between(scores, 4, 5), against: between(scores, 1, 3) },
    options,
  )
  return easy && mean && net && { easy, mean, net, skipped: scores.skipped, rejected: scores.rejected }
}
