import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { balance, compareNps, finiteCorrection, nps, npsCounts, npsSampleSize } from './index.ts'

/** Vectors are printed to four or more digits: compare to half of their last one, or 1e-4 relative. */
function near(actual: number | null | undefined, expected: number, tolerance = 1e-4): void {
  assert.ok(typeof actual === 'number', `expected ${expected}, got ${actual}`)
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`)
}

const groups = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })

describe('the recommendation score', () => {
  const vectors = [
    [groups(60, 25, 15), 45, 0.5475, 7.3993, 29.3431, 58.0355],
    [groups(9, 3, 3), 40, 0.64, 20.6559, -3.592, 70.2587],
    [groups(12, 6, 2), 50, 0.45, 15, 15.0205, 71.936],
    [groups(36, 7, 7), 58, 0.5236, 10.2333, 34.9291, 74.5048],
    [groups(5, 0, 0), 100, 0, 0, 17.4915, 100],
    [groups(0, 0, 5), -100, 0, 0, -100, -17.4915],
  ] as const
  for (const [counts, score, variance, se, low, high] of vectors) {
    test(`of ${Object.values(counts).join('/')} is ${score}, between ${low} and ${high}`, () => {
      const result = nps(counts)
      near(result?.score, score)
      near(result?.variance, variance)
      near(result?.se, se)
      near(result?.low, low)
      near(result?.high, high)
    })
  }
  test('is counted from raw answers', () => {
    const counts = npsCounts([10, 9, 9, 8, 7, 10, 6, 3, 9, 10, 8, 0])
    assert.deepEqual(counts, { ...groups(6, 3, 3), skipped: 0, rejected: 0 })
    const result = nps(counts)
    near(result?.score, 25)
    near(result?.variance, 0.6875)
    near(result?.low, -21.1126)
    near(result?.high, 61.1126)
  })
  test('leaves skipped answers out of the denominator and rejects those off the scale', () => {
    const counts = npsCounts([10, null, undefined, 11, -1, 8.5, NaN, Infinity, 0])
    assert.deepEqual(counts, { ...groups(1, 0, 1), skipped: 2, rejected: 5 })
    assert.equal(nps(counts)?.n, 2)
  })
  test('is the same from counts per answer, as a database gives them', () => {
    const perAnswer = new Map<number | null, number>([
      [10, 3],
      [7, 2],
      [0, 1],
      [null, 4],
      [12, 1],
    ])
    assert.deepEqual(npsCounts(perAnswer), { ...groups(3, 2, 1), skipped: 4, rejected: 1 })
  })
  test('does not exist without answers, and is not zero', () => {
    assert.equal(nps(groups(0, 0, 0)), null)
    assert.equal(compareNps(groups(0, 0, 0), groups(3, 2, 1)), null)
  })
  test('narrows for a small known group', () => {
    near(finiteCorrection(20, 45), 0.753778)
    const result = nps(groups(12, 6, 2), { population: 45 })
    near(result?.low, 22.0275)
    near(result?.high, 64.9291)
  })
  test('is certain once everybody has answered, and never outside what the rest could still do', () => {
    const all = nps(groups(5, 0, 0), { population: 5 })
    assert.deepEqual([all?.low, all?.score, all?.high], [100, 100, 100])
    const nearly = nps(groups(5, 0, 0), { population: 6 })
    assert.equal(nearly?.high, 100)
    near(nearly?.low, 200 / 3, 1e-9)
  })
  test('refuses counts that cannot be', () => {
    assert.throws(() => nps(groups(-1, 2, 3)), RangeError)
    assert.throws(() => nps(groups(1.5, 2, 3)), RangeError)
    assert.throws(() => nps(groups(5, 5, 5), { population: 14 }), RangeError)
    assert.throws(() => nps(groups(0, 0, 0), { population: -1 }), RangeError)
  })
  test('compares two periods', () => {
    const change = compareNps(groups(20, 15, 15), groups(30, 12, 8))
    near(change?.difference, 34)
    near(change?.se, 15.8518)
    near(change?.z, 2.1449)
    near(change?.p, 0.032, 5e-5)
    assert.ok(change!.low > 0 && change!.low < 34 && change!.high > 34)
  })
  test('does not call a difference proven where nobody differs', () => {
    const change = compareNps(groups(3, 0, 0), groups(4, 0, 0))
    assert.equal(change?.difference, 0)
    assert.equal(change?.p, null)
    assert.ok(change!.low < 0)
  })
  test('says how many answers a margin needs', () => {
    assert.deepEqual(
      [0.5, 0.7, 1].map((variance) => npsSampleSize(10, variance)),
      [193, 269, 385],
    )
    assert.deepEqual(
      [0.5, 0.7, 1].map((variance) => npsSampleSize(5, variance)),
      [769, 1076, 1537],
    )
    assert.throws(() => npsSampleSize(0), RangeError)
  })
  test('covers the truth about as often as it promises, however few answered', () => {
    // Exact, over every possible outcome, against the simulated table of Heed's formula sheet.
    const table = [
      [0.6, 0.15, [0.953, 0.957, 0.955, 0.95, 0.95]],
      [0.8, 0.05, [0.929, 0.944, 0.956, 0.963, 0.955]],
    ] as const
    for (const [p, d, expected] of table) {
      for (const [i, n] of [5, 10, 20, 30, 100].entries()) near(coverage(n, p, d), expected[i]!, 0.004)
    }
  })
  test('has an interval of about 40 points each way at ten answers and 25 at thirty', () => {
    near(expectedHalfWidth(10), 39.7, 0.02)
    near(expectedHalfWidth(30), 25.1, 0.02)
  })
})

function* outcomes(n: number, p: number, d: number): Generator<{ favour: number; against: number; chance: number }> {
  const logs = [0]
  for (let i = 1; i <= n; i++) logs.push(logs[i - 1]! + Math.log(i))
  for (let favour = 0; favour <= n; favour++) {
    for (let against = 0; against <= n - favour; against++) {
      const between = n - favour - against
      const ways = logs[n]! - logs[favour]! - logs[against]! - logs[between]!
      const chance = Math.exp(ways + favour * Math.log(p) + against * Math.log(d) + between * Math.log(1 - p - d))
      yield { favour, against, chance }
    }
  }
}

function coverage(n: number, p: number, d: number): number {
  let covered = 0
  for (const { favour, against, chance } of outcomes(n, p, d)) {
    if (chance < 1e-9) continue
    const { low, high } = balance({ favour, between: n - favour - against, against })!
    if (low <= 100 * (p - d) && 100 * (p - d) <= high) covered += chance
  }
  return covered
}

function expectedHalfWidth(n: number): number {
  let sum = 0
  for (const { favour, against, chance } of outcomes(n, 0.6, 0.15)) {
    const { low, high } = balance({ favour, between: n - favour - against, against })!
    sum += (chance * (high - low)) / 2
  }
  return sum
}
