import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { openEmbedded } from './embedded-postgres.ts'

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-embedded-'))
  chmodSync(folder, 0o755)
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }))
  return folder
}

async function ask(connection: pg.ClientConfig, text: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ ...connection, application_name: 'heed:test' })
  await client.connect()
  try {
    return (await client.query(text)).rows[0] as Record<string, unknown>
  } finally {
    await client.end()
  }
}

test('where there are no Unix sockets the database answers on the loopback address, and only to its password', async (t) => {
  const folder = folderFor(t)
  const first = await openEmbedded(folder, { sockets: false })
  assert.equal(first.connection.host, '127.0.0.1')
  const seen = await ask(
    first.connection,
    `select host(inet_server_addr()) as address, current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets`,
  )
  assert.deepEqual(seen, { address: '127.0.0.1', listens: '127.0.0.1', sockets: '' })
  await assert.rejects(ask({ ...first.connection, password: 'a guess' }, 'select 1'), /password authentication failed/)
  assert.ok(!existsSync(join(folder, 'run')), 'no folder for a socket')

  // Another command finds the running server by its address, and whoever closes last stops it.
  const second = await openEmbedded(folder, { sockets: false })
  assert.deepEqual([second.adopted, second.pid, second.connection], [true, first.pid, first.connection])
  await second.close()
  assert.ok(process.kill(first.pid, 0), 'the first still holds it')
  await first.close()
  assert.throws(() => process.kill(first.pid, 0), 'it has stopped')

  // What was stored over one way is there over the other.
  const third = await openEmbedded(folder)
  t.after(() => third.close())
  assert.equal(third.adopted, false)
  assert.equal((await ask(third.connection, 'select current_database() as name'))['name'], 'heed')
})

test('a data folder too deep for a socket address gets a short one, and is found again there', async (t) => {
  const folder = join(folderFor(t), 'deep'.repeat(25))
  mkdirSync(folder, { mode: 0o755 })
  const first = await openEmbedded(folder)
  t.after(() => rmSync(first.connection.host, { recursive: true, force: true }))
  assert.ok(Buffer.byteLength(join(first.connection.host, '.s.PGSQL.5432.lock')) <= 107)
  const file = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8')
  assert.ok(file.includes(first.connection.host))
  const second = await openEmbedded(folder)
  assert.equal(second.pid, first.pid)
  await second.close()
})
