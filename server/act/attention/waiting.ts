/** Time: since when somebody waits, by when an answer is due, and what waiting does to the order. */
import { MEMORY_DAYS } from '#listen'
import type { Need } from './attention.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Said longer ago than this when Heed first read it: a memory, not somebody waiting. */
export const HISTORY_AFTER_DAYS = MEMORY_DAYS
/** Of the history in one import, only this many of the strongest are worth a second look. */
export const HISTORY_KEPT = 20

export const wasOldWhenHeard = (saidAt: Date, receivedAt: Date): boolean =>
  receivedAt.getTime() - saidAt.getTime() > HISTORY_AFTER_DAYS * DAY_MS

export type Waiting = { history: boolean; waitingSince: Date; dueAt: Date | null }

export function waitingOf(saidAt: Date, receivedAt: Date, now: Date, need: Need, urgency: number): Waiting {
  const history = now.getTime() - saidAt.getTime() > HISTORY_AFTER_DAYS * DAY_MS
  if (history) return { history, waitingSince: receivedAt, dueAt: null }
  const waitingSince = saidAt < receivedAt ? saidAt : receivedAt
  // The promise runs from when Heed could know of it; nobody is late for what they had not heard.
  return { history, waitingSince, dueAt: new Date(receivedAt.getTime() + hoursToAnswer(need, urgency) * HOUR_MS) }
}

/** The policy: four hours for what cannot wait, a day for what is strongly felt, three days for the rest. */
export function hoursToAnswer(need: Need, urgency: number): number {
  if (need.crisis || urgency >= 0.7) return 4
  return need.strongDistress || need.strength >= 0.6 ? 24 : 72
}

export const hoursBetween = (since: Date, now: Date): number => Math.max(0, (now.getTime() - since.getTime()) / HOUR_MS)

/**
 * 1 + ln(1 + hours): it grows fast on the first day and slowly later (0 h: 1; 1 h: 1.7; 1 day: 4.2; a week: 6.1), so the
 * strong and fresh still stand before the weak and old, and nobody is forgotten.
 */
export const waitingFactor = (hours: number): number => 1 + Math.log1p(hours)
