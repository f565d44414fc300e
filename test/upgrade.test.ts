/**
 * An installation goes on with its data when Heed is renewed: from every released version, whose backups lie in
 * `releases/`; and when a migration fails, the version before goes on as if nothing had happened.
 */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { migrate, migrationFiles, type Source } from '#platform'
import { readBackup } from '#trust'
import { openTestSource } from '#test/database'
import { openWorld } from '#test/world'

const FOLDER = join(import.meta.dirname, 'releases')
const world = await openWorld(after, { work: false })
const server = world.app.db.source

/** A database with nothing in it, not even Heed's tables. */
async function withEmpty<T>(work: (source: Source, owner: pg.Client) => Promise<T>): Promise<T> {
  const name = `heed_upgrade_${process.pid}_${Math.floor(performance.now())}`
  const admin = new pg.Client(server.owner)
  await admin.connect()
  await admin.query(`create database ${name}`)
  const source = { ...server, owner: { ...server.owner, database: name } }
  const owner = new pg.Client(source.owner)
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    return await work(source, owner)
  } finally {
    await owner.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}

for (const file of readdirSync(FOLDER))
  test(`what ${file} holds comes into this version whole`, async () => {
    await withEmpty(async (source, owner) => {
      const seen = async () => {
        await owner.query(`set row_security = off`)
        const { rows } = await owner.query(
          `select text, score, (select name from people.person p where p.id = v.person_id) as person from listen.voice v order by text`,
        )
        return rows
      }
      let before: unknown[] = []
      const { report } = await readBackup(source, join(FOLDER, file), null, async () => {
        before = await seen()
      })
      assert.ok(report.tables['listen.voice']!.rows >= 5)
      assert.equal(before.length, report.tables['listen.voice']!.rows)
      assert.deepEqual(await seen(), before)
      const { rows } = await owner.query('select name from platform.migration order by name')
      assert.deepEqual(
        rows.map((row) => row.name),
        migrationFiles().map(({ name }) => name),
      )
      // The migrated database is the one a fresh installation has: a later backup fits either.
      assert.deepEqual(await shapeOf(source), await shapeOf(server))
    })
  })

async function shapeOf(source: Source): Promise<unknown[]> {
  const client = new pg.Client(source.owner)
  await client.connect()
  const { rows } = await client.query(
    `select table_schema, table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema', 'jobs') order by 1, 2, 3`,
  )
  await client.end()
  return rows
}

test('a migration that fails takes back all of that start, and the version before goes on', async () => {
  await withEmpty(async (source, owner) => {
    const files = migrationFiles()
    const older = files.slice(0, -1)
    await migrate(source, older)
    const applied = async () => (await owner.query('select name from platform.migration order by name')).rows.length
    assert.equal(await applied(), older.length)
    const broken = {
      name: files.at(-1)!.name,
      text: 'create table platform.half (id int); select 1 / 0',
      checksum: 'x',
    }
    await assert.rejects(migrate(source, [...older, broken]), /failed and everything was taken back/)
    assert.equal(await applied(), older.length)
    const { rows } = await owner.query(`select to_regclass('platform.half') as half`)
    assert.equal(rows[0].half, null)
    assert.deepEqual((await migrate(source, older)).applied, [])
    assert.deepEqual((await migrate(source)).applied, [files.at(-1)!.name])
  })
})

test('two processes that start at once apply every migration once', async () => {
  await withEmpty(async (source) => {
    const reports = await Promise.all([migrate(source), migrate(source), migrate(source)])
    assert.equal(
      reports.reduce((sum, { applied }) => sum + applied.length, 0),
      migrationFiles().length,
    )
  })
})

test('an older Heed refuses to work on what a newer one has changed, and says so', async () => {
  const source = await openTestSource()
  const owner = new pg.Client(source.owner)
  await owner.connect()
  await owner.query(`insert into platform.migration (name, checksum) values ('9999-platform-later.sql', 'x')`)
  await owner.end()
  await assert.rejects(migrate(source), { code: 'database_newer' })
  await source.drop()
})
