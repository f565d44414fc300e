/**
 * No workspace sees another. Walks every table that exists and every route that is published, so that a new one cannot
 * be forgotten.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { appConnection, API, newId } from '#platform'
import { eventually } from '#test/eventually'
import { idsIn, leftToCount, pictureOf as rowsOf, tablesOf } from '#test/rows'
import { openWorld, type Asker } from '#test/world'
import { holdings } from '../server/app.ts'

const world = await openWorld(after)
const source = world.app.db.source
const mine = await world.owner('Linden & Rye')
const theirs = await world.owner('Another bakery')

const owner = new pg.Client({ ...source.owner, application_name: 'heed:test' })
const app = new pg.Client({ ...appConnection(source), application_name: 'heed:test' })
for (const client of [owner, app]) client.on('error', () => undefined)
before(async () => {
  await owner.connect()
  await app.connect()
  SECRET[mine.workspaceId] = 'Quendolina'
  SECRET[theirs.workspaceId] = 'Zephyrine'
  await fill(mine)
  await fill(theirs)
  await world.settled()
})
after(async () => {
  await owner.end()
  await app.end()
})

/** Something in as many tables as the published routes can fill. */
async function fill(asker: Asker): Promise<void> {
  await asker.post('/voices', {
    text: 'This is terrible, I waited three hours and nobody came.',
    person: { name: 'Ada Brandt', email: 'ada@brandt.example' },
    score: { kind: 'star', value: 1 },
  })
  await asker.post('/invitations', { email: 'ines@lindenrye.example', role: 'observer' })
  await asker.post('/keys', { name: 'till' })
  await asker.post('/voices', {
    text: `The cinnamon swirls were lovely, said ${SECRET[asker.workspaceId] ?? 'nobody'}.`,
  })
  await asker.post('/persons', { name: 'Yusuf Demir', identities: [{ kind: 'email', value: 'yusuf@demir.example' }] })
  const { body: survey } = await asker.post('/surveys', { name: 'At the counter', template: 'nps' })
  await asker.put(`/surveys/${survey.id}/status`, { status: 'open' })
  await asker.post(`/surveys/${survey.id}/links`, { count: 1 })
  const { body: brought } = await asker.ask('POST', '/imports?name=old.csv', 'text,date\nWarm bread,2026-01-01\n', {
    'content-type': 'application/octet-stream',
  })
  assert.ok(brought.id, JSON.stringify(brought))
}

/** A word that only one workspace holds. */
const SECRET: Record<string, string> = {}

const tables = () => tablesOf(owner)
const pictureOf = (workspaceId: string) => rowsOf(owner, workspaceId)
const everyIdOf = (workspaceId: string) => idsIn(owner, workspaceId)

test('row-level security is on and forced on every table, with a policy', async () => {
  const all = await tables()
  assert.ok(all.length > 15)
  assert.deepEqual(
    all.filter((table) => !table.enabled || !table.forced || table.policies === 0).map((table) => table.name),
    [],
  )
})

test('the role Heed works as owns nothing and cannot bypass anything', async () => {
  const { rows } = await owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('heed_app', 'heed_search')`,
  )
  for (const role of rows) assert.deepEqual(Object.values(role), [false, false, false, false])
  assert.deepEqual(
    (await tables()).filter((table) => table.owner === 'heed_app').map((table) => table.name),
    [],
  )
  await assert.rejects(app.query('alter table listen.voice disable row level security'), /must be owner/)
})

test('every table is declared in the holdings of its capability', async () => {
  const declared = new Set(holdings.map((holding) => holding.table))
  const found = (await tables())
    .map((table) => table.name.replaceAll('"', ''))
    .filter((name) => !name.startsWith('jobs.'))
  assert.deepEqual(
    found.filter((name) => !declared.has(name)),
    [],
  )
  assert.deepEqual(
    [...declared].filter((name) => !found.includes(name)),
    [],
  )
})

test('personal columns named in holdings exist', async () => {
  const columns = new Map((await tables()).map((table) => [table.name.replaceAll('"', ''), table.columns]))
  const wrong = holdings.flatMap((holding) =>
    [...holding.personal, ...(holding.person ? [holding.person] : [])]
      .filter((column) => !columns.get(holding.table)?.includes(column))
      .map((column) => `${holding.table}.${column}`),
  )
  assert.deepEqual(wrong, [])
})

test('inside one workspace no row of another can be read, counted, changed or moved', async () => {
  for (const table of await tables()) {
    if (!table.columns.includes('workspace_id')) continue
    await app.query('begin')
    await app.query(`select set_config('heed.workspace', $1, true)`, [mine.workspaceId])
    const seen = await app.query(`select count(*)::int as n from ${table.name} where workspace_id = $1`, [
      theirs.workspaceId,
    ])
    assert.equal(seen.rows[0].n, 0, `${table.name} shows another workspace`)
    const { rows: writable } = await app.query(`select has_table_privilege(current_user, $1, 'update') as yes`, [
      table.name,
    ])
    if (writable[0].yes) {
      const changed = await app.query(`update ${table.name} set workspace_id = workspace_id where workspace_id = $1`, [
        theirs.workspaceId,
      ])
      assert.equal(changed.rowCount, 0, `${table.name} lets another workspace be changed`)
    }
    await app.query('rollback')
  }
})

/** Runs as the app sees it from inside a workspace, and leaves nothing behind. */
async function within<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query(`select set_config('heed.workspace', $1, true)`, [workspaceId])
    return await work()
  } finally {
    await app.query('rollback')
  }
}

/** The SQLSTATE of a statement that must not succeed, or what it did. */
async function refusal(query: string, values: unknown[]): Promise<string> {
  await app.query('savepoint attempt')
  try {
    const { rowCount } = await app.query(query, values)
    await app.query('release savepoint attempt')
    return `done to ${rowCount}`
  } catch (error) {
    await app.query('rollback to savepoint attempt')
    return String((error as { code?: string }).code)
  }
}
const BEHIND_THE_FENCE = '42501'

test('inside one workspace nothing can be written into another: not put in, not moved over, not taken out, not locked', async () => {
  let written = 0
  for (const table of await tables()) {
    if (!table.columns.includes('workspace_id') || table.name.startsWith('jobs.')) continue
    const { rows } = await owner.query(`select has_table_privilege('heed_app', $1, 'insert') as yes`, [table.name])
    if (!rows[0].yes) continue
    written += 1
    await within(mine.workspaceId, async () => {
      const put = await refusal(`insert into ${table.name} (workspace_id) values ($1)`, [theirs.workspaceId])
      assert.equal(put, BEHIND_THE_FENCE, `${table.name} takes a row for another workspace`)
      const { rows: own } = await app.query(`select 1 from ${table.name} limit 1`)
      if (own.length > 0) {
        const moved = await refusal(`update ${table.name} set workspace_id = $1`, [theirs.workspaceId])
        assert.notEqual(moved.slice(0, 4), 'done', `${table.name} lets a row be moved over: ${moved}`)
      }
      const taken = await refusal(`delete from ${table.name} where workspace_id = $1`, [theirs.workspaceId])
      assert.ok(['done to 0', BEHIND_THE_FENCE].includes(taken), `${table.name} lets rows be taken out: ${taken}`)
      const locked = await refusal(`select 1 from ${table.name} where workspace_id = $1 for update`, [
        theirs.workspaceId,
      ])
      assert.ok(['done to 0', BEHIND_THE_FENCE].includes(locked), `${table.name} lets rows be locked: ${locked}`)
      const emptied = await refusal(`truncate ${table.name} cascade`, [])
      assert.equal(emptied, BEHIND_THE_FENCE, `${table.name} can be emptied`)
    })
  }
  assert.ok(written > 20)
})

test('no count, of whatever kind, changes with what another workspace holds', async () => {
  for (const table of await tables()) {
    if (!table.columns.includes('workspace_id')) continue
    const { rows } = await owner.query(`select count(*)::int as n from ${table.name} where workspace_id = $1`, [
      mine.workspaceId,
    ])
    await within(mine.workspaceId, async () => {
      const { rows: seen } = await app.query(
        `select count(*)::int as n, count(distinct workspace_id)::int as houses from ${table.name}`,
      )
      assert.equal(seen[0].n, rows[0].n, `${table.name} counts more than its own`)
      assert.ok(seen[0].houses <= 1, `${table.name} shows several workspaces`)
    })
  }
})

test('what the planner knows of other people’s rows is kept from the app too', async () => {
  const { rows } = await app.query(
    `select count(*)::int as n from pg_stats where schemaname not in ('pg_catalog', 'information_schema', 'jobs')`,
  )
  assert.equal(rows[0].n, 0, 'most common values of fenced tables can be read')
  for (const closed of ['pg_statistic', 'pg_authid', 'pg_shadow']) {
    await within(mine.workspaceId, async () => {
      assert.equal(await refusal(`select 1 from ${closed} limit 1`, []), BEHIND_THE_FENCE, closed)
    })
  }
})

test('every view looks with the eyes of whoever asks', async () => {
  const { rows } = await owner.query(`
    select c.oid::regclass::text as name, c.relkind, coalesce(c.reloptions::text, '') as options from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`)
  assert.deepEqual(
    rows.filter((view) => view.relkind === 'm' || !/security_invoker=(true|on|1)/.test(view.options)),
    [],
  )
})

type Fn = {
  name: string
  signature: string
  types: string[]
  definer: boolean
  settings: string
  set: boolean
  returnsTrigger: boolean
}

async function functions(): Promise<Fn[]> {
  const { rows } = await owner.query<Fn>(`
    select p.oid::regproc::text as name, p.oid::regprocedure::text as signature, p.prosecdef as definer, coalesce(p.proconfig::text, '') as settings,
      p.prorettype = 'trigger'::regtype as "returnsTrigger", p.proretset as set,
      array(select format_type(t, null) from unnest(p.proargtypes) t) as types
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and p.prokind in ('f', 'p')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and has_schema_privilege('heed_app', n.oid, 'usage') and has_function_privilege('heed_app', p.oid, 'execute')
    order by 2`)
  return rows
}

test('functions that see more than whoever calls them are few, known, and cannot be led astray by a search path', async () => {
  const definers = (await functions()).filter((fn) => fn.definer)
  assert.deepEqual(
    definers.map((fn) => fn.name),
    ['understand.voices_with'],
  )
  for (const fn of definers) assert.match(fn.settings, /search_path=("?)pg_catalog, pg_temp/, fn.signature)
})

test('no function answers with, or touches, anything of another workspace, whatever it is handed', async () => {
  const ids = [theirs.workspaceId, ...(await everyIdOf(theirs.workspaceId))]
  const before = await pictureOf(theirs.workspaceId)
  const all = (await functions()).filter((fn) => !fn.returnsTrigger)
  assert.ok(all.some((fn) => fn.name === 'understand.voices_with'))
  let called = 0
  for (const fn of all)
    for (const id of ids) {
      const values = fn.types.map((type) => valueFor(type, id))
      const marks = fn.types.map((type, at) => `$${at + 1}::${type}`).join(', ')
      await within(mine.workspaceId, async () => {
        await app.query('savepoint attempt')
        try {
          const { rows } = await app.query(
            `select to_jsonb(answer)::text as said from ${fn.name}(${marks}) as answer`,
            values,
          )
          called += 1
          const said = rows.map((row) => String(row.said)).join('\n')
          for (const other of ids.filter((one) => !values.flat().map(String).join().includes(one)))
            assert.ok(!said.includes(other), `${fn.signature} names ${other}`)
          assert.ok(!said.includes('Zephyrine'), `${fn.signature} tells words of another workspace`)
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error
          await app.query('rollback to savepoint attempt')
        }
      })
    }
  assert.ok(called > 0)
  assert.deepEqual(await pictureOf(theirs.workspaceId), before)
})

/** Something a function of ours may be handed: ids as ids, and the other workspace's own word to search for. */
function valueFor(type: string, id: string): unknown {
  if (type === 'uuid' || type === 'text') return id
  if (type === 'uuid[]') return [id]
  if (type === 'text[]') return ['zephyrine', 'bread']
  if (type === 'tsquery') return "'zephyrin' | 'zephyrine' | 'swirl' | 'loveli' | 'lovely'"
  if (/int|numeric|double|real/.test(type)) return 1000
  if (type === 'jsonb' || type === 'json') return '{}'
  if (type === 'boolean') return true
  return null
}

test('no search finds a word that only another workspace holds', async () => {
  const routes = world.heed.routes.filter((row) => row.method === 'get' && takes(row.query, 'q'))
  assert.ok(routes.length >= 3, routes.map((row) => row.path).join())
  const ids = await everyIdOf(theirs.workspaceId)
  for (const row of routes)
    for (const word of ['Zephyrine', 'zephyr', 'Zephyrin*', '"said Zephyrine"', 'yusuf@demir.example', '%', '_'])
      for (const extra of ['', '&sort=strongest', '&format=jsonl', `&person=${ids[0]}`]) {
        const { text } = await mine.get(`${row.path}?q=${encodeURIComponent(word)}${extra}`)
        assert.ok(!/said Zephyrine/.test(text), `${row.path} finds ${word}`)
        for (const id of ids.filter((one) => !extra.includes(one)))
          assert.ok(!text.includes(id), `${row.path} names ${id}`)
      }
  const own = await theirs.get('/voices?q=Zephyrine')
  assert.equal(own.body.data.length, 1, 'the word can be found where it belongs')
})

const takes = (query: unknown, name: string): boolean =>
  typeof (query as { shape?: object } | undefined)?.shape === 'object' && name in (query as { shape: object }).shape

test('asking for another workspace’s id does no more work than asking for one that never was', async () => {
  const { rows: nobody } = await owner.query('select gen_random_uuid() as id')
  let compared = 0
  for (const table of await tables()) {
    if (!table.columns.includes('workspace_id') || !table.columns.includes('id')) continue
    if (IDS_ARE_PUBLIC.includes(table.name)) continue
    const { rows } = await owner.query(`select id from ${table.name} where workspace_id = $1 limit 1`, [
      theirs.workspaceId,
    ])
    if (rows.length === 0) continue
    const work = (id: unknown): Promise<string> => within(mine.workspaceId, () => workOf(table.name, id))
    // Once before, so that what only the first caller pays for is paid.
    await work(rows[0].id)
    assert.equal(await work(rows[0].id), await work(nobody[0].id), `${table.name} works harder for another’s id`)
    compared += 1
  }
  assert.ok(compared > 5)
})

/** The id of a survey is its public address: whether there is one anybody may find out at /s/{id}. */
const IDS_ARE_PUBLIC = ['listen.survey']

/** How a lookup, written as stores write it, is answered and how many pages and rows it touches: what its time is made of, without the noise of a clock. */
async function workOf(table: string, id: unknown): Promise<string> {
  const { rows } = await app.query(
    `explain (analyze, buffers, timing off, summary off, costs off, format json) select * from ${table} where workspace_id = platform.workspace() and id = $1`,
    [id],
  )
  const plan = rows[0]['QUERY PLAN'][0].Plan as Record<string, unknown>
  const worked = (node: Record<string, unknown>): string =>
    [
      node['Node Type'],
      node['Index Name'] ?? '',
      `pages ${Number(node['Shared Hit Blocks']) + Number(node['Shared Read Blocks'])}`,
      `found ${node['Actual Rows']}`,
      ...((node['Plans'] as Record<string, unknown>[] | undefined) ?? []).map(worked),
    ].join(' ')
  return worked(plan)
}

test('nor does it take longer, over HTTP, by more than chance and the machine explain', async () => {
  const { body } = await theirs.get('/voices')
  const known = body.data[0].id as string
  const slower: number[] = []
  const [taken, vain]: [number[], number[]] = [[], []]
  const time = async (id: string): Promise<number> => {
    const since = performance.now()
    const { status } = await mine.get(`/voices/${id}`)
    const took = performance.now() - since
    assert.equal(status, 404)
    return took
  }
  for (let pair = 0; pair < 60; pair += 1) {
    const first = pair % 2 === 0
    const a = first ? await time(known) : 0
    const b = await time(newId())
    const c = first ? a : await time(known)
    taken.push(c)
    vain.push(b)
    slower.push(c > b ? 1 : 0)
  }
  // A sign test on pairs that ran side by side: 30 of 60 are expected, more than 48 happen once in a million. And a
  // difference nobody could use from outside is none: both must speak for a leak.
  const more = slower.reduce((sum, one) => sum + one, 0)
  const [theirsMs, nobodysMs] = [median(taken), median(vain)]
  assert.ok(
    more <= 48 || theirsMs < nobodysMs * 1.5 + 1,
    `another’s id took ${theirsMs.toFixed(2)} ms, one that never was ${nobodysMs.toFixed(2)} ms, slower in ${more} of 60`,
  )
})

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

test('without a workspace nothing is seen at all', async () => {
  for (const table of await tables()) {
    if (table.name === 'platform.migration') continue
    const { rows } = await app.query(`select count(*)::int as n from ${table.name}`)
    assert.equal(rows[0].n, 0, `${table.name} shows rows to nobody in particular`)
  }
})

test('no route answers with anything of another workspace, given its ids', async () => {
  const ids = await everyIdOf(theirs.workspaceId)
  assert.ok(ids.length > 3)
  const routes = world.heed.routes.filter(
    (row) => row.permit !== 'public' && row.permit !== 'account' && !endsTheWalk(row),
  )
  assert.ok(routes.length > 15)
  await countingDone()
  const before = await pictureOf(theirs.workspaceId)
  for (const row of routes) {
    const path = row.path.startsWith('=') ? row.path.slice(1) : API + row.path
    const filled = path.includes('{') ? ids.map((id) => path.replaceAll(/\{\w+\}/g, id)) : [path]
    for (let from = 0; from < filled.length; from += AT_ONCE)
      await Promise.all(filled.slice(from, from + AT_ONCE).map((address) => tellsNothing(row, path, address, ids)))
  }
  assert.deepEqual(await pictureOf(theirs.workspaceId), before)
})

const AT_ONCE = 8

async function tellsNothing(row: { method: string }, path: string, address: string, ids: string[]): Promise<void> {
  const answer = await mine.ask(
    row.method.toUpperCase(),
    `http://heed.example${address}`,
    row.method === 'get' || row.method === 'delete' ? undefined : {},
  )
  assert.ok(answer.status < 500, `${row.method} ${address} broke: ${answer.text}`)
  if (path.includes('{') && row.method === 'get')
    assert.ok(
      answer.status >= 400 || isEmpty(answer.body),
      `${row.method} ${address} answered ${answer.status}: ${answer.text.slice(0, 200)}`,
    )
  for (const id of ids.filter((one) => !address.includes(one)))
    assert.ok(!answer.text.includes(id), `${row.method} ${address} names ${id}`)
}

/**
 * Outcomes are counted a moment after what they count: the picture waits until nothing is left to count, and whoever
 * counted has also written down when.
 */
async function countingDone(): Promise<void> {
  await eventually(() => leftToCount(owner), { days: 0, jobs: 0 }, 120_000)
}

/** Removing one's own workspace is allowed, and would end the walk. */
const endsTheWalk = (row: { method: string; path: string }) => row.method === 'delete' && row.path === '/workspace'

const isEmpty = (body: unknown): boolean => {
  const data = (body as { data?: unknown } | null)?.data
  return data === null || (Array.isArray(data) ? data.length === 0 : body === '' || body === null)
}
