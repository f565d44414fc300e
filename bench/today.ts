/**
 * How fast Today answers at three sizes of business, three in a hundred voices waiting as open cases:
 *
 *     node bench/today.ts [--sizes 10000,100000,1000000] [--rounds 60] [--keep] [--explain]
 *
 * Timed is the whole way of a request: cookie, permission, SQL, JSON. Voices and cases are made by SQL in a scratch
 * database (see support/population.ts); at a million voices 30,000 cases wait, more than any shop will ever have, to see
 * that the top of the list costs no more than it must. `--explain` prints the plan of each step. The goal: p95 at most
 * 100 ms at a million voices and at most three times that of ten thousand. Also timed: weighing a batch of 1,000 voices.
 */
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { openCases } from '#act'
import { newId, readConfig, systemClock, type Source } from '#platform'
import { wire } from '../server/app.ts'
import { answerer } from '../server/http.ts'
import { openScratch, populate, scratchFolder, SECRET } from './support/population.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    rounds: { type: 'string', default: '60' },
    keep: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
  },
})
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.rounds)

async function fill(from: Source, size: number, account: { id: string; email: string }): Promise<string> {
  const client = new pg.Client({ ...from.owner, application_name: 'heed:bench' })
  await client.connect()
  try {
    const workspaceId = await populate(from, size)
    await client.query(
      `insert into trust.member (workspace_id, account_id, role, name, email) values ($1, $2, 'owner', 'Maren Lind', $3)`,
      [workspaceId, account.id, account.email],
    )
    await client.query(`update act.case set assignee_id = $2 where workspace_id = $1 and status = 'taken'`, [
      workspaceId,
      account.id,
    ])
    return workspaceId
  } finally {
    await client.end()
  }
}

const source = await openScratch(scratchFolder(), values.keep)
const config = readConfig({ HEED_DATA: scratchFolder(), LOG_LEVEL: 'warn', HEED_URL: 'http://heed.example' })
const heed = wire(config, SECRET, source, systemClock)
const web = answerer(heed)
const results = new Map<string, { p50: number; p95: number }[]>()

try {
  const email = `maren+${newId().slice(-8)}@lindenrye.example`
  const signed = await heed.accounts.signUp({ name: 'Maren Lind', email, password: newId() })
  const cookie = signed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  for (const size of sizes) {
    const workspaceId = await fill(source, size, { id: signed.account.id, email })
    const ask = async (path: string): Promise<string> => {
      const headers = { cookie, 'heed-workspace': workspaceId, host: 'heed.example' }
      const answer = await web.fetch(new Request(`http://heed.example/api/v1${path}`, { headers }))
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(text)
      return text
    }
    const today = JSON.parse(await ask('/today')) as { now: { id: string; person: { id: string } | null }[] }
    const known = today.now.find((row) => row.person)!
    await measure('today, 30 letters', () => ask('/today'))
    await measure('today, 200 letters', () => ask('/today?limit=200'))
    await measure('how many wait', () => ask('/today/counts'))
    await measure('one letter whole', () => ask(`/cases/${known.id}`))
    await measure('causes named before', () => ask('/cases/causes'))
    await measure('one line of a person', () => ask(`/persons/${known.person!.id}/timeline`))
    await measure('weighing 1,000 voices', () => weighAnew(workspaceId), 5)
    if (values.explain) await explain(workspaceId)
  }
  print()
} finally {
  await heed.close()
  await source.close()
}

async function measure(name: string, run: () => Promise<unknown>, times: number = rounds): Promise<void> {
  const taken: number[] = []
  for (let round = -3; round < times; round += 1) {
    const since = performance.now()
    await run()
    if (round >= 0) taken.push(performance.now() - since)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number): number => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]!
  results.set(name, [...(results.get(name) ?? []), { p50: at(0.5), p95: at(0.95) }])
}

/** The newest thousand voices, as if they had just been read. */
async function weighAnew(workspaceId: string): Promise<void> {
  const { rows } = await heed.app.db.inWorkspace(workspaceId, (tx) =>
    sql<{
      id: string
    }>`select id from listen.voice where workspace_id = platform.workspace() order by said_at desc limit 1000`.execute(
      tx,
    ),
  )
  await openCases(
    heed.app,
    workspaceId,
    rows.map((row) => row.id),
  )
}

/** What the planner does with the two ways down the list, seen through the fence. */
async function explain(workspaceId: string): Promise<void> {
  await heed.app.db.inWorkspace(workspaceId, async (tx) => {
    for (const order of ['tier desc, weight desc', 'tier, waiting_since']) {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off, timing off)
        select id, weight, waiting_since from act.case where workspace_id = platform.workspace() and status = 'open' and not history and tier = 0 order by ${sql.raw(order)} limit 1000`.execute(
        tx,
      )
      console.log(rows.map((row) => row['QUERY PLAN']).join('\n'))
    }
  })
}

function print(): void {
  const heads = sizes.map((size) => `${size.toLocaleString('en').padStart(10)}  p50   p95`).join('')
  console.log(`${'ms'.padEnd(26)}${heads}   p95 ratio`)
  for (const [name, figures] of results) {
    const cells = figures.map(({ p50, p95 }) => `${p50.toFixed(1).padStart(15)}${p95.toFixed(1).padStart(6)}`).join(' ')
    const ratio = figures.at(-1)!.p95 / figures[0]!.p95
    console.log(`${name.padEnd(26)}${cells}   ${ratio.toFixed(1).padStart(6)}`)
  }
}
