/** What was done about what came up in a period: how many, how fast, why. Times come from the cases, not from counts. */
import { quantileRanks, showing } from '#engine'
import type { Tx } from '#platform'
import { changeOf } from './change.ts'
import type { Done, Figure } from './contract.ts'
import { EMPTY, shareFigure } from './figure.ts'
import type { Period } from './period.ts'
import { instantsOf, listCauses, sumCases, waitsAtRanks, type CaseTotals } from './store.ts'

/** Null where nothing came up, now or before. */
export async function doneIn(
  tx: Tx,
  period: Period,
  before: Period | null,
  timezone: string,
  now: Date,
): Promise<Done | null> {
  const span = await instantsOf(tx, period, timezone)
  const totals = await sumCases(tx, span.from, span.to, now)
  const earlierSpan = before && (await instantsOf(tx, before, timezone))
  const earlier = earlierSpan && (await sumCases(tx, earlierSpan.from, earlierSpan.to, now))
  if (totals.opened === 0 && !earlier?.opened) return null
  const withinDay = withinDayOf(totals)
  return {
    opened: totals.opened,
    resolved: totals.answered,
    open: totals.open,
    reopened: totals.reopened,
    ...(await medianIn(tx, span, totals.answered)),
    show: showing(totals.answered),
    withinDay,
    before: earlier && { opened: earlier.opened, resolved: earlier.answered },
    withinDayChange: earlier && changeOf(withinDayOf(earlier), withinDay, 'percent'),
    causes: await listCauses(tx, span.from, span.to),
  }
}

const withinDayOf = ({ inTime, judged }: CaseTotals): Figure => (judged === 0 ? EMPTY : shareFigure(inTime, judged))

/** The middle of the waits and the two waits that enclose it, picked by rank: the database sends four figures, not all. */
async function medianIn(
  tx: Tx,
  { from, to }: { from: Date; to: Date },
  n: number,
): Promise<Pick<Done, 'medianHours' | 'lowHours' | 'highHours'>> {
  if (n === 0) return { medianHours: null, lowHours: null, highHours: null }
  const ends = quantileRanks(n)
  const middle = [Math.ceil(n / 2), Math.floor(n / 2) + 1]
  const [first = 0, second = 0, low = null, high = null] = await waitsAtRanks(tx, from, to, n, [
    ...middle,
    ...(ends ? [ends.lower, ends.upper] : []),
  ])
  return { medianHours: (first + second) / 2, lowHours: low, highHours: high }
}
