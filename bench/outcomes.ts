/**
 * How fast Outcomes answers at three sizes of business, and how long the counts take to be made:
 *
 *     node bench/outcomes.ts [--sizes 10000,100000,1000000] [--rounds 60] [--keep]
 *
 * What is timed is the whole way of a request: address, permission, SQL, statistics, JSON. The business is made by SQL in
 * a scratch database (see support/population.ts); `--keep` takes the one another benchmark left there, and counts it anew.
 */
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { newId, readConfig, systemClock, type App } from '#platform'
import { recount } from '#measure'
import { wire } from '../server/app.ts'
import { answerer } from '../server/http.ts'
import { openScratch, populate, scratchFolder, SECRET } from './support/population.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '60' },
    keep: { type: 'boolean', default: false },
  },
})
const SIZES = values.sizes.split(',').map(Number)
const ROUNDS = Number(values.rounds)
const WARM = 5
const GOAL_MS = 100
const GOAL_RATIO = 3

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
const QUERIES: Record<string, string> = {
  'last 30 days': 'span=30d',
  'last 90 days': 'span=90d',
  'twelve months by source': 'span=12m&by=source',
  'all, by an attribute': 'span=all&by=attribute:plan',
  'all, one source only': 'span=all&only=source=google&by=source',
  'an odd span by question': `from=${day(850)}&to=${day(500)}&by=question`,
}

/** What any count by day must at least do. */
async function countBare(app: App, workspaceId: string): Promise<void> {
  await app.db.inWorkspace(workspaceId, (tx) =>
    sql`select v.said_at::date, count(*), count(r.sentiment) from listen.voice v
      left join understand.reading r on r.workspace_id = v.workspace_id and r.voice_id = v.id
      where v.workspace_id = platform.workspace() group by 1`.execute(tx),
  )
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const since = performance.now()
  await work()
  return (performance.now() - since) / 1000
}

function quantile(times: readonly number[], q: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN
}

const source = await openScratch(scratchFolder(), values.keep)
const config = readConfig({ HEED_DATA: scratchFolder(), LOG_LEVEL: 'error', HEED_URL: 'http://heed.example' })
const heed = wire(config, SECRET, source, systemClock)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
try {
  const hono = answerer(heed)
  const email = `maren+${newId().slice(-8)}@lindenrye.example`
  const { account, headers } = await heed.accounts.signUp({ name: 'Maren Lind', email, password: newId() })
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const workspaces: string[] = []
  for (const size of SIZES) {
    const id = await populate(source, size)
    workspaces.push(id)
    await join(id, account.id, email)
    const counted = await seconds(() => recount(heed.app, id, { anew: true }))
    const bare = await seconds(() => countBare(heed.app, id))
    say(
      `${size.toLocaleString('en').padStart(9)} voices: all days counted in ${counted.toFixed(1)} s; a bare count of voices and readings by day takes ${bare.toFixed(1)} s (× ${(counted / bare).toFixed(1)})`,
    )
  }
  say(
    `\n${'p50 / p95 in ms'.padEnd(26)} ${SIZES.map((size) => size.toLocaleString('en').padStart(15)).join('')}   last to first (goals: p95 ≤ ${GOAL_MS}, ratio ≤ ${GOAL_RATIO})`,
  )
  for (const [name, query] of Object.entries(QUERIES)) {
    // One request to each in turn, so that whatever else the machine does weighs on all alike.
    const taken = workspaces.map((): number[] => [])
    for (let round = 0; round < WARM + ROUNDS; round += 1) {
      for (const [place, workspaceId] of workspaces.entries()) {
        const since = performance.now()
        const answer = await hono.fetch(
          new Request(`http://heed.example/api/v1/outcomes?${query}`, {
            headers: { cookie, 'heed-workspace': workspaceId, host: 'heed.example' },
          }),
        )
        const text = await answer.text()
        if (answer.status !== 200) throw new Error(text)
        if (round >= WARM) taken[place]!.push(performance.now() - since)
      }
    }
    const p50 = taken.map((times) => quantile(times, 0.5))
    const p95 = taken.map((times) => quantile(times, 0.95))
    const figures = p50.map((middle, place) => `${middle.toFixed(1)} / ${p95[place]!.toFixed(1)}`.padStart(15))
    say(
      `${name.padEnd(26)} ${figures.join('')}   × ${(p50.at(-1)! / p50[0]!).toFixed(2)} / ${(p95.at(-1)! / p95[0]!).toFixed(2)}`,
    )
  }
} finally {
  await heed.close()
}

async function join(workspaceId: string, accountId: string, email: string): Promise<void> {
  const client = new pg.Client({ ...source.owner, application_name: 'heed:bench' })
  await client.connect()
  await client.query(
    `insert into trust.member (workspace_id, account_id, role, name, email) values ($1, $2, 'owner', 'Maren Lind', $3)`,
    [workspaceId, accountId, email],
  )
  await client.end()
}
