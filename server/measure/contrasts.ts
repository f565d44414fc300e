/**
 * Which parts of the voices differ from all the rest in net sentiment. It says "goes with", never "because of": people
 * who write reviews and people who answer surveys are different people. Judged together, at a stricter level for each.
 * Languages and topics are left out: ways of writing differ between languages, and a topic's feeling is about that thing.
 */
import { balance, compareBalances, INTERVAL_FIRST_BELOW } from '#engine'
import type { Contrast } from './contract.ts'
import { takeAway, type Counts } from './counts.ts'
import { figureOf, sidesOf } from './figure.ts'
import type { PartCounts } from './store.ts'

const COMPARED = /^(source|channel|survey|attribute:)/
const SHOWN = 6

type Part = { dimension: string; value: string; counts: Counts; rest: Counts }
type Label = (dimension: string, value: string) => string

/** Every part that is compared at all, and how strict that makes each comparison. */
export function comparisonsOf(all: Counts, parts: readonly PartCounts[]): { parts: Part[]; confidence: number } {
  const candidates = parts
    .filter((part) => COMPARED.test(part.dimension))
    .toSorted((a, b) => Number(b.dimension === 'source') - Number(a.dimension === 'source'))
    .map(({ dimension, value, counts }) => ({ dimension, value, counts, rest: takeAway(all, counts) }))
    .filter(({ counts, rest }) => enough(counts) && enough(rest))
  return { parts: candidates, confidence: 1 - 0.05 / Math.max(1, candidates.length) }
}

/** One part beside all the rest; null where nothing can be compared. `sure`: the range leaves zero out. */
export function contrastOf(part: Part, confidence: number, label: Label): (Contrast & { sure: boolean }) | null {
  const { dimension, value, counts, rest } = part
  const change = compareBalances(sidesOf('sentiment', rest), sidesOf('sentiment', counts), { confidence })
  if (!change) return null
  const { difference, low, high } = change
  return {
    dimension,
    value,
    label: label(dimension, value),
    figure: figureOf('sentiment', counts),
    rest: figureOf('sentiment', rest),
    difference,
    low,
    high,
    sure: low > 0 || high < 0,
  }
}

export function contrastsOf(all: Counts, parts: readonly PartCounts[], label: Label): Contrast[] {
  const { parts: candidates, confidence } = comparisonsOf(all, parts)
  return candidates
    .flatMap((part) => {
      const found = contrastOf(part, confidence, label)
      if (!found?.sure) return []
      const { sure: _sure, ...contrast } = found
      return [contrast]
    })
    .filter((one, index, found) => found.findIndex((other) => sameVoices(one, other)) === index)
    .sort((a, b) => nearest(b) - nearest(a))
    .slice(0, SHOWN)
}

const enough = (counts: Counts): boolean => (balance(sidesOf('sentiment', counts))?.n ?? 0) >= INTERVAL_FIRST_BELOW

/** A source and the way it was said are often the same voices: told once. */
const sameVoices = (a: Contrast, b: Contrast): boolean =>
  JSON.stringify(a.figure.counts) === JSON.stringify(b.figure.counts)

/** How far the interval stays from zero: sure differences first, not loud ones. */
const nearest = ({ low, high }: Contrast): number => Math.min(Math.abs(low), Math.abs(high))
