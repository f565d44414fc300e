/**
 * The whole account of one sentiment: what each word, the length and shape of the text and the starting point of the model
 * put on each of the three sides. Unlike evidence, which shows the strongest words only, nothing is left out: the parts add
 * up to the three scores (a filter of the net is put down to the word in the middle of what it heard), and from the three scores follow the chances, the score and the label of the reading.
 *
 * Worked example, with made-up numbers: start (0.1, 0.4, 0.2), shape (0, 0, 0), "stale" (1.9, −0.2, −1.1): scores
 * (2.0, 0.2, −0.9), at temperature 1 the chances .82, .14, .05, so the score is .05 − .82 = −.78.
 */
import type { Chains } from './chains.ts'
import { chances, scoreOf, type Chances } from './sentiment.ts'
import type { Sums } from './sums.ts'
import type { Tokens } from './tokens.ts'

/** What speaks for negative, neutral, positive. */
export type Sides = readonly [negative: number, neutral: number, positive: number]

export type Account = {
  /** Where every text begins. */
  start: Sides
  /** What belongs to the text as a whole: its length, its shape, the question it answers. */
  shape: Sides
  words: { start: number; end: number; sides: Sides }[]
  /** Sharpens or softens the chances; measured, not chosen. */
  temperature: number
  version: string
}

export function accountOf(
  read: { tokens: Tokens; sums: Sums; chains: Chains },
  temperature: number,
  version: string,
): Account {
  const { tokens, sums, chains } = read
  const shape: [number, number, number] = [0, 0, 0]
  for (let at = 0; at < chains.count; at++) {
    const row = sums.chainRow[at] as number
    if (chains.token[at] !== -1 || row < 0) continue
    for (const side of [0, 1, 2] as const) shape[side] += sums.sideWeight(row, side) * sums.scale
  }
  const heard = [0, 1, 2].map((side) => {
    const shares = new Float64Array(tokens.count)
    sums.credit(side, 1, shares)
    return shares
  })
  const words: Account['words'] = []
  for (let i = 0; i < tokens.count; i++) {
    const sides = heard.map(
      (shares, side) => sums.between(side, i, i + 1) * sums.scale + (shares[i] as number),
    ) as unknown as Sides
    if (sides.some((part) => part !== 0))
      words.push({ start: tokens.start[i] as number, end: tokens.end[i] as number, sides })
  }
  return { start: [sums.start(0), sums.start(1), sums.start(2)], shape, words, temperature, version }
}

/** Adds an account up: the chances of the three sides, and the score of the reading, −1 … 1. */
export function addUp(account: Account): { sides: Sides; chances: Chances; score: number } {
  const sides = [0, 1, 2].map((side) =>
    [account.start, account.shape, ...account.words.map((word) => word.sides)].reduce(
      (sum, part) => sum + (part[side] as number),
      0,
    ),
  ) as unknown as Sides
  const chance = chances(...sides, account.temperature)
  return { sides, chances: chance, score: scoreOf(chance) }
}
