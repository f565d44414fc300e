/**
 * The audit log tampered with in every way, by somebody who has the whole database: `heed audit verify` must find each, name
 * the entry, and find nothing once it is undone. And what Heed itself works as must not be able to tamper at all.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { eventually } from '#test/eventually'
import { heed } from '#test/process'
import { Tally, type Result, type Target } from './target.ts'

const ENTRIES = 24
type Entry = {
  workspace_id: string
  seq: string
  at: Date
  actor: string
  actor_id: string | null
  deed: string
  about: object
  particulars: object
  previous: string
  hash: string
}

export async function audit(target: Target): Promise<Result> {
  const tally = new Tally('audit tampering')
  const house = await target.house('The house on record')
  for (let nth = 0; nth < ENTRIES; nth += 1) await house.post('/persons', { name: `Person ${nth}` })
  const { workspaceId } = house
  const seals = join(target.folder, 'audit-seals.jsonl')
  // The nightly job, asked for now: what it writes is what a rewritten or shortened log is found by.
  await target.database((client) => client.query(`insert into jobs.job (name, data) values ('trust.seal-audit', '{}')`))
  const sealed = await eventually(() => readFileSync(seals, 'utf8'), new RegExp(workspaceId), 60_000).catch(() => '')
  tally.note(sealed.includes(workspaceId) ? null : 'no seal was taken of the log')
  const verify = () => heed(target.folder, ['audit', 'verify', '--workspace', workspaceId])
  const sound = async (when: string) => {
    const { code, out } = await verify()
    tally.note(code === 0 ? null : `${when} the log is not sound: ${out}`)
  }
  await sound('before anything was done')
  for (const { what, at, change } of TAMPERINGS.slice(0, target.share < 1 ? 1 : TAMPERINGS.length)) {
    const kept = await target.database((client) => entriesOf(client, workspaceId))
    const last = kept.length
    await target.database((client) => past(client, () => change(client, workspaceId, kept)))
    const { code, out } = await verify()
    const named = Number(/entry (\d+)/.exec(out)?.[1])
    const expected = at < 0 ? last + at + 1 : at
    tally.note(
      code !== 65
        ? `${what} was not found (ended with ${code}): ${out}`
        : named !== expected
          ? `${what} was found at ${named} and not at ${expected}: ${out}`
          : null,
    )
    const { body } = await house.get('/audit/verdict')
    tally.note(body.sound === false ? null : `${what} was not found over HTTP`)
    await target.database((client) => past(client, () => putBack(client, workspaceId, kept)))
  }
  const written = readFileSync(seals, 'utf8')
  writeFileSync(seals, written.replaceAll(/"hash":"[0-9a-f]{64}"/g, `"hash":"${'0'.repeat(64)}"`))
  tally.note((await verify()).code === 65 ? null : 'a seal that was written over was not found')
  writeFileSync(seals, written)
  await sound('after all was undone')
  await asHeedItself(target, workspaceId, tally)
  const before = (await house.get('/audit/verdict')).body.entries
  for (const path of ['/audit', '/audit/1', '/audit/verdict'])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      tally.note((await house.ask(method, path, {})).status >= 400 ? null : `${method} ${path} is open`)
  tally.note((await house.get('/audit/verdict')).body.entries === before ? null : 'a refused request is in the log')
  return tally.result()
}

const entriesOf = async (client: pg.Client, workspaceId: string): Promise<Entry[]> =>
  (await client.query<Entry>(`select * from trust.audit_entry where workspace_id = $1 order by seq`, [workspaceId]))
    .rows

/** As nobody but the owner of the database can. */
async function past(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('alter table trust.audit_entry disable row level security')
  try {
    await work()
  } finally {
    await client.query('alter table trust.audit_entry enable row level security')
  }
}

async function putBack(client: pg.Client, workspaceId: string, entries: Entry[]): Promise<void> {
  await client.query('delete from trust.audit_entry where workspace_id = $1', [workspaceId])
  for (const one of entries) await add(client, one)
}

const add = (client: pg.Client, one: Entry) =>
  client.query(
    `insert into trust.audit_entry (workspace_id, seq, at, actor, actor_id, deed, about, particulars, previous, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      one.workspace_id,
      one.seq,
      one.at,
      one.actor,
      one.actor_id,
      one.deed,
      JSON.stringify(one.about),
      JSON.stringify(one.particulars),
      one.previous,
      one.hash,
    ],
  )

/** As docs and code describe it, so that a forger who knows them all is among those tried. */
function hashed(one: Entry, previous: string): Entry {
  const inOrder = (values: object) => Object.entries(values).sort(([left], [right]) => (left < right ? -1 : 1))
  const text = JSON.stringify([
    one.workspace_id,
    Number(one.seq),
    one.at.toISOString(),
    one.actor,
    one.actor_id,
    one.deed,
    inOrder(one.about),
    inOrder(one.particulars),
  ])
  return { ...one, previous, hash: createHash('sha256').update(`${previous}\n${text}`).digest('hex') }
}

type Tampering = {
  what: string
  /** The entry that must be named; counted from the end below nothing. */ at: number
  change: (client: pg.Client, workspaceId: string, entries: Entry[]) => Promise<void>
}
const changing = (what: string, set: string, at = 9): Tampering => ({
  what,
  at,
  change: async (client, workspaceId) =>
    void (await client.query(`update trust.audit_entry set ${set} where workspace_id = $1 and seq = ${at}`, [
      workspaceId,
    ])),
})

const TAMPERINGS: Tampering[] = [
  changing('another deed', `deed = 'get /persons'`),
  changing('another actor', `actor_id = gen_random_uuid()`),
  changing('an actor of another kind', `actor = 'heed', actor_id = null`),
  changing('another time', `at = at + interval '1 second'`),
  changing('another record', `about = '{"id":"x"}'`),
  changing('other particulars', `particulars = '{"role":"owner"}'`),
  changing('another hash', `hash = repeat('0', 64)`),
  changing('the first entry', `deed = 'x'`, 1),
  {
    what: 'an entry taken out',
    at: 9,
    change: async (client, id) =>
      void (await client.query('delete from trust.audit_entry where workspace_id = $1 and seq = 9', [id])),
  },
  {
    what: 'the first entries taken out',
    at: 1,
    change: async (client, id) =>
      void (await client.query('delete from trust.audit_entry where workspace_id = $1 and seq < 4', [id])),
  },
  {
    what: 'the end cut off',
    at: -1,
    change: async (client, id, entries) =>
      void (await client.query('delete from trust.audit_entry where workspace_id = $1 and seq = $2', [
        id,
        entries.length,
      ])),
  },
  {
    what: 'two entries exchanged',
    at: 9,
    change: async (client, id, entries) => {
      const [nine, ten] = [entries[8]!, entries[9]!]
      await client.query('delete from trust.audit_entry where workspace_id = $1 and seq in (9, 10)', [id])
      await add(client, { ...ten, seq: '9' })
      await add(client, { ...nine, seq: '10' })
    },
  },
  {
    what: 'an entry taken out and the others moved up',
    at: 9,
    change: async (client, id) => {
      await client.query('delete from trust.audit_entry where workspace_id = $1 and seq = 9', [id])
      for (let seq = 10; seq <= ENTRIES; seq += 1)
        await client.query('update trust.audit_entry set seq = seq - 1 where workspace_id = $1 and seq = $2', [id, seq])
    },
  },
  {
    what: 'an entry changed and all after it hashed anew',
    at: -1,
    change: async (client, id, entries) => {
      let previous = entries[7]!.hash
      const anew = entries.slice(8).map((one, nth) => {
        const made = hashed(nth === 0 ? { ...one, deed: 'get /persons' } : one, previous)
        previous = made.hash
        return made
      })
      await client.query('delete from trust.audit_entry where workspace_id = $1 and seq > 8', [id])
      for (const one of anew) await add(client, one)
    },
  },
  {
    what: 'the whole log written anew, shorter',
    at: -1,
    change: async (client, id, entries) => {
      let previous = createHash('sha256').update(id).digest('hex')
      await client.query('delete from trust.audit_entry where workspace_id = $1', [id])
      for (const one of entries.slice(0, -1)) {
        const made = hashed({ ...one, deed: 'get /persons' }, previous)
        previous = made.hash
        await add(client, made)
      }
    },
  },
]

async function asHeedItself(target: Target, workspaceId: string, tally: Tally): Promise<void> {
  await target.database(async (client) => {
    for (const text of [
      'update trust.audit_entry set deed = deed',
      'delete from trust.audit_entry',
      'truncate trust.audit_entry',
      'alter table trust.audit_entry disable row level security',
      'drop table trust.audit_entry',
      'create or replace rule r as on insert to trust.audit_entry do instead nothing',
    ]) {
      await client.query('begin')
      await client.query('set local role heed_app')
      await client.query(`select set_config('heed.workspace', $1, true)`, [workspaceId])
      const refused = await client.query(text).then(
        () => false,
        () => true,
      )
      await client.query('rollback')
      tally.note(refused ? null : `what Heed works as may: ${text}`)
    }
  })
}
