/**
 * Spans of days, as the people of a workspace count them: plain dates in its own time zone, both ends included. Dates are
 * texts (`2026-03-29`) and arithmetic happens in UTC, where every day has 24 hours.
 */
export type Period = { from: string; to: string }
export type Unit = 'day' | 'week' | 'month'

export const SPANS = ['30d', '90d', '12m', 'all'] as const
export type Span = (typeof SPANS)[number]

const DAY_MS = 86_400_000
const LENGTHS = { '30d': 30, '90d': 90, '12m': 365 } as const

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const written = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => written(at(day) + days * DAY_MS)
export const lengthOf = ({ from, to }: Period): number => Math.round((at(to) - at(from)) / DAY_MS) + 1

/** Which day it is there now. */
export function dayIn(timezone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now)
}

/**
 * The period a span means today. For `all` it goes from the first day anything was said to the end of the month of the last:
 * voices of long ago are not followed by years of nothing.
 */
export function periodOf(span: Span, today: string, first: string | null, last: string | null = null): Period {
  if (span === 'all') {
    const end = last === null ? today : endOf(startOf(last, 'month'), 'month')
    const to = end < today ? end : today
    return { from: first !== null && first < to ? first : to, to }
  }
  return { from: addDays(today, 1 - LENGTHS[span]), to: today }
}

/** As many days, just before. */
export function before(period: Period): Period {
  return { from: addDays(period.from, -lengthOf(period)), to: addDays(period.from, -1) }
}

/** First day of the week (Monday) or month a day belongs to. */
export function startOf(day: string, unit: Unit): string {
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  if (unit === 'day') return day
  const weekday = (new Date(at(day)).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

export function endOf(start: string, unit: Unit): string {
  if (unit === 'day') return start
  if (unit === 'week') return addDays(start, 6)
  const next = new Date(at(start))
  return written(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 1) - DAY_MS)
}

/** Every unit that touches the period, cut to it. */
export function unitsOf(period: Period, unit: Unit): Period[] {
  const units: Period[] = []
  for (let start = startOf(period.from, unit); start <= period.to; start = addDays(endOf(start, unit), 1)) {
    const end = endOf(start, unit)
    units.push({ from: start < period.from ? period.from : start, to: end > period.to ? period.to : end })
  }
  return units
}

/** Whole months inside the period, and the ragged ends around them: what is read from months and what from days. */
export function wholeMonths(period: Period): { months: Period | null; edges: Period[] } {
  const first =
    startOf(period.from, 'month') === period.from
      ? period.from
      : addDays(endOf(startOf(period.from, 'month'), 'month'), 1)
  const lastStart = startOf(period.to, 'month')
  const last = endOf(lastStart, 'month') === period.to ? period.to : addDays(lastStart, -1)
  if (first > last) return { months: null, edges: [period] }
  const edges: Period[] = []
  if (period.from < first) edges.push({ from: period.from, to: addDays(first, -1) })
  if (last < period.to) edges.push({ from: addDays(last, 1), to: period.to })
  return { months: { from: first, to: last }, edges }
}

/** Days that lie close together, as few spans as sensible: one scan reads a span, and a scan must not cross years for two days. */
export function runsOf(days: readonly string[], longest: number): string[][] {
  const runs: string[][] = []
  for (const day of [...days].sort()) {
    const run = runs.at(-1)
    if (run && lengthOf({ from: run.at(-1)!, to: day }) <= GAP && lengthOf({ from: run[0]!, to: day }) <= longest)
      run.push(day)
    else runs.push([day])
  }
  return runs
}

const GAP = 8
