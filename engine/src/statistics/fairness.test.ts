import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chiSquare, chiSquareUpper, equalisedOdds, fisherExact, pairedT, selection } from './index.ts'

const near = (actual: number | null | undefined, expected: number, tolerance = 5e-7): void => {
  assert.ok(typeof actual === 'number' && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`)
}

test('two groups beside what should have been: the published rates, differences and ratio', () => {
  const odds = equalisedOdds(
    { truePositive: 40, falsePositive: 10, falseNegative: 10, trueNegative: 40 },
    { truePositive: 24, falsePositive: 6, falseNegative: 16, trueNegative: 54 },
  )!
  const [a, b] = odds.rates
  for (const [actual, expected] of [
    [a!.selection, 0.5],
    [b!.selection, 0.3],
    [a!.truePositive, 0.8],
    [b!.truePositive, 0.6],
    [a!.falsePositive, 0.2],
    [b!.falsePositive, 0.1],
    [a!.precision, 0.8],
    [b!.precision, 0.8],
    [odds.parity, 0.2],
    [odds.ratio, 0.6],
    [odds.equalisedOdds, 0.2],
    [odds.averageOdds, -0.15],
  ] as const)
    near(actual, expected, 1e-12)
})

test('fifty of a hundred beside thirty of a hundred is flagged and no accident', () => {
  const found = selection([
    { chosen: 50, n: 100 },
    { chosen: 30, n: 100 },
  ])
  near(found.ratio, 0.6, 1e-12)
  near(found.difference, 0.2, 1e-12)
  near(found.p, 0.005937)
  assert.deepEqual([found.flagged, found.test], [true, 'fisher'])
})

test('eight of ten beside five of ten is flagged and may well be an accident', () => {
  const found = selection([
    { chosen: 8, n: 10 },
    { chosen: 5, n: 10 },
  ])
  near(found.ratio, 0.625, 1e-12)
  near(found.p, 0.35, 0.005)
})

test('pairs that lean to one side: mean, deviation, t and p as published', () => {
  const found = pairedT([0.52, 0.61, 0.48, 0.7, 0.55, 0.66, 0.43, 0.58], [0.5, 0.6, 0.47, 0.66, 0.55, 0.63, 0.44, 0.55])
  near(found.mean, 0.01625)
  near(found.sd, 0.01685)
  near(found.t, 2.727682)
  near(found.p, 0.029437)
  near(found.largest, 0.04)
  assert.deepEqual([found.df, found.n], [7, 8])
})

test('pairs without any difference claim nothing', () => {
  assert.deepEqual(pairedT([1, 2, 3], [1, 2, 3]), { n: 3, mean: 0, sd: 0, t: null, df: 2, p: null, largest: 0 })
  assert.equal(pairedT([], []).p, null)
  assert.throws(() => pairedT([1], []), RangeError)
})

test('chi-square agrees with the tables and, for large groups, with Fisher', () => {
  near(chiSquareUpper(3.841459, 1), 0.05, 1e-6)
  near(chiSquareUpper(11.0705, 5), 0.05, 1e-6)
  near(chiSquareUpper(0.5, 10), 0.9999934)
  near(chiSquareUpper(100, 3) * 1e21, 1.5541594, 1e-6)
  near(
    chiSquare([
      [500, 500],
      [450, 550],
    ]),
    fisherExact(500, 500, 450, 550),
    0.004,
  )
})

test('groups without anybody, and nobody chosen at all, are said as such', () => {
  const alone = selection([
    { chosen: 3, n: 9 },
    { chosen: 0, n: 0 },
  ])
  assert.deepEqual([alone.ratio, alone.p, alone.flagged], [null, null, false])
  const none = selection([
    { chosen: 0, n: 9 },
    { chosen: 0, n: 12 },
  ])
  assert.deepEqual([none.ratio, none.flagged], [null, false])
  const many = selection([
    { chosen: 20, n: 40 },
    { chosen: 10, n: 40 },
    { chosen: 30, n: 40 },
  ])
  assert.equal(many.test, 'chi-square')
  assert.ok(many.p! < 0.001)
})
