/**
 * Kill -9 of every process, again and again, while a client posts voices. Afterwards every acknowledged voice must be
 * there, once, and read.
 *
 *     node bench/kill.ts [--rounds 50]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { clearFolder, databasePid, firstRun, scratchFolder, serveHeed } from '#test/process'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' } } })
const rounds = Number(values.rounds)
const folder = scratchFolder()
const acknowledged = new Map<string, string>()
let posted = 0
let slowestStart = 0

let running = await serveHeed(folder)
const maren = await firstRun(running.url)
const headers = { cookie: maren.cookie, 'heed-workspace': maren.workspaceId, 'content-type': 'application/json' }

for (let round = 1; round <= rounds; round += 1) {
  const url = running.url
  let stop = false
  const clients = Array.from({ length: 4 }, async (_, client) => {
    for (let n = 0; !stop; n += 1) {
      const externalId = `${round}-${client}-${n}`
      posted += 1
      try {
        const response = await fetch(`${url}/api/v1/voices`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ text: `Voice ${externalId}: the bread was late again`, source: 'bench', externalId }),
        })
        const body = (await response.json()) as { data: { id: string }[] }
        if (response.status === 201) acknowledged.set(externalId, body.data[0]!.id)
      } catch {
        if (stop) return
        await sleep(5)
      }
    }
  })
  await sleep(200 + ((round * 137) % 700))
  const database = databasePid(folder)
  // Alternate what dies first: the database, Node, or both in the same breath.
  if (round % 3 === 0 && database) process.kill(database, 'SIGKILL')
  if (round % 3 === 1) running.child.kill('SIGKILL')
  if (database && round % 3 === 1) process.kill(database, 'SIGKILL')
  if (round % 3 === 2) running.child.kill('SIGKILL')
  await sleep(20)
  stop = true
  await running.kill()
  await Promise.all(clients)
  const since = Date.now()
  running = await serveHeed(folder)
  slowestStart = Math.max(slowestStart, Date.now() - since)
  if (process.stdout.isTTY) process.stdout.write(`\rround ${round} of ${rounds}, ${acknowledged.size} acknowledged`)
}

const client = new pg.Client({
  host: join(folder, 'run'),
  user: 'heed',
  password: readFileSync(join(folder, 'database-password'), 'utf8').trim(),
  database: 'heed',
})
await client.connect()
const unread = async () => {
  const { rows } = await client.query(
    `select count(*)::int as n from listen.voice v where not exists (select from understand.reading r where r.workspace_id = v.workspace_id and r.voice_id = v.id)`,
  )
  return rows[0].n as number
}
for (let tries = 0; tries < 600 && (await unread()) > 0; tries += 1) await sleep(100)
const { rows } = await client.query<{ id: string; external_id: string }>('select id, external_id from listen.voice')
const stored = new Map(rows.map((row) => [row.external_id, row.id]))
const missing = [...acknowledged].filter(([externalId, id]) => stored.get(externalId) !== id)
const stillUnread = await unread()
await client.end()
await running.stop()
await clearFolder(folder)

process.stdout.write(
  `\n${rounds} rounds, ${posted} posted, ${acknowledged.size} acknowledged, ${stored.size} stored\n` +
    `missing ${missing.length}, twice ${rows.length - stored.size}, unread ${stillUnread}, slowest start after a kill ${slowestStart} ms\n`,
)
process.exitCode = missing.length + (rows.length - stored.size) + stillUnread === 0 ? 0 : 1
