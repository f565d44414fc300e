/**
 * A database of its own for each test file, cloned in a blink from a template that is migrated once. The server is the
 * one HEED_TEST_DATABASE_URL names (`npm run test:external`), else the embedded one, shared by all test files.
 */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSource, migrate, migrationFiles, newId, readConfig, type Source } from '#platform'
import pg from 'pg'

const SECRET = 'a secret for tests only, 32 letters or more'

export async function openTestSource(): Promise<Source & { drop: () => Promise<void> }> {
  const folder = process.env.HEED_TEST_FOLDER ?? join(tmpdir(), `heed-test-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true })
  const server = await openSource(
    readConfig({ HEED_DATA: folder, DATABASE_URL: process.env.HEED_TEST_DATABASE_URL }),
    SECRET,
  )
  const admin = new pg.Client({ ...server.owner, database: 'postgres', application_name: 'heed:test' })
  await admin.connect()
  const template = await ensureTemplate(admin, server)
  const database = `heed_test_${newId().replaceAll('-', '')}`
  await admin.query(`create database ${database} template ${template}`)
  return {
    ...server,
    owner: { ...server.owner, database },
    close: async () => undefined,
    drop: async () => {
      await admin.query(`drop database if exists ${database} with (force)`)
      await admin.end()
      await server.close()
    },
  }
}

async function ensureTemplate(admin: pg.Client, server: Source): Promise<string> {
  const digest = createHash('sha256')
    .update(
      migrationFiles()
        .map((file) => file.checksum)
        .join(),
    )
    .digest('hex')
    .slice(0, 16)
  const name = `heed_template_${digest}`
  // Held until this client ends the next statement block: test files start together and must not both build it.
  await admin.query('select pg_advisory_lock(7330002)')
  try {
    const ready =
      (await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [name])).rows.length > 0
    if (ready) return name
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name}`)
    await migrate({ ...server, owner: { ...server.owner, database: name } })
    await admin.query(`alter database ${name} is_template true`)
    return name
  } finally {
    await admin.query('select pg_advisory_unlock(7330002)')
  }
}
