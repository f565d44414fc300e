import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { checkBackup, listBackups, makeBackup, ownBackupKey, readBackup, writeBackup } from '#trust'
import type { BackupState } from '#trust/contract'
import { eventually } from '#test/eventually'
import { openWorld } from '#test/world'
import { ownScratch, withScratch } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'heed-backups-'))
after(async () => rmSync(folder, { recursive: true, force: true }))
const world = await openWorld(after, { env: { HEED_BACKUP_FOLDER: join(folder, 'nightly') } })
const { app } = world
const { source } = app.db
const key = ownBackupKey(app.config)
const maren = await world.owner()
await maren.post('/voices', {
  voices: [
    { text: 'This is terrible, I waited three hours and nobody came.', person: { name: 'Ada Brandt' } },
    { text: 'line\u2028separator, {"table":"x"} and 🥖', score: { kind: 'star', value: 4 } },
  ],
})
await world.settled()

test('a backup is checked by restoring it and comparing every row', async () => {
  const path = join(folder, 'good.backup')
  const written = await writeBackup(source, path, { secret: app.secret, at: app.clock.now(), key })
  assert.ok(written.rows > 5)
  assert.equal(readFileSync(path).includes('terrible'), false)
  const { report } = await checkBackup(source, path, key)
  assert.deepEqual(report, written)
})

test('two backups are checked at once, and neither takes the other’s database away', async () => {
  const path = join(folder, 'twice.backup')
  const written = await writeBackup(source, path, { secret: app.secret, at: app.clock.now(), key })
  const checks = await Promise.all([1, 2, 3].map(() => checkBackup(source, path, key)))
  for (const { report } of checks) assert.deepEqual(report, written)
})

test('a second Heed on the same PostgreSQL, checking at the same time, leaves the first one’s database alone', async () => {
  await withScratch(source, async (ours) => {
    // Any database but ours is somebody else's as far as a check can tell.
    const theirs = { ...ours, owner: { ...ours.owner, database: 'postgres' } }
    await withScratch(theirs, async () => undefined)
    const client = new pg.Client(ours.owner)
    await client.connect()
    await client.end()
  })
})

test('a backup that says other than it holds is found out', async () => {
  const path = join(folder, 'differs.backup')
  const written = await writeBackup(source, path, { secret: app.secret, at: app.clock.now(), key })
  await withScratch(source, async (scratch) => {
    await readBackup(scratch, path, key)
    const owner = new pg.Client(scratch.owner)
    await owner.connect()
    await owner.query('alter table listen.voice disable row level security')
    await owner.query(`update listen.voice set text = 'It was fine.' where text like 'This is terrible%'`)
    await owner.query('alter table listen.voice enable row level security')
    await owner.end()
    const changed = join(folder, 'changed.backup')
    const other = await writeBackup(scratch, changed, { secret: app.secret, at: app.clock.now(), key })
    // Against what went in, not against the source of now: what Heed counts in the background may have moved on there.
    assert.equal(other.rows, written.rows)
    assert.deepEqual(
      Object.keys(written.tables).filter((table) => other.tables[table]?.digest !== written.tables[table]?.digest),
      ['listen.voice'],
    )
  })
})

test('the nightly job leaves a sealed file, its row in the journal, and no database behind', async () => {
  const row = await makeBackup(app)
  assert.equal(row.check?.sound, true, String(row.check?.why))
  assert.deepEqual(listBackups(app.config), [row])
  const second = await makeBackup({ ...app, clock: { now: () => new Date(Date.now() + 86_400_000) } })
  assert.equal(second.check, null, 'the next check is due a week later')
  assert.equal(listBackups(app.config).length, 2)
  const client = new pg.Client(source.owner)
  await client.connect()
  const { rows } = await client.query('select 1 from pg_database where starts_with(datname, $1)', [
    await ownScratch(client),
  ])
  await client.end()
  assert.deepEqual(rows, [])
})

test('a damaged backup is said to be so, and a lost journal loses no backup', async () => {
  const { folder: nightly } = app.config.backup
  const [newest] = listBackups(app.config)
  const path = join(nightly, newest!.name)
  const bytes = readFileSync(path)
  bytes[bytes.length - 100] = bytes[bytes.length - 100]! ^ 1
  writeFileSync(path, bytes)
  await assert.rejects(checkBackup(source, path, key), { code: 'invalid_input' })
  rmSync(join(nightly, 'journal.json'))
  assert.equal(listBackups(app.config).length, 2)
  assert.equal(
    readdirSync(nightly).some((name) => name.endsWith('.partial')),
    false,
  )
})

test('the owner sees the backups and asks for one; a manager does not', async () => {
  const tom = await world.member(maren, 'manager')
  assert.equal((await tom.get('/backups')).status, 403)
  const before = new Set(listBackups(app.config).map(({ name }) => name))
  assert.equal((await maren.post('/backups')).status, 202)
  const state = await eventually(
    async () => (await maren.get('/backups')).body as BackupState,
    ({ running, backups }) => assert.ok(!running && backups.some(({ name }) => !before.has(name))),
    // It is restored and compared too, which takes a while on a slow disk.
    240_000,
  )
  // One a day is kept: the earlier one of today made room for it.
  assert.equal(state.backups.length, 2)
  const made = state.backups.find(({ name }) => !before.has(name))!
  assert.equal(existsSync(join(state.folder, made.name)), true)
})

test('words for few eyes are in a backup like all others, also where somebody had taken them off Today', async () => {
  const write = async (name: string) => {
    const path = join(folder, name)
    return { path, ...(await writeBackup(source, path, { secret: app.secret, at: app.clock.now(), key })) }
  }
  const before = await write('before-emergency.backup')
  await maren.post('/voices', { text: 'I want to kill myself, I cannot go on.' })
  await world.settled()
  const angry = (await maren.get('/voices?q=waited')).body.data[0].id as string
  assert.equal((await maren.put(`/voices/${angry}/override`, { because: 'misread' })).status, 200)
  assert.equal((await maren.put(`/voices/${angry}/emergency`)).status, 204)
  const { path, ...report } = await write('after-emergency.backup')
  assert.equal(report.tables['listen.voice']!.rows, before.tables['listen.voice']!.rows + 1)
  assert.equal(report.tables['act.override']!.rows, 1)
  assert.deepEqual((await checkBackup(source, path, key)).report, report)
})
