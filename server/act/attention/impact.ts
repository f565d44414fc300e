/**
 * What it would mean to leave this one unanswered: 1 for anybody, more for somebody who has been with the business, more
 * again if it is not their first trouble. Points add up, so that "why is this here?" can list them.
 *
 * What a person spent counts as orders of the usual size (their sum divided by the typical order), so one large wholesale
 * order and twenty loaves speak the same language and no currency enters the order of a list.
 *
 * Worked example: 14 orders' worth (0.4), with us two years (0.2), second trouble this year (0.3): 1 + 0.9 = 1.9.
 */
import type { ImpactPart, Rule } from '../contract.ts'

/** What is known of the person behind a voice. */
export type Standing = { orders: number; worth: number; since: Date | null; troubles: number }

export const NOBODY_KNOWN: Standing = { orders: 0, worth: 0, since: null, troubles: 0 }

const YEAR_MS = 365.25 * 86_400_000

export const yearsSince = (since: Date | null, then: Date): number =>
  since ? Math.max(0, Math.floor((then.getTime() - since.getTime()) / YEAR_MS)) : 0

/** `at`: when it was said. What happened since does not make an old word heavier. */
export function impactOf(standing: Standing, rule: Rule, at: Date): { impact: number; parts: ImpactPart[] } {
  const worth = Math.max(standing.orders, standing.worth)
  const parts: ImpactPart[] = []
  if (worth >= 1) parts.push({ what: 'orders', points: worth >= 20 ? 0.6 : worth >= 5 ? 0.4 : 0.2 })
  if (yearsSince(standing.since, at) >= 1) parts.push({ what: 'years', points: 0.2 })
  if (standing.troubles >= 1) parts.push({ what: 'troubles', points: standing.troubles >= 2 ? 0.6 : 0.3 })
  if (rule === 'leaving') parts.push({ what: 'leaving', points: 0.4 })
  const impact = parts.reduce((sum, part) => sum + part.points, 1)
  return { impact: Math.round(impact * 100) / 100, parts }
}
