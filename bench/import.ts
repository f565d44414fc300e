/**
 * How fast a file comes in: stored, read and searchable, against raw COPY of the very same rows into the very same table
 * with all its indexes, in the same run on the same machine.
 *
 *     node bench/import.ts [--rows 200000]
 */
import { mkdirSync, mkdtempSync, rmSync, chmodSync, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { newId, readConfig } from '#platform'
import { actingIn, foundWorkspace } from '#trust'
import { openHeed } from '../server/app.ts'
import { register } from '../server/listen/imports/bring-in.ts'
import { storeFile } from '../server/listen/imports/run-import.ts'
import { fileSource } from '../server/listen/imports/source.ts'
import { findImport } from '../server/listen/imports/store.ts'
import { sentences } from './support/sentences.ts'

const { values } = parseArgs({ options: { rows: { type: 'string', default: '200000' } } })
const count = Number(values.rows)
const folder = mkdtempSync(join(tmpdir(), 'heed-bench-'))
chmodSync(folder, 0o777)
const file = join(folder, 'voices.csv')
await writeFile(file, count)

const heed = await openHeed(readConfig({ HEED_DATA: join(folder, 'data'), LOG_LEVEL: 'error' }))
const { app } = heed
const workspace = await foundWorkspace(app, null, { name: 'Bench' })
const who = actingIn(workspace.id)
const owner = new pg.Client({ ...app.db.source.owner, application_name: 'heed:bench' })
await owner.connect()
await heed.startWork()

const source = await fileSource(file)
const seconds = (since: number) => (performance.now() - since) / 1000
let longest = 0
let last = performance.now()
const pulse = setInterval(() => {
  const now = performance.now()
  longest = Math.max(longest, now - last - 10)
  last = now
}, 10)

const begin = performance.now()
const { id } = await register(app, who, { id: newId(), name: 'voices.csv', size: source.size, source })
const row = await app.db.inWorkspace(who.workspaceId, (tx) => findImport(tx, id))
await storeFile(app, who, row!, source)
const stored = seconds(begin)
await unreadGone()
const read = seconds(begin)
clearInterval(pulse)
await app.events.settled()

const dump = join(folder, 'rows.copy')
mkdirSync(folder, { recursive: true })
const columns =
  'workspace_id, id, person_id, source, channel, fingerprint, external_id, title, text, question, language, score_kind, score, said_at, received_at, import_id, attributes'
await owner.query(`copy (select ${columns} from listen.voice order by id) to '${dump}'`)
const found = await owner.query<{ n: number }>('select count(*)::int as n from understand.reading')
await owner.query('truncate listen.voice cascade')
await owner.query('checkpoint')
const copyBegin = performance.now()
await owner.query(`copy listen.voice (${columns}) from '${dump}'`)
const copied = seconds(copyBegin)
await owner.end()
await heed.close()
rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })

const rate = (time: number) => `${Math.round(count / time).toLocaleString('en-GB')} rows/s`
process.stdout.write(
  `${count.toLocaleString('en-GB')} voices, ${found.rows[0]!.n.toLocaleString('en-GB')} read\n` +
    `stored              ${stored.toFixed(1)} s   ${rate(stored)}\n` +
    `stored and read     ${read.toFixed(1)} s   ${rate(read)}   (searchable from the moment they are stored)\n` +
    `raw COPY            ${copied.toFixed(1)} s   ${rate(copied)}\n` +
    `ratio to raw COPY   ${(copied / read).toFixed(2)} (goal 0.25; stored alone ${(copied / stored).toFixed(2)})\n` +
    `longest pause of the event loop ${Math.round(longest)} ms\n`,
)

async function unreadGone(): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ n: number }>(
      // What may speak of danger is told to people and read by no machine.
      'select (select count(*) from listen.voice where not crisis)::int - (select count(*) from understand.reading)::int as n',
    )
    if (rows[0]!.n <= 0) return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

async function writeFile(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path)
  out.write('id,text,stars,date,email\n')
  const say = sentences(7)
  for (let n = 0; n < rows; n += 1) {
    const { text, stars } = say()
    const at = new Date(Date.UTC(2024, 0, 1) + n * 400_000).toISOString()
    if (!out.write(`${n},"${text.replaceAll('"', '""')}",${stars},${at},person${n % 40_000}@mail.example\n`))
      await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
