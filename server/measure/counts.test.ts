import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { compareNps, compareProportions } from '#engine'
import { openWorld } from '#test/world'
import { changeOf } from './change.ts'
import { COUNTED, countOf } from './counts.ts'
import { figureOf } from './figure.ts'
import { markDays } from './counting/store.ts'
import { recount } from './index.ts'
import {
  addDays,
  before,
  dayIn,
  lengthOf,
  periodOf,
  runsOf,
  startOf,
  unitsOf,
  wholeMonths,
  type Period,
} from './period.ts'
import { listCounts, sumByPart, sumCounts } from './store.ts'

const aDay = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays('2023-03-01', offset))
const aPeriod = fc.tuple(aDay, aDay).map(([a, b]): Period => (a < b ? { from: a, to: b } : { from: b, to: a }))

test('whole months and ragged ends are the period again, every day once', () => {
  fc.assert(
    fc.property(aPeriod, (period) => {
      const { months, edges } = wholeMonths(period)
      const days = [...edges, ...(months ? [months] : [])].flatMap((part) =>
        unitsOf(part, 'day').map((day) => day.from),
      )
      assert.equal(new Set(days).size, days.length)
      assert.deepEqual(
        days.sort(),
        unitsOf(period, 'day').map((day) => day.from),
      )
      if (months) assert.equal(months.from, startOf(months.from, 'month'))
    }),
  )
})

test('all of it goes from the first word to the month of the last, and never into tomorrow', () => {
  const today = '2026-03-10'
  assert.deepEqual(periodOf('all', today, '2016-05-01', '2019-05-01'), { from: '2016-05-01', to: '2019-05-31' })
  assert.deepEqual(periodOf('all', today, '2025-01-01', '2026-03-01'), { from: '2025-01-01', to: today })
  assert.deepEqual(periodOf('all', today, '2026-04-01', '2026-04-01'), { from: today, to: today })
  assert.deepEqual(periodOf('all', today, null), { from: today, to: today })
})

test('weeks and months cut to a period leave no day out, and the period before ends where it begins', () => {
  fc.assert(
    fc.property(aPeriod, fc.constantFrom('week' as const, 'month' as const), (period, unit) => {
      const units = unitsOf(period, unit)
      assert.equal(
        units.reduce((sum, one) => sum + lengthOf(one), 0),
        lengthOf(period),
      )
      assert.equal(addDays(before(period).to, 1), period.from)
      assert.equal(lengthOf(before(period)), lengthOf(period))
    }),
  )
})

test('stale days are scanned in runs that skip the years between them', () => {
  assert.deepEqual(runsOf(['2023-01-01', '2026-05-02', '2026-05-01', '2026-05-08'], 200), [
    ['2023-01-01'],
    ['2026-05-01', '2026-05-02', '2026-05-08'],
  ])
})

test('today is what the clock on the wall says', () => {
  assert.equal(dayIn('Pacific/Auckland', new Date('2026-03-01T12:00:00Z')), '2026-03-02')
  assert.equal(dayIn('America/New_York', new Date('2026-03-01T03:00:00Z')), '2026-02-28')
})

test('a change agrees with the engine’s own comparison of the same answers', () => {
  const count = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(count, count, count, count, count, count, (a, b, c, d, e, f) => {
      const counts = (promoters: number, passives: number, detractors: number) =>
        figureOf('nps', { nps_10: promoters, nps_7: passives, nps_2: detractors })
      const mine = changeOf(counts(a, b, c), counts(d, e, f), 'points')!
      const engine = compareNps(
        { promoters: a, passives: b, detractors: c },
        { promoters: d, passives: e, detractors: f },
      )!
      for (const part of ['difference', 'low', 'high'] as const) assert.ok(Math.abs(mine[part] - engine[part]) < 1e-6)
      const share = changeOf(
        figureOf('heard', { heard_yes: a, heard_no: b }),
        figureOf('heard', { heard_yes: c, heard_no: d }),
        'percent',
      )!
      const shares = compareProportions({ count: a, n: a + b }, { count: c, n: c + d })!
      for (const part of ['difference', 'low', 'high'] as const)
        assert.ok(Math.abs(share[part] - 100 * shares[part]) < 1e-6)
    }),
  )
})

test('whatever was said and whenever, the counts of any period are what one gets by counting', async () => {
  const world = await openWorld(after, { work: false })
  const maren = await world.owner()
  const aVoice = fc.record({
    // Minutes, so that voices fall on both sides of midnight in the shop's time zone.
    at: fc.integer({ min: 0, max: 500 * 1440 }),
    source: fc.constantFrom('google', 'counter', 'api'),
    score: fc.oneof(
      fc.record({ kind: fc.constant('nps'), value: fc.integer({ min: 0, max: 10 }) }),
      fc.record({ kind: fc.constant('csat'), value: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constant('ces'), value: fc.integer({ min: 1, max: 7 }) }),
      fc.record({ kind: fc.constant('star'), value: fc.integer({ min: 2, max: 10 }).map((halves) => halves / 2) }),
    ),
  })
  const timezone = 'America/St_Johns'
  await maren.patch('/workspace', { timezone })
  const start = Date.parse('2024-09-01T00:00:00Z')
  const voices: { day: string; source: string; kind: string; value: number }[] = []
  const add = async (count: number, seed: number) => {
    const drawn = fc.sample(aVoice, { numRuns: count, seed })
    const body = drawn.map(({ at, source, score }, index) => ({
      source,
      score,
      externalId: `${seed}-${index}`,
      saidAt: new Date(start + at * 60_000).toISOString(),
    }))
    for (const { at, source, score } of drawn)
      voices.push({ day: dayIn(timezone, new Date(start + at * 60_000)), source, ...score })
    assert.ok((await maren.post('/voices', { voices: body })).status < 300)
    await recount(world.app, maren.workspaceId, { anew: seed === 1 })
  }
  const column = (kind: string, value: number) => `${kind}_${kind === 'star' ? Math.floor(value + 0.5) : value}`
  const check = async ({ from, to }: Period) => {
    const meant = voices.filter((voice) => voice.day >= from && voice.day <= to)
    const direct: Record<string, number> = { voices: meant.length }
    for (const { kind, value } of meant) direct[column(kind, value)] = (direct[column(kind, value)] ?? 0) + 1
    await world.app.db.inWorkspace(maren.workspaceId, async (tx) => {
      const whole = { dimension: '', value: '' }
      const found = await sumCounts(tx, whole, { from, to })
      for (const name of COUNTED) assert.equal(countOf(found, name), direct[name] ?? 0, `${name} ${from} ${to}`)
      const stars = meant.filter((voice) => voice.kind === 'star')
      assert.equal(
        countOf(found, 'star_sum'),
        stars.reduce((sum, { value }) => sum + value, 0),
      )
      assert.equal(
        countOf(found, 'star_squares'),
        stars.reduce((sum, { value }) => sum + value * value, 0),
      )
      for (const unit of ['day', 'week', 'month'] as const) {
        const dated = await listCounts(tx, whole, { from, to }, unit)
        assert.equal(
          dated.reduce((sum, row) => sum + countOf(row.counts, 'voices'), 0),
          meant.length,
        )
      }
      const parts = (await sumByPart(tx, { from, to })).filter((part) => part.dimension === 'source')
      assert.deepEqual(
        Object.fromEntries(parts.map((part) => [part.value, countOf(part.counts, 'voices')])),
        tally(meant.map((voice) => voice.source)),
      )
    })
  }
  await add(900, 1)
  // Later voices on days already counted: only their days are stale, as the subscriber would mark them.
  for (const seed of [2, 3]) {
    await add(40, seed)
    await world.app.db.inWorkspace(maren.workspaceId, async (tx) => {
      await markDays(
        tx,
        voices.slice(-40).map((voice) => voice.day),
      )
    })
    await recount(world.app, maren.workspaceId)
    for (const period of fc.sample(aPeriod, { numRuns: 12, seed })) await check(period)
  }
  await check({ from: '2024-08-01', to: '2026-12-31' })
})

const tally = (values: string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
