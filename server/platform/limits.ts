/**
 * How much anybody may ask at once. Each address, key and workspace has a bucket that fills with what they ask and leaks
 * steadily; what would overflow it is refused until enough has leaked (a leaky bucket as a meter; Turner 1986). Ordinary
 * asking costs 1, expensive asking more (`COSTS`), and the sizes are so generous that no shop meets them.
 *
 *     size 6000, window 60: leaks 100 a second; a full bucket is empty after a minute.
 *
 * Counted in the memory of this process, so that a request waits for nothing. Where several processes may serve one
 * database (`DATABASE_URL`), they tell each other once a second, in one statement, what the fuller buckets took in: a
 * bucket may then overflow by what came in during that second, never by more.
 */
import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import type { Log } from './log.ts'

/** So many units in so many seconds. */
export type Policy = { name: string; size: number; window: number }
export type Bill = { policy: Policy; subject: string }

export type Standing = {
  policy: Policy
  allowed: boolean
  /** Units left now. */
  left: number
  /** Seconds until the bucket is empty again. */
  reset: number
  /** Seconds until this request would fit; 0 if it fits now. */
  wait: number
}

export type Limits = {
  /** Charges every bill, or none where one would overflow. The tightest standing comes first. */
  take: (bills: Bill[], cost: number, now: number) => Standing[]
  /** Tells the other processes, and hears from them. */
  share: () => Promise<void>
  stop: () => void
}

/** What a route asks of the machine. */
export const COSTS = { usual: 1, search: 5, door: 20, heavy: 50 } as const
export type Cost = keyof typeof COSTS

export const POLICIES = {
  address: { name: 'address', size: 6_000, window: 60 },
  key: { name: 'key', size: 6_000, window: 60 },
  workspace: { name: 'workspace', size: 12_000, window: 60 },
} as const satisfies Record<string, Policy>

type Bucket = { level: number; at: number; rate: number; unshared: number; size: number }

/** So many buckets at the most in each of two generations: some ten megabytes. */
const GENERATION = 50_000
/** Buckets emptier than this share of their size are nobody else's business. */
const TOLD_FROM = 0.05
const TOLD_EVERY_MS = 1_000

export const NO_LIMITS: Limits = { take: () => [], share: async () => undefined, stop: () => undefined }

export function createLimits(
  options: { generosity?: number; shared?: { db: Database; secret: string; log: Log } } = {},
): Limits {
  const { generosity = 1, shared } = options
  // Two generations: when the young one is full it becomes the old one, and what nobody asked for since then is forgotten.
  let young = new Map<string, Bucket>()
  let old = new Map<string, Bucket>()

  const bucketOf = ({ policy, subject }: Bill, now: number): Bucket => {
    const name = `${policy.name} ${subject}`
    let bucket = young.get(name)
    if (!bucket) {
      const size = policy.size * generosity
      bucket = old.get(name) ?? { level: 0, at: now, rate: size / policy.window, unshared: 0, size }
      young.set(name, bucket)
      if (young.size >= GENERATION) [old, young] = [young, new Map()]
    }
    leak(bucket, now)
    return bucket
  }

  const share = async () => {
    if (!shared) return
    const told = [...new Map([...old, ...young])]
      .filter(([, bucket]) => bucket.unshared > 0 && bucket.level > bucket.size * TOLD_FROM)
      .map(([name, bucket]) => ({ subject: hidden(shared.secret, name), bucket, spent: bucket.unshared }))
    if (told.length === 0) return
    for (const { bucket } of told) bucket.unshared = 0
    try {
      const levels = await shared.db.asSystem((tx) => addUp(tx, told))
      for (const { subject, bucket } of told) bucket.level = (levels.get(subject) ?? 0) + bucket.unshared
    } catch (error) {
      // Without the database each process counts for itself, and what was not told is told next time.
      for (const { bucket, spent } of told) bucket.unshared += spent
      shared.log.warn('limits.not_shared', { error })
    }
  }
  const timer = shared ? every(TOLD_EVERY_MS, share) : null

  return {
    take: (bills, cost, now) => {
      const open = bills.map((bill) => ({ bill, bucket: bucketOf(bill, now) }))
      const charge = (bucket: Bucket) => Math.min(cost, bucket.size)
      const allowed = open.every(({ bucket }) => bucket.level + charge(bucket) <= bucket.size)
      return open
        .map(({ bill: { policy }, bucket }): Standing => {
          const over = bucket.level + charge(bucket) - bucket.size
          if (allowed) {
            bucket.level += charge(bucket)
            bucket.unshared += charge(bucket)
          }
          return {
            policy: { ...policy, size: bucket.size },
            allowed: over <= 0,
            left: Math.max(0, Math.floor(bucket.size - bucket.level)),
            reset: Math.ceil(bucket.level / bucket.rate),
            wait: over <= 0 ? 0 : Math.ceil(over / bucket.rate),
          }
        })
        .sort((a, b) => b.wait - a.wait || a.left / a.policy.size - b.left / b.policy.size)
    },
    share,
    stop: () => timer?.(),
  }
}

function leak(bucket: Bucket, now: number): void {
  // Clocks may be set back; a bucket then simply waits.
  const seconds = Math.max(0, now - bucket.at) / 1000
  bucket.at = now
  bucket.level = Math.max(0, bucket.level - seconds * bucket.rate)
  bucket.unshared = Math.min(bucket.unshared, bucket.level)
}

/** One address of a household or shop: of IPv6 the first 64 bits, because a single device has all the rest to itself. */
export function neighbourhood(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(bare)) return bare
  const [head = '', tail] = bare.split('::')
  const front = head.split(':').filter((part) => part !== '')
  const back = (tail ?? '').split(':').filter((part) => part !== '')
  const middle =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...middle, ...back]
    .slice(0, 4)
    .map((part) => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}

/** `RateLimit` and `RateLimit-Policy` as draft-ietf-httpapi-ratelimit-headers-10 writes them; the tightest bucket speaks. */
export function limitHeaders(standings: Standing[]): Record<string, string> {
  const [tightest] = standings
  if (!tightest) return {}
  return {
    ratelimit: `"${tightest.policy.name}";r=${tightest.left};t=${tightest.reset}`,
    'ratelimit-policy': standings
      .map(({ policy }) => `"${policy.name}";q=${Math.floor(policy.size)};w=${policy.window}`)
      .join(', '),
    ...(tightest.allowed ? {} : { 'retry-after': String(Math.max(1, tightest.wait)) }),
  }
}

/** Addresses are personal data: only a keyed fingerprint of them reaches the database. */
const hidden = (secret: string, name: string): string =>
  createHmac('sha256', secret).update('allowance').update(name).digest('base64url').slice(0, 32)

async function addUp(tx: Tx, told: { subject: string; bucket: Bucket; spent: number }[]): Promise<Map<string, number>> {
  const sorted = told.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))
  const { rows } = await sql<{ subject: string; level: number }>`
    insert into platform.allowance as a (subject, level, rate, at)
    select subject, spent, rate, clock_timestamp()
    from unnest(${sorted.map((one) => one.subject)}::text[], ${sorted.map((one) => one.spent)}::float8[], ${sorted.map((one) => one.bucket.rate)}::float8[]) as given (subject, spent, rate)
    on conflict (subject) do update set rate = excluded.rate, at = excluded.at,
      level = greatest(0, a.level - greatest(0, extract(epoch from excluded.at - a.at)) * excluded.rate) + excluded.level
    returning subject, level`.execute(tx)
  // A bucket that has leaked dry says nothing any more.
  await sql`delete from platform.allowance where at < clock_timestamp() - interval '10 minutes'`.execute(tx)
  return new Map(rows.map((row) => [row.subject, row.level]))
}

function every(ms: number, work: () => Promise<void>): () => void {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    void work().finally(() => (busy = false))
  }, ms)
  timer.unref()
  return () => clearInterval(timer)
}
