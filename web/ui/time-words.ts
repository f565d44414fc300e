/** Time as people say it. Every function takes `now`: nothing here looks at a clock. */

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const steps: readonly [limit: number, unit: Intl.RelativeTimeFormatUnit, length: number][] = [
  [hour, 'minute', minute],
  [day, 'hour', hour],
  [7 * day, 'day', day],
  [31 * day, 'week', 7 * day],
  [365 * day, 'month', 30.44 * day],
  [Number.POSITIVE_INFINITY, 'year', 365.25 * day],
]

/** `just now`, `12 minutes ago`, `yesterday`, `3 weeks ago`, `in 2 days`. */
export function relativeTime(at: Date, now: Date, language: string): string {
  const apart = at.getTime() - now.getTime()
  const distance = Math.abs(apart)
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (distance < minute) return format.format(0, 'second')
  const [, unit, length] = steps.find(([limit]) => distance < limit) ?? (['', 'year', 365.25 * day] as const)
  return format.format(Math.sign(apart) * Math.max(1, Math.floor(distance / length)), unit)
}

/** How long something took or waits: `25 minutes`, `3 hours`, `2 days`. The largest unit that is full once. */
export function spanWords(milliseconds: number, language: string): string {
  const lengths = { day, hour, minute }
  const unit = milliseconds >= day ? 'day' : milliseconds >= hour ? 'hour' : 'minute'
  const count = Math.max(1, Math.floor(milliseconds / lengths[unit]))
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** `Saturday, 22 November 2026 at 14:05`. */
export function exactTime(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(at)
}

/** `22 Nov 2026`. */
export function shortDate(at: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)
}
