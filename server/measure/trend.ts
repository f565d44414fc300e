/**
 * A metric along time. The unit is the finest one at which a typical point still has something to say: a shop with three
 * answers a day sees weeks or months, not a line of noise. Units without answers are left out; those with few keep their
 * n, and `show` says not to draw them.
 */
import type { Metric, MetricName } from './contract.ts'
import { addCounts, type Counts } from './counts.ts'
import { figureOf } from './figure.ts'
import { lengthOf, startOf, unitsOf, type Period, type Unit } from './period.ts'

export type Dated = { day: string; counts: Counts }

const UNITS: readonly Unit[] = ['day', 'week', 'month']
/** Answers a typical point should have before a finer unit is worth it. */
const ENOUGH = 15

/** The finest unit worth reading for a period: what the counts are fetched in. */
export function finestUnit(period: Period): Unit {
  const days = lengthOf(period)
  if (days <= 31) return 'day'
  return days <= 200 ? 'week' : 'month'
}

export function trendOf(metric: MetricName, period: Period, dated: readonly Dated[]): Metric['trend'] {
  const finest = UNITS.indexOf(finestUnit(period))
  const total = figureOf(metric, addCounts(dated.map((row) => row.counts))).n
  const unit =
    UNITS.slice(finest).find((one) => total / unitsOf(period, one).length >= ENOUGH || one === 'month') ?? 'month'
  const sums = new Map<string, Counts[]>()
  for (const row of dated) {
    const start = startOf(row.day, unit)
    const kept = sums.get(start)
    if (kept) kept.push(row.counts)
    else sums.set(start, [row.counts])
  }
  const points = unitsOf(period, unit).map((span) => ({
    ...span,
    ...figureOf(metric, addCounts(sums.get(startOf(span.from, unit)) ?? [])),
  }))
  return { unit, points }
}
