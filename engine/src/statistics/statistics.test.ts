import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  believableRetention,
  betaCdf,
  ces,
  compareProportions,
  csat,
  effectiveSize,
  marginOfError,
  mean,
  median,
  netSentiment,
  normalCdf,
  normalQuantile,
  proportion,
  quantile,
  quantileRanks,
  responseRate,
  retention,
  revenueRetention,
  sampleForMeans,
  sampleForProportions,
  sampleSize,
  showing,
  smallestDetectable,
  studentCdf,
  studentQuantile,
  worstCase,
  yearlyChurn,
} from './index.ts'

/** Vectors are printed to four or more digits: compare to half of their last one, or 1e-4 relative. */
function near(actual: number | null | undefined, expected: number, tolerance = 1e-4): void {
  assert.ok(typeof actual === 'number', `expected ${expected}, got ${actual}`)
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`)
}

describe('the distributions', () => {
  test('agree with the published tables', () => {
    near(normalQuantile(0.975), 1.959963985, 1e-9)
    near(normalQuantile(0.8), 0.841621234, 1e-9)
    near(normalCdf(1), 0.841344746, 1e-9)
    near(normalCdf(-8) / 6.220960574e-16, 1, 1e-6)
    near(studentQuantile(0.975, 1), 12.70620474, 1e-8)
    near(studentQuantile(0.975, 6), 2.446911851, 1e-8)
    near(studentQuantile(0.995, 30), 2.749995654, 1e-8)
    near(studentQuantile(0.025, 6), -2.446911851, 1e-8)
    near(studentQuantile(0.975, 1e6), 1.959966, 1e-6)
    near(studentCdf(0, 5), 0.5, 1e-12)
    near(betaCdf(0.5, 2, 3), 0.6875, 1e-12)
  })
  test('refuse a chance that is none', () => {
    for (const p of [0, 1, -1, NaN]) assert.throws(() => normalQuantile(p), RangeError)
  })
})

describe('satisfaction', () => {
  test('is the share of the two best answers, with its mean', () => {
    const result = csat([5, 4, 4, 3, 5, 2, 5, 4, 1, 5])
    near(result?.satisfied.share, 0.7)
    near(result?.satisfied.low, 0.396778)
    near(result?.satisfied.high, 0.892209)
    near(result?.mean.mean, 3.8)
    near(result?.mean.sd, 1.39841)
  })
  test('counts 6 and 7 on a scale of seven', () => {
    assert.equal(csat([7, 6, 5, 4], { scale: 7 })?.satisfied.count, 2)
  })
  test('ignores skipped answers, rejects impossible ones, and is nothing without answers', () => {
    const result = csat([5, null, 0, 6, 4.5, 1])
    assert.deepEqual([result?.satisfied.n, result?.skipped, result?.rejected], [2, 1, 3])
    assert.equal(csat([null, 9]), null)
    assert.throws(() => csat([1], { scale: 2 }), RangeError)
  })
})

describe('effort', () => {
  test('is the share of 5 to 7, the mean and the net index', () => {
    const result = ces([7, 6, 5, 4, 7, 2, 6, 5])
    near(result?.mean.mean, 5.25)
    near(result?.easy.share, 0.75)
    near(result?.net.points, 37.5)
  })
  test('is nothing when everyone skipped', () => assert.equal(ces([null, undefined]), null))
})

describe('a share', () => {
  test('has the Wilson interval', () => {
    const [most, some, all] = [proportion(18, 20), proportion(18, 20, { population: 30 }), proportion(20, 20)]
    near(most?.low, 0.698966)
    near(most?.high, 0.972133)
    near(some?.low, 0.796362)
    near(some?.high, 0.953944)
    near(all?.low, 0.838875)
    assert.equal(all?.high, 1)
    assert.equal(proportion(0, 20)?.low, 0)
  })
  test('is exact once all have answered and unknown before anyone has', () => {
    assert.deepEqual(pick(proportion(3, 4, { population: 4 })), [0.75, 0.75, 0.75])
    assert.equal(proportion(0, 0), null)
    assert.throws(() => proportion(3, 2), RangeError)
  })
  test('differs from another with an interval that holds the difference', () => {
    const change = compareProportions({ count: 13, n: 20 }, { count: 18, n: 20 })
    near(change?.difference, 0.25)
    near(change?.z, 0.25 / Math.sqrt(0.775 * 0.225 * 0.1))
    assert.ok(change!.low < 0 && change!.high > 0.25)
    assert.equal(compareProportions({ count: 0, n: 0 }, { count: 1, n: 2 }), null)
    assert.equal(compareProportions({ count: 2, n: 2 }, { count: 3, n: 3 })?.p, null)
  })
})

const pick = (share: { low: number; share: number; high: number } | null) => [share?.low, share?.share, share?.high]

describe('a mean', () => {
  test('has a Student interval', () => {
    // The pooled example of the formula sheet: 6.75 with standard error .803638 and 6 degrees of freedom.
    near(6.75 - studentQuantile(0.975, 6) * 0.803638, 4.7836)
    near(6.75 + studentQuantile(0.975, 6) * 0.803638, 8.7164)
    const result = mean([10, 7, 8, 9])
    near(result?.mean, 8.5)
    near(result?.sd, 1.290994)
    near(result?.interval?.low, 6.445739)
    near(result?.interval?.high, 10.554261)
  })
  test('of one value has no interval, of none is nothing, of a broken one is refused', () => {
    assert.equal(mean([4])?.interval, null)
    assert.equal(mean([]), null)
    assert.throws(() => mean([1, NaN]), RangeError)
  })
  test('keeps small differences between large values', () => near(mean([1e12, 1e12 + 2])?.sd, Math.SQRT2, 1e-9))
})

describe('net sentiment', () => {
  test('keeps neutral and mixed voices in the denominator and unread ones out of it', () => {
    const result = netSentiment({ positive: 60, neutral: 15, mixed: 10, negative: 15, unclear: 7 })
    near(result?.points, 45)
    near(result?.low, 29.3431)
    assert.deepEqual([result?.n, result?.unclear], [100, 7])
  })
  test('is nothing where no voice could be read', () => {
    assert.equal(netSentiment({ positive: 0, neutral: 0, mixed: 0, negative: 0, unclear: 3 }), null)
  })
})

describe('who answered', () => {
  test('response rate counts everyone invited, and says what it is without bounced mail', () => {
    const rate = responseRate({ completed: 45, partial: 5, refused: 30, unknown: 8, bounced: 12 })
    near(rate.delivered, 0.511364)
    near(rate.rate, 0.45)
    assert.equal(rate.invited, 100)
    const nobody = responseRate({ completed: 0, partial: 0, refused: 0, unknown: 0, bounced: 0 })
    assert.deepEqual(nobody, { rate: null, delivered: null, invited: 0 })
  })
  for (const [population, n, plain, corrected] of [
    [100, 40, 0.1549, 0.1206],
    [30, 20, 0.2191, 0.1287],
    [250, 60, 0.1265, 0.1105],
    [12, 9, 0.3267, 0.1706],
  ] as const) {
    test(`margin of error of ${n} of ${population} is ±${plain}, or ±${corrected} of so small a group`, () => {
      near(marginOfError(n), plain, 6e-5)
      near(marginOfError(n, { population }), corrected, 6e-5)
    })
  }
  test('margin of error is unknown without answers', () => assert.equal(marginOfError(0), null))
  test('sample sizes for small groups', () => {
    const groupSizes = [20, 30, 50, 100, 200, 500, 1000, 5000]
    assert.deepEqual(
      groupSizes.map((size) => sampleSize(0.05, size)),
      [20, 28, 45, 80, 132, 218, 278, 357],
    )
    assert.deepEqual(
      groupSizes.map((size) => sampleSize(0.1, size)),
      [17, 24, 34, 50, 66, 81, 88, 95],
    )
    assert.equal(sampleSize(0.05), 385)
    assert.equal(sampleSize(0.05, 0), 0)
  })
  test('the silent ones bound what can be true', () => {
    assert.deepEqual(worstCase(20, 25, 40), { low: 0.5, high: 0.875 })
    assert.equal(worstCase(0, 0, 0), null)
    assert.throws(() => worstCase(20, 25, 24), RangeError)
  })
})

describe('how much may be shown', () => {
  test('depends on how many answered', () => {
    assert.deepEqual(
      [0, 1, 9, 10, 29, 30].map((n) => showing(n)),
      ['none', 'counts-only', 'counts-only', 'interval-first', 'interval-first', 'full'],
    )
  })
  test('is nothing below the size of an anonymous group', () => {
    assert.deepEqual([showing(4, 5), showing(5, 5)], ['none', 'counts-only'])
  })
})

describe('waiting time', () => {
  test('has a median between two of its own values', () => {
    const result = median([9, 1, 8, 2, 7, 3, 6, 4, 5, 100])
    near(result?.value, 5.5)
    assert.deepEqual([result?.interval?.low, result?.interval?.high], [2, 9])
    near(result?.interval?.coverage, 1 - 22 / 1024, 1e-9)
  })
  test('of very few has no interval, of none is nothing', () => {
    assert.equal(median([1, 2, 3, 4, 5])?.interval, null)
    assert.deepEqual(quantileRanks(6), { lower: 1, upper: 6, coverage: 1 - 2 / 64 })
    assert.equal(median([]), null)
    assert.equal(median([3])?.value, 3)
    assert.throws(() => median([1, Infinity]), RangeError)
  })
  test('can be asked for its slow end', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1)
    near(quantile(hundred, 0.9)?.value, 90.1)
    const ranks = quantileRanks(100, 0.9)!
    assert.ok(ranks.lower < 90 && ranks.upper > 90 && ranks.coverage >= 0.95)
  })
  test('picks the tightest ranks of a million as well', () => {
    const ranks = quantileRanks(1_000_000)!
    assert.ok(ranks.coverage >= 0.95 && ranks.coverage < 0.9505)
    assert.ok(ranks.upper - ranks.lower < 1965)
  })
})

describe('what a comparison can show', () => {
  test('sample sizes for eight in ten chances of seeing it', () => {
    assert.deepEqual(
      [sampleForProportions(0.8, 0.85), sampleForProportions(0.8, 0.9), sampleForProportions(0.7, 0.9)],
      [906, 199, 62],
    )
    assert.deepEqual(
      [0.2, 0.5, 0.8].map((d) => sampleForMeans(d)),
      [393, 63, 25],
    )
    assert.throws(() => sampleForMeans(0), RangeError)
  })
  for (const [n, d, points, retained] of [
    [10, 1.25, 94, 50],
    [20, 0.89, 66, 35],
    [30, 0.72, 54, 29],
    [50, 0.56, 42, 22],
    [100, 0.4, 30, 16],
  ] as const) {
    test(`${n} in each group show ${points} points of NPS or ${retained} of retention, nothing smaller`, () => {
      near(smallestDetectable(n, 1), d, 0.006)
      assert.equal(Math.round(smallestDetectable(n, 75)!), points)
      assert.equal(Math.round(smallestDetectable(n, 40)!), retained)
    })
  }
  test('is nothing without answers', () => assert.equal(smallestDetectable(0, 75), null))
  test('a hundred answers from alike places count as sixty-nine', () => near(effectiveSize(100, 10, 0.05), 69, 0.001))
})

describe('keeping customers', () => {
  test('retention and churn', () => {
    near(retention({ start: 200, end: 210, won: 30 }), 0.9)
    assert.equal(retention({ start: 0, end: 3, won: 3 }), null)
    near(yearlyChurn(0.03), 0.306158)
  })
  test('revenue kept and grown', () => {
    const kept = revenueRetention({ start: 10_000, lost: 400, reduced: 200, grown: 500 })
    near(kept?.gross, 0.94)
    near(kept?.net, 0.99)
    assert.equal(revenueRetention({ start: 0, lost: 0, reduced: 0, grown: 0 }), null)
  })
  test('believable from ten customers', () => {
    const flat = believableRetention(8, 10)
    near(flat.mean, 0.75)
    near(flat.low, 0.482244)
    near(flat.high, 0.939782)
    const jeffreys = believableRetention(8, 10, { prior: 0.5 })
    near(jeffreys.low, 0.497226)
    near(jeffreys.high, 0.955941)
  })
})
