import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { appConnection } from '#platform'
import { deedOf, isRecorded } from '#trust'
import { CAST, openWorld, type Asker } from '#test/world'
import { sealAudit } from './verify-audit.ts'

const world = await openWorld(after, { work: false })
const maren = await world.owner()
const tom = await world.member(maren, 'teammate')
const owner = new pg.Client({ ...world.app.db.source.owner, application_name: 'heed:test' })
const app = new pg.Client({ ...appConnection(world.app.db.source), application_name: 'heed:test' })
before(async () => {
  for (const client of [owner, app]) {
    client.on('error', () => undefined)
    await client.connect()
  }
})
after(async () => {
  await owner.end()
  await app.end()
})

const log = async (asker: Asker, query = ''): Promise<any[]> => (await asker.get(`/audit?limit=200${query}`)).body.data
const verdict = async (asker: Asker) => (await asker.get('/audit/verdict')).body
/** As nobody but the owner of the database can: past the fence, as somebody who got hold of the machine would. */
const tamper = async (text: string, values: unknown[]) => {
  await owner.query(`alter table trust.audit_entry disable row level security`)
  await owner.query(text, values)
  await owner.query(`alter table trust.audit_entry enable row level security`)
}

test('what a member changes is in the log with who, what, when and which record', async () => {
  const made = await tom.post('/persons', { name: CAST.yusuf.name })
  const [newest] = await log(maren)
  assert.equal(newest.deed, 'post /persons')
  assert.equal(newest.actorName, CAST.tom.name)
  assert.deepEqual(newest.about, { id: made.body.id })
  await maren.patch(`/persons/${made.body.id}`, { company: 'Demir Flowers' })
  assert.deepEqual(
    (await log(maren, `&about=${made.body.id}`)).map((entry) => entry.deed),
    ['patch /persons/{id}', 'post /persons'],
  )
})

test('a refused request leaves no entry', async () => {
  const before = await log(maren)
  assert.equal((await tom.patch('/workspace', { name: 'Mine now' })).status, 403)
  assert.equal((await maren.patch('/persons/01890000-0000-7000-8000-000000000000', { company: 'x' })).status, 404)
  assert.deepEqual(await log(maren), before)
})

test('looking at somebody’s record is itself recorded, once an hour', async () => {
  const { id } = (await maren.post('/persons', { name: 'Ada Brandt' })).body
  const looks = async () =>
    (await log(maren, `&about=${id}`)).filter((entry) => entry.deed === 'get /persons/{id}').length
  await tom.get(`/persons/${id}`)
  await tom.get(`/persons/${id}`)
  assert.equal(await looks(), 1)
  world.travel(new Date(Date.now() + 3_700_000))
  await tom.get(`/persons/${id}`)
  world.travel(new Date())
  assert.equal(await looks(), 2)
})

test('a change of role says which role, and never a name or an address', async () => {
  await maren.put(`/members/${tom.accountId}/role`, { role: 'observer' })
  await maren.put(`/members/${tom.accountId}/role`, { role: 'teammate' })
  const [newest] = await log(maren)
  assert.deepEqual([newest.about, newest.particulars], [{ id: tom.accountId }, { role: 'teammate' }])
  const all = JSON.stringify((await owner.query('select about, particulars from trust.audit_entry')).rows)
  for (const word of ['Brandt', 'lindenrye.example', 'Demir']) assert.ok(!all.includes(word), word)
})

test('only the owner reads the log, and only their own', async () => {
  assert.equal((await tom.get('/audit')).status, 403)
  const other = await world.owner('Another bakery')
  assert.deepEqual(
    (await log(other)).filter((entry) => entry.actorId !== other.accountId),
    [],
  )
})

test('the role Heed works as can neither change nor remove an entry', async () => {
  await app.query('begin')
  await app.query(`select set_config('heed.workspace', $1, true)`, [maren.workspaceId])
  for (const text of [
    'update trust.audit_entry set deed = deed',
    'delete from trust.audit_entry',
    'truncate trust.audit_entry',
  ]) {
    await app.query('savepoint try')
    await assert.rejects(app.query(text), /permission denied/)
    await app.query('rollback to savepoint try')
  }
  await app.query('rollback')
})

test('deeds at the same moment follow one another without a gap', async () => {
  const somebody = await world.owner('Busy bakery')
  await Promise.all(Array.from({ length: 25 }, (_, nth) => somebody.post('/persons', { name: `Person ${nth}` })))
  const said = await verdict(somebody)
  assert.equal(said.sound, true)
  assert.equal(said.entries, 25)
})

test('hashes are SHA-256 over the one before and what the entry says, as anybody can recompute', async () => {
  const somebody = await world.owner('Careful bakery')
  await somebody.post('/persons', { name: 'Ada Brandt' })
  await somebody.patch('/workspace', { name: 'Careful bakery 2' })
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  let previous = sha(somebody.workspaceId)
  const lines = (await somebody.get('/audit/export?format=jsonl')).text.trim().split('\n')
  const entries = lines.map((line) => JSON.parse(line))
  // Looking at the log is a deed, too: its entry may be written before the file has ended, or after.
  assert.deepEqual(
    entries.map((entry) => entry.deed).filter((deed) => deed !== 'get /audit/export'),
    ['post /persons', 'patch /workspace'],
  )
  for (const entry of entries) {
    const pairs = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
    previous = sha(
      `${previous}\n${JSON.stringify([
        somebody.workspaceId,
        entry.seq,
        entry.at,
        entry.actor,
        entry.actorId,
        entry.deed,
        pairs(entry.about),
        pairs(entry.particulars),
      ])}`,
    )
    assert.equal(entry.hash, previous)
  }
})

for (const [what, why, text] of [
  ['a changed', 'changed', `update trust.audit_entry set actor_id = null where workspace_id = $1 and seq = 3`],
  ['a removed', 'missing', `delete from trust.audit_entry where workspace_id = $1 and seq = 3`],
  ['an exchanged', 'exchanged', `update trust.audit_entry set previous = hash where workspace_id = $1 and seq = 3`],
] as const)
  test(`${what} entry is found and named`, async () => {
    const somebody = await world.owner(`Bakery ${why}`)
    for (let nth = 0; nth < 5; nth += 1) await somebody.post('/persons', { name: `Person ${nth}` })
    assert.equal((await verdict(somebody)).sound, true)
    await tamper(text, [somebody.workspaceId])
    const said = await verdict(somebody)
    assert.equal(said.sound, false)
    assert.equal(said.broken.seq, 3)
    assert.equal(said.broken.why, why)
    assert.equal(said.entries, 2)
  })

test('a log cut off at its end, or written anew from the start, is found by its seal', async () => {
  const somebody = await world.owner('Sealed bakery')
  for (let nth = 0; nth < 4; nth += 1) await somebody.post('/persons', { name: `Person ${nth}` })
  assert.equal(await sealAudit(world.app, [somebody.workspaceId]), 1)
  assert.equal(await sealAudit(world.app, [somebody.workspaceId]), 0, 'a seal of the same entry is not taken twice')
  assert.equal((await verdict(somebody)).sealsChecked, 1)
  const { rows } = await owner.query('select * from trust.audit_entry where workspace_id = $1 and seq = 4', [
    somebody.workspaceId,
  ])
  await tamper('delete from trust.audit_entry where workspace_id = $1 and seq = 4', [somebody.workspaceId])
  assert.deepEqual((await verdict(somebody)).broken, { seq: 4, why: 'cut_off', at: null })
  // Somebody clever adds another fourth entry, with a right hash of its own.
  await somebody.post('/persons', { name: 'Somebody else' })
  const said = await verdict(somebody)
  assert.notEqual(said.seal, rows[0].hash)
  assert.deepEqual([said.broken.seq, said.broken.why], [4, 'rewritten'])
})

test('a torn line among the seals hides none of the others', async () => {
  const path = join(world.app.config.dataFolder, 'audit-seals.jsonl')
  writeFileSync(path, `${readFileSync(path, 'utf8')}{"workspaceId":"${maren.workspaceId}","seq`)
  assert.equal((await verdict(maren)).sound, true)
  assert.equal(await sealAudit(world.app, [maren.workspaceId]), 1)
  assert.equal((await verdict(maren)).sealsChecked, 1)
})

test('the log of a removed workspace goes with it', async () => {
  const somebody = await world.owner('Short-lived bakery')
  await somebody.post('/persons', { name: 'Ada Brandt' })
  assert.equal((await somebody.delete('/workspace')).status, 204)
  const { rows } = await owner.query('select 1 from trust.audit_entry where workspace_id = $1', [somebody.workspaceId])
  assert.deepEqual(rows, [])
})

test('every request that changes a workspace is recorded, but for those that are named here', () => {
  const unrecorded = world.heed.routes
    .filter((row) => row.method !== 'get' && row.permit !== 'public' && !isRecorded(row))
    .map(deedOf)
    .sort()
  assert.deepEqual(unrecorded, ['post /survey-previews', 'post /voices'])
})
