/** How much may be asked at once, and how that is said. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createLimits, createLog, openDatabase, type Policy } from '#platform'
import { openTestSource } from '#test/database'
import { limitHeaders, neighbourhood } from './limits.ts'

const CUP: Policy = { name: 'cup', size: 10, window: 10 }
const bill = (subject: string, policy = CUP) => [{ policy, subject }]

test('a bucket takes what fits, refuses what would overflow it, and leaks steadily', () => {
  const limits = createLimits()
  for (let asked = 0; asked < 10; asked += 1) assert.equal(limits.take(bill('ada'), 1, 0)[0]!.allowed, true)
  const [refused] = limits.take(bill('ada'), 1, 0)
  assert.deepEqual(
    { ...refused, policy: refused!.policy.name },
    { policy: 'cup', allowed: false, left: 0, reset: 10, wait: 1 },
  )
  assert.equal(limits.take(bill('tom'), 1, 0)[0]!.allowed, true, 'one does not pay for another')
  assert.equal(limits.take(bill('ada'), 1, 999)[0]!.allowed, false)
  assert.equal(limits.take(bill('ada'), 1, 1_000)[0]!.allowed, true)
  assert.equal(limits.take(bill('ada'), 5, 6_000)[0]!.allowed, true)
  assert.equal(limits.take(bill('ada'), 10, 60_000)[0]!.allowed, true, 'after a while it is empty again')
})

test('what is refused costs nothing, in none of the buckets it would have come out of', () => {
  const limits = createLimits()
  const wide: Policy = { name: 'wide', size: 100, window: 10 }
  limits.take(bill('ada'), 10, 0)
  for (let asked = 0; asked < 50; asked += 1) limits.take([...bill('bakery', wide), ...bill('ada')], 1, 0)
  assert.equal(limits.take(bill('bakery', wide), 1, 0)[0]!.left, 99)
})

test('what costs more than a whole bucket is taken when the bucket is empty, not never', () => {
  const limits = createLimits()
  assert.equal(limits.take(bill('ada'), 500, 0)[0]!.allowed, true)
  assert.equal(limits.take(bill('ada'), 500, 5_000)[0]!.allowed, false)
  assert.equal(limits.take(bill('ada'), 500, 10_000)[0]!.allowed, true)
})

test('a clock that is set back opens nothing and closes nothing', () => {
  const limits = createLimits()
  limits.take(bill('ada'), 10, 1_000_000)
  assert.equal(limits.take(bill('ada'), 1, 0)[0]!.allowed, false)
  assert.equal(limits.take(bill('ada'), 1, 1_000)[0]!.allowed, true)
})

test('a quarter of a million addresses do not fill the memory', () => {
  const limits = createLimits()
  limits.take(bill('the one who asks too much'), 10, 0)
  for (let n = 0; n < 250_000; n += 1) limits.take(bill(`address ${n}`), 1, 1)
  assert.equal(limits.take(bill('address 249999'), 1, 1)[0]!.left, 8, 'the latest are remembered')
})

test('the tightest bucket speaks, in the words of the draft', () => {
  const limits = createLimits()
  const wide: Policy = { name: 'wide', size: 100, window: 60 }
  const standing = limits.take([...bill('bakery', wide), ...bill('ada')], 4, 0)
  assert.deepEqual(limitHeaders(standing), {
    ratelimit: '"cup";r=6;t=4',
    'ratelimit-policy': '"cup";q=10;w=10, "wide";q=100;w=60',
  })
  limits.take(bill('ada'), 6, 0)
  const refused = limits.take([...bill('bakery', wide), ...bill('ada')], 4, 0)
  assert.equal(limitHeaders(refused)['retry-after'], '4')
  assert.equal(limitHeaders(refused)['ratelimit'], '"cup";r=0;t=10')
})

test('one household is one address, also where it has many', () => {
  for (const [address, home] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ] as const)
    assert.equal(neighbourhood(address), home, address)
})

test('two processes on one database count together', async () => {
  const source = await openTestSource()
  const db = openDatabase(source)
  after(async () => {
    await db.close()
    await source.drop()
  })
  const shared = { db, secret: 'a secret for tests only, 32 letters or more', log: createLog('silent') }
  const [one, other] = [createLimits({ shared }), createLimits({ shared })]
  try {
    // A window so long that nothing leaks while the test runs.
    const slow: Policy = { name: 'slow', size: 10, window: 1_000_000 }
    const now = Date.now()
    for (let asked = 0; asked < 6; asked += 1) one.take(bill('198.51.100.7', slow), 1, now)
    for (let asked = 0; asked < 3; asked += 1) other.take(bill('198.51.100.7', slow), 1, now)
    await one.share()
    await other.share()
    assert.equal(other.take(bill('198.51.100.7', slow), 1, now)[0]!.left, 0, 'six and three and this one')
    assert.equal(other.take(bill('198.51.100.7', slow), 1, now)[0]!.allowed, false)
    await other.share()
    // The first hears of it with the next thing it has to tell.
    one.take(bill('198.51.100.7', slow), 1, now)
    await one.share()
    assert.equal(one.take(bill('198.51.100.7', slow), 1, now)[0]!.allowed, false)
    const rows = await db.asSystem(async (tx) => (await tx.executeQuery(allowances)).rows)
    assert.equal(rows.length, 1)
    assert.doesNotMatch(JSON.stringify(rows), /198\.51/, 'no address is kept')
  } finally {
    one.stop()
    other.stop()
  }
})

const { CompiledQuery } = await import('kysely')
const allowances = CompiledQuery.raw('select subject, level from platform.allowance')
