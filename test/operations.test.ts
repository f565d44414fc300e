/** What an installation survives: being killed, started twice, given a folder it cannot use, backed up and restored. */
import assert from 'node:assert/strict'
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { clearFolder, databasePid, firstRun, heed, scratchFolder, serveHeed } from '#test/process'

// All of this is about the embedded database, also where the rest of the suite runs on another one.
delete process.env.HEED_TEST_DATABASE_URL

const folders: string[] = []
const fresh = () => {
  const folder = scratchFolder()
  folders.push(folder)
  return folder
}
after(async () => {
  for (const folder of folders) await clearFolder(folder)
})

test('a killed Heed leaves its database behind, and the next start takes it over', async () => {
  const folder = fresh()
  const first = await serveHeed(folder)
  const maren = await firstRun(first.url)
  await maren.post('/voices', { text: 'said before the lights went out' })
  await first.kill()
  const left = databasePid(folder)
  assert.ok(left, 'the database goes on without Node')
  const second = await serveHeed(folder)
  assert.equal(databasePid(folder), left, 'one database, the same one')
  assert.equal((await fetch(`${second.url}/readyz`)).status, 200)
  assert.equal(await second.stop(), 0)
  assert.equal(databasePid(folder), null, 'a graceful stop takes the database along')
})

test('a killed database is recovered by the next start', async () => {
  const folder = fresh()
  const first = await serveHeed(folder)
  const maren = await firstRun(first.url)
  const heard = (await (await maren.post('/voices', { text: 'kept', source: 'till', externalId: '1' })).json()) as {
    data: { id: string }[]
  }
  process.kill(databasePid(folder)!, 'SIGKILL')
  await first.kill()
  const second = await serveHeed(folder)
  const again = await fetch(`${second.url}/api/v1/voices`, {
    method: 'POST',
    headers: { cookie: maren.cookie, 'heed-workspace': maren.workspaceId, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'kept', source: 'till', externalId: '1' }),
  })
  assert.deepEqual(await again.json(), { data: [{ id: heard.data[0]!.id, status: 'known' }] })
  await second.stop()
})

test('a second Heed on the same folder is refused in a sentence, and the first goes on', async () => {
  const folder = fresh()
  const first = await serveHeed(folder)
  const { code, err } = await heed(folder, ['serve'], { PORT: '0' })
  assert.equal(code, 65)
  assert.match(err, /already running on .+ \(process \d+\)\. Stop it first, or choose another folder/)
  assert.equal((await fetch(`${first.url}/readyz`)).status, 200)
  await first.stop()
})

test('a taken port is refused in a sentence', async () => {
  const first = await serveHeed(fresh())
  const { code, err } = await heed(fresh(), ['serve'], { PORT: new URL(first.url).port })
  assert.equal(code, 65)
  assert.match(err, /Port \d+ is taken\. Choose another with PORT/)
  await first.stop()
})

test('a folder that cannot be written is refused in a sentence', async () => {
  const file = join(fresh(), 'a-file')
  writeFileSync(file, '')
  const { code, err } = await heed(join(file, 'data'), ['doctor'])
  assert.equal(code, 69)
  assert.match(err, /cannot write to its data folder/)
})

test('wrong settings are all named at once', async () => {
  const { code, err } = await heed(fresh(), ['serve'], { PORT: 'seven', DATABASE_URL: 'mysql://x' })
  assert.equal(code, 65)
  assert.match(err, /PORT: .+DATABASE_URL: /)
})

test('a command uses the running Heed’s database and leaves it running', async () => {
  const folder = fresh()
  const first = await serveHeed(folder)
  const { code, out } = await heed(folder, ['doctor'])
  assert.equal(code, 0)
  assert.match(out, /All is well/)
  assert.equal((await fetch(`${first.url}/readyz`)).status, 200)
  await first.stop()
})

test('the doctor keeps secrets to himself', async () => {
  const { out } = await heed(fresh(), ['doctor'], {
    HEED_SECRET: 'x'.repeat(40),
    SMTP_URL: 'smtp://user:hunter2@127.0.0.1:1',
  })
  assert.doesNotMatch(out, /x{40}|hunter2/)
  assert.match(out, /✖ mail/)
})

test('a backup of a running Heed is restored whole; a damaged one not at all', async () => {
  const folder = fresh()
  const first = await serveHeed(folder)
  const maren = await firstRun(first.url)
  await maren.post('/voices', {
    text: 'line\u2028separator, {"table":"x"} and 🥖',
    person: { name: 'Leila Haddad', email: 'leila@haddad.example' },
  })
  const file = join(fresh(), 'heed.backup')
  assert.equal((await heed(folder, ['backup', file])).code, 0)
  assert.equal((await heed(folder, ['backup', file])).code, 65, 'a backup is never overwritten')
  assert.equal((await heed(folder, ['restore', file])).code, 65, 'nothing is restored over something')
  await first.stop()

  const damaged = `${file}.damaged`
  copyFileSync(file, damaged)
  truncateSync(damaged, readFileSync(file).byteLength - 40)
  assert.equal(readFileSync(file).includes('haddad'), false, 'nothing of it can be read without its key')
  const key = join(fresh(), 'key')
  writeFileSync(key, (await heed(folder, ['backup', 'key'])).out.split('\n')[0]!)
  assert.equal((await heed(folder, ['backup', 'verify', file])).code, 0)
  const target = fresh()
  const without = await heed(target, ['restore', file])
  assert.equal(without.code, 77)
  assert.match(without.err, /--key-file/)
  const refused = await heed(target, ['restore', damaged, '--key-file', key])
  assert.equal(refused.code, 65)
  assert.match(refused.err, /damaged|cut off/)
  const { code, out } = await heed(target, ['restore', file, '--key-file', key])
  assert.equal(code, 0, out)
  const second = await serveHeed(target)
  const me = (await (await fetch(`${second.url}/api/v1/me`, { headers: { cookie: maren.cookie } })).json()) as {
    account: { name: string }
  }
  assert.equal(me.account.name, 'Maren Lind', 'sessions and the signing key came along')
  await second.stop()
  assert.equal(existsSync(`${file}.partial`), false)
})

test('commands answer mistakes with exit code 64 and a way on', async () => {
  const unknown = await heed(fresh(), ['dance'])
  assert.equal(unknown.code, 64)
  assert.match(unknown.err, /heed --help/)
  const option = await heed(fresh(), ['doctor', '--loud'])
  assert.equal(option.code, 64)
  const help = await heed(fresh(), ['--help'])
  assert.equal(help.code, 0)
  assert.match(help.out, /heed COMMAND --help/)
})
