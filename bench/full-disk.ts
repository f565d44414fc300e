/**
 * A disk that runs full while voices come in: whoever posts is told so in words, nothing that was acknowledged is lost or
 * stored twice, and it goes on when there is space again, without anybody starting it anew.
 *
 *     node bench/full-disk.ts [--megabytes 400]        (Linux, as root: it mounts a small file system in memory)
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { clearFolder, firstRun, scratchFolder, serveHeed } from '#test/process'
import { sentences } from './support/sentences.ts'

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '400' } } })
const BATCH = 500
const WAIT_MS = 120_000
const disk = scratchFolder()
execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${values.megabytes}m,mode=755`, 'tmpfs', disk])
const folder = join(disk, 'data')
const ballast = join(disk, 'ballast')
const acknowledged = new Map<string, string>()
const said = new Map<string, number>()
const next = sentences(11)
let failed = 0
const say = (label: string, value: string | number): void => void process.stdout.write(`${label.padEnd(46)}${value}\n`)

try {
  mkdirSync(folder)
  writeFileSync(ballast, Buffer.alloc(64 * 1024 * 1024))
  const heed = await serveHeed(folder, { LOG_LEVEL: 'silent' })
  const maren = await firstRun(heed.url)
  const headers = { cookie: maren.cookie, 'heed-workspace': maren.workspaceId, 'content-type': 'application/json' }

  /** The status, and what was said; what was acknowledged is written down. */
  const post = async (batch: number, size = BATCH): Promise<number> => {
    const voices = Array.from({ length: size }, (_, n) => ({
      ...next(),
      stars: undefined,
      source: 'bench',
      externalId: `${batch}-${n}`,
    }))
    const answer = await fetch(`${heed.url}/api/v1/voices`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ voices }),
    })
    const body = (await answer.json()) as { code?: string; data?: { id: string }[] }
    if (answer.status === 201) body.data!.forEach(({ id }, n) => acknowledged.set(`${batch}-${n}`, id))
    else {
      const kind = answer.headers.get('content-type') ?? ''
      const line = `${answer.status} ${body.code ?? ''} ${kind}`
      said.set(line, (said.get(line) ?? 0) + 1)
    }
    return answer.status
  }

  let batch = 0
  while ((await post(batch)) === 201) batch += 1
  say('acknowledged until the disk was full', acknowledged.size)
  for (let tries = 0; tries < 20; tries += 1) {
    await post(batch + 1 + tries)
    await sleep(250)
  }
  for (const [line, times] of said) say('while it was full, the answers were', `${times} × ${line}`)
  if ([...said.keys()].some((line) => !line.startsWith('503 disk_full application/problem+json'))) failed += 1
  const before = acknowledged.size
  rmSync(ballast)
  const since = Date.now()
  let again = 0
  for (let tries = 1000; again !== 201 && Date.now() - since < WAIT_MS; tries += 1) {
    again = await post(tries, 10)
    if (again !== 201) await sleep(250)
  }
  say('space freed, stored again after', again === 201 ? `${Date.now() - since} ms` : 'never')
  if (again !== 201) failed += 1

  const client = new pg.Client({
    host: join(folder, 'run'),
    user: 'heed',
    password: readFileSync(join(folder, 'database-password'), 'utf8').trim(),
    database: 'heed',
  })
  await client.connect()
  const { rows } = await client.query<{ id: string; external_id: string }>('select id, external_id from listen.voice')
  const stored = new Map(rows.map((row) => [row.external_id, row.id]))
  const missing = [...acknowledged].filter(([externalId, id]) => stored.get(externalId) !== id).length
  const unread = async (): Promise<number> =>
    (
      await client.query<{ n: number }>(
        'select (select count(*) from listen.voice)::int - (select count(*) from understand.reading)::int as n',
      )
    ).rows[0]!.n
  for (const until = Date.now() + WAIT_MS; (await unread()) > 0 && Date.now() < until;) await sleep(500)
  say(
    'acknowledged, missing, twice, unread',
    `${acknowledged.size} (${before} before), ${missing}, ${rows.length - stored.size}, ${await unread()}`,
  )
  failed += missing + (rows.length - stored.size) + (await unread())
  await client.end()
  await heed.stop()
} finally {
  await clearFolder(folder).catch(() => undefined)
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
