/**
 * Exact counts of what was said in some span: the only thing Outcomes keeps. Two days, two sources or two teams simply
 * add, and every figure is computed from the sum, so nothing is ever an average of averages.
 */
import { FAMILIES, KINDS, SENTIMENTS } from '#engine'

const steps = (name: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${name}_${from + index}`)

/** Columns that count something, in the order of the migration. */
export const COUNTED: readonly string[] = [
  'voices',
  ...SENTIMENTS.map((label) => `sentiment_${label}`),
  ...FAMILIES.map((label) => `family_${label}`),
  ...KINDS.map((label) => `kind_${label}`),
  ...steps('nps', 0, 10),
  ...steps('csat', 1, 5),
  ...steps('ces', 1, 7),
  ...steps('star', 1, 5),
  'heard_asked',
  'heard_yes',
  'heard_no',
]

export const COLUMNS: readonly string[] = [...COUNTED, 'star_sum', 'star_squares']

/** Column → how often. What is not there counts as none. */
export type Counts = Readonly<Record<string, number>>

export const NOTHING: Counts = {}

/** Reads one count; none where nothing was counted. */
export const countOf = (counts: Counts, column: string): number => counts[column] ?? 0

export function addCounts(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {}
  for (const counts of all) {
    for (const column of COLUMNS) {
      const more = counts[column]
      if (more) sum[column] = (sum[column] ?? 0) + more
    }
  }
  return sum
}

/** What is in `whole` but not in `part`. */
export function takeAway(whole: Counts, part: Counts): Counts {
  const rest: Record<string, number> = {}
  for (const column of COLUMNS) rest[column] = countOf(whole, column) - countOf(part, column)
  return rest
}

/** The answers of one scale as a map from step to how often it was given: what the engine's statistics take. */
export function answersOf(counts: Counts, name: string, from: number, to: number): Map<number, number> {
  const answers = new Map<number, number>()
  for (let step = from; step <= to; step += 1) answers.set(step, countOf(counts, `${name}_${step}`))
  return answers
}
