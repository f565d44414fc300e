/** How figures are written for people. Points carry their sign, since they are no percentages. */
import type { Figure, Metric } from '#measure/contract'

export type FigureUnit = Metric['unit']

const MINUS = '−'
const sign = (text: string): string => text.replace('-', MINUS)

const rounded = (value: number, digits: number): string =>
  (Math.abs(value) < 0.5 / 10 ** digits ? 0 : value).toFixed(digits)

/** +45, 70%, 3.7. */
export function sayValue(value: number, unit: FigureUnit): string {
  if (unit === 'points') return `${rounded(value, 0) === '0' ? '' : value > 0 ? '+' : ''}${sign(rounded(value, 0))}`
  if (unit === 'percent') return `${sign(rounded(value, 0))}%`
  return rounded(value, 1)
}

/** A difference always has its sign: +4 points is written +4, −0.3 stars −0.3. */
export function sayDifference(value: number, unit: FigureUnit): string {
  const text = rounded(value, unit === 'stars' ? 1 : 0)
  return `${value > 0 && Number(text) !== 0 ? '+' : ''}${sign(text)}`
}

export const saysSomething = (figure: Pick<Figure, 'show'>): boolean =>
  figure.show === 'full' || figure.show === 'interval-first'

/** Days written as people write them, without a year where it is this one. */
export function sayDay(day: string, language: string, look: 'day' | 'month' | 'whole' = 'day'): string {
  const parts: Intl.DateTimeFormatOptions =
    look === 'month'
      ? { month: 'short', year: '2-digit' }
      : look === 'day'
        ? { day: 'numeric', month: 'short' }
        : { day: 'numeric', month: 'short', year: 'numeric' }
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

export type Duration = { unit: 'minutes' | 'hours' | 'days'; count: number }

/** Hours in the unit people would say: 40 minutes, 5 hours, 3 days. */
export function durationOf(hours: number): Duration {
  if (hours < 1) return { unit: 'minutes', count: Math.max(1, Math.round(hours * 60)) }
  if (hours < 36) return { unit: 'hours', count: Math.round(hours) }
  return { unit: 'days', count: Math.round(hours / 24) }
}
