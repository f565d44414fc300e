/** From exact counts to figures with their interval: the one place where a metric's formula is chosen. */
import { balance, ces, csat, meanOf, nps, npsCounts, proportion, showing } from '#engine'
import type { Balance, Proportion } from '#engine'
import { UNITS, type Figure, type MetricName } from './contract.ts'
import { answersOf, countOf, type Counts } from './counts.ts'

export const EMPTY: Figure = { n: 0, value: null, low: null, high: null, show: 'none', mean: null, counts: {} }

type Parts = Record<string, number>

const ofBalance = (found: Pick<Balance, 'points' | 'low' | 'high' | 'n' | 'show'> | null, counts: Parts): Figure =>
  found
    ? { n: found.n, value: found.points, low: found.low, high: found.high, show: found.show, mean: null, counts }
    : { ...EMPTY, counts }

const ofShare = (found: Proportion | null, counts: Parts, mean: number | null = null): Figure =>
  found
    ? {
        n: found.n,
        value: 100 * found.share,
        low: 100 * found.low,
        high: 100 * found.high,
        show: found.show,
        mean,
        counts,
      }
    : { ...EMPTY, counts }

/** A share of `count` in `n`, in percent. */
export const shareFigure = (count: number, n: number, counts: Parts = {}): Figure =>
  ofShare(proportion(count, n), { count, ...counts })

/** The counts of a balance: who is for it, between, against. */
export function sidesOf(
  metric: 'sentiment' | 'nps',
  counts: Counts,
): { favour: number; between: number; against: number } {
  if (metric === 'nps') {
    const { promoters, passives, detractors } = npsCounts(answersOf(counts, 'nps', 0, 10))
    return { favour: promoters, between: passives, against: detractors }
  }
  return {
    favour: countOf(counts, 'sentiment_positive'),
    between: countOf(counts, 'sentiment_neutral') + countOf(counts, 'sentiment_mixed'),
    against: countOf(counts, 'sentiment_negative'),
  }
}

function starsFigure(counts: Counts): Figure {
  const stepCounts: Parts = {}
  for (let star = 1; star <= 5; star += 1) stepCounts[String(star)] = countOf(counts, `star_${star}`)
  const n = Object.values(stepCounts).reduce((sum, count) => sum + count, 0)
  if (n === 0) return EMPTY
  const centre = countOf(counts, 'star_sum') / n
  const squares = Math.max(0, countOf(counts, 'star_squares') - n * centre * centre)
  const found = meanOf({ n, mean: centre, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 })!
  return {
    n,
    value: found.mean,
    low: found.interval && Math.max(1, found.interval.low),
    high: found.interval && Math.min(5, found.interval.high),
    show: showing(n),
    mean: found.mean,
    counts: stepCounts,
  }
}

const FORMULAS: Readonly<Record<MetricName, (counts: Counts) => Figure>> = {
  sentiment: (counts) => {
    const unclear = countOf(counts, 'sentiment_unclear')
    const sides = sidesOf('sentiment', counts)
    const mixed = countOf(counts, 'sentiment_mixed')
    return ofBalance(balance(sides), {
      positive: sides.favour,
      neutral: sides.between - mixed,
      mixed,
      negative: sides.against,
      unclear,
    })
  },
  stars: starsFigure,
  nps: (counts) => {
    const found = nps(npsCounts(answersOf(counts, 'nps', 0, 10)))
    const sides = sidesOf('nps', counts)
    return ofBalance(found && { ...found, points: found.score }, {
      promoters: sides.favour,
      passives: sides.between,
      detractors: sides.against,
    })
  },
  csat: (counts) => {
    const found = csat(answersOf(counts, 'csat', 1, 5))
    return ofShare(found?.satisfied ?? null, { satisfied: found?.satisfied.count ?? 0 }, found?.mean.mean ?? null)
  },
  ces: (counts) => {
    const found = ces(answersOf(counts, 'ces', 1, 7))
    return ofShare(found?.easy ?? null, { easy: found?.easy.count ?? 0 }, found?.mean.mean ?? null)
  },
  heard: (counts) => {
    const yes = countOf(counts, 'heard_yes')
    const answered = yes + countOf(counts, 'heard_no')
    return ofShare(proportion(yes, answered), { yes, no: answered - yes, asked: countOf(counts, 'heard_asked') })
  },
}

export const figureOf = (metric: MetricName, counts: Counts): Figure => FORMULAS[metric](counts)

export const unitOf = (metric: MetricName): 'points' | 'percent' | 'stars' => UNITS[metric]
