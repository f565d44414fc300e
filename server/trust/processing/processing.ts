/**
 * What is kept, and how long, as the record of processing says it: made from what the capabilities declare, so that a new
 * table stands in the record without anybody writing it down.
 */
import type { Holding } from '#platform'

export type Kept = { what: string; fields: string[]; until: string }
type Rules = ReadonlyMap<string, number>

/**
 * Declarations speak to the person ("what you said"); the record speaks of them. Enough for how declarations are written: a
 * test reads all of them.
 */
export function aboutThem(what: string): string {
  return what
    .replaceAll(/\byours\b/g, 'theirs')
    .replaceAll(/\byour\b/g, 'their')
    .replaceAll(/\b(for|of|to|about|from|with|leave|ask|asked|told) you\b/g, '$1 them')
    .replaceAll(/\byou\b/g, 'they')
    .replaceAll(/\bYour\b/g, 'Their')
    .replaceAll(/\bYou\b/g, 'They')
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const monthsText = (months: number): string =>
  months % 12 === 0
    ? `${months / 12} ${months === 12 ? 'year' : 'years'}`
    : `${months} ${months === 1 ? 'month' : 'months'}`

/** A rule of its own, else that of what it hangs on, else as long as the person is known. */
export function untilOf(holding: Holding, all: readonly Holding[], rules: Rules): string {
  const { retained } = holding
  const parent = all.find((one) => one.table === holding.through?.[0]?.parent)
  if (!retained && parent) return `goes with ${parent.retained ? `“${parent.retained.what}”` : aboutThem(parent.what)}`
  if (!retained) return holding.person ? 'as long as the person is known here' : 'until it is no longer needed'
  return ruleText(rules.get(retained.kind))
}

export const ruleText = (months: number | undefined): string =>
  months === undefined ? 'until somebody deletes it; no time was decided yet' : monthsText(months)

/** What a capability keeps about people who are heard here. */
export const keptAbout = (of: readonly Holding[], all: readonly Holding[], rules: Rules): Kept[] =>
  of
    .filter((one) => one.personal.length > 0 && one.nobody === undefined)
    .map((one) => ({
      what: capital(aboutThem(one.what)),
      fields: [...new Set(Object.values(one.words ?? {}))].map(aboutThem),
      until: untilOf(one, all, rules),
    }))

/** What is kept about those who work with Heed. */
export const keptOfTeam = (all: readonly Holding[]): Kept[] =>
  all
    .filter((one) => one.team)
    .map((one) => ({ what: capital(one.what), fields: [], until: 'as long as they work with Heed' }))
