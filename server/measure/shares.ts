/**
 * What share of voices reads a certain way, and which shares moved more than chance explains. Sixteen shares are looked
 * at together, so each is judged at a stricter level (Bonferroni): otherwise one in twenty would seem to move every time.
 */
import { compareProportions, FAMILIES, INTERVAL_FIRST_BELOW, KINDS, proportion } from '#engine'
import type { Share } from './contract.ts'
import { countOf, type Counts } from './counts.ts'

const ALL = FAMILIES.length + KINDS.length
const CONFIDENCE = 1 - 0.05 / ALL

/** Strongest first within families and kinds; what nobody said in either period is left out. */
export function sharesOf(now: Counts, before: Counts | null): Share[] {
  return [...partsOf('family', FAMILIES, now, before), ...partsOf('kind', KINDS, now, before)]
}

function partsOf(of: 'family' | 'kind', values: readonly string[], now: Counts, before: Counts | null): Share[] {
  const sum = (counts: Counts) => values.reduce((all, value) => all + countOf(counts, `${of}_${value}`), 0)
  const n = sum(now)
  const beforeN = before ? sum(before) : 0
  const shares: Share[] = []
  for (const value of values) {
    const count = countOf(now, `${of}_${value}`)
    const countBefore = before ? countOf(before, `${of}_${value}`) : 0
    const found = proportion(count, n)
    if (!found || count + countBefore === 0) continue
    const change = before && beforeN > 0 ? changeOfShare({ count: countBefore, n: beforeN }, { count, n }) : null
    shares.push({ of, value, count, n, share: 100 * found.share, low: 100 * found.low, high: 100 * found.high, change })
  }
  return shares.sort((a, b) => b.count - a.count)
}

function changeOfShare(before: { count: number; n: number }, now: { count: number; n: number }): Share['change'] {
  const found = compareProportions(before, now, { confidence: CONFIDENCE })
  if (!found) return null
  const enough = before.n >= INTERVAL_FIRST_BELOW && now.n >= INTERVAL_FIRST_BELOW
  return {
    before: (100 * before.count) / before.n,
    beforeN: before.n,
    difference: 100 * found.difference,
    low: 100 * found.low,
    high: 100 * found.high,
    moved: enough && (found.low > 0 || found.high < 0),
  }
}
