/**
 * When somebody should be left in peace: outside the hours a workspace chose, by the clock where the person is; where that
 * is not known, by the workspace's own clock and within narrower hours. Pure.
 *
 * Worked example: known hours 09:00 to 20:00, a person in Europe/Berlin, now 21:10 there: quiet until 09:00 tomorrow there.
 */
import type { ContactRules } from './contract.ts'

export const FIRST_RULES: ContactRules = {
  keepAddress: false,
  knownFrom: 9 * 60,
  knownTo: 20 * 60,
  unknownFrom: 10 * 60,
  unknownTo: 18 * 60,
}

const MINUTE = 60_000
const DAY_MINUTES = 1440

export type Quiet = { zone: string; clock: string; until: Date }

/** Null when they may be disturbed. `zone` is the person's, or null. */
export function quietNow(rules: ContactRules, zone: string | null, homeZone: string, now: Date): Quiet | null {
  const place = zone && isZone(zone) ? zone : homeZone
  const known = place === zone
  const from = known ? rules.knownFrom : rules.unknownFrom
  const to = known ? rules.knownTo : rules.unknownTo
  const minute = minuteIn(place, now)
  if (minute >= from && minute < to) return null
  return { zone: place, clock: clockOf(minute), until: nextTime(place, from, now) }
}

export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The next moment at which the clock of that place shows this minute; right also across a change of summer time. */
function nextTime(zone: string, minute: number, now: Date): Date {
  const start = Math.floor(now.getTime() / MINUTE) * MINUTE
  const ahead = (minute - minuteIn(zone, now) + DAY_MINUTES) % DAY_MINUTES
  const guess = new Date(start + ahead * MINUTE)
  const off = ((minute - minuteIn(zone, guess) + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2
  return new Date(guess.getTime() + off * MINUTE)
}

function minuteIn(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return of('hour') * 60 + of('minute')
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
