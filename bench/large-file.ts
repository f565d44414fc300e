/**
 * A file of a hundred megabytes, sent and brought in: how long it takes, what it takes of memory, and that nothing of it
 * is lost. Rows are made up; one in a thousand has no date that is one, and must be told of.
 *
 *     node bench/large-file.ts [MEGABYTES]        (Linux)
 */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { clearFolder, firstRun, scratchFolder, serveHeed } from '#test/process'
import { sentences } from './support/sentences.ts'

const MEGABYTE = 1024 * 1024
const TORN_EVERY = 1000
const wanted = Number(process.argv[2] ?? 100) * MEGABYTE
const folder = scratchFolder()
const say = (label: string, value: string): void => void process.stdout.write(`${label.padEnd(34)}${value}\n`)
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

let rows = 0
let torn = 0

async function* file(): AsyncGenerator<Uint8Array> {
  const next = sentences(7)
  yield Buffer.from('id,text,stars,date\n')
  let size = 0
  while (size < wanted) {
    let part = ''
    for (let line = 0; line < 500; line += 1) {
      const { text, stars } = next()
      rows += 1
      const bad = rows % TORN_EVERY === 0
      if (bad) torn += 1
      part += `r-${rows},"${`${text} `.repeat(8).trim().replaceAll('"', '""')}",${stars},${bad ? 'some day' : '2026-03-01'}\n`
    }
    const chunk = Buffer.from(part)
    size += chunk.byteLength
    yield chunk
  }
}

const heed = await serveHeed(folder)
const highest = (): string =>
  `${Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${heed.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)} MB`
try {
  const maren = await firstRun(heed.url)
  say('resident, at rest (highest)', highest())
  const headers = {
    cookie: maren.cookie,
    'heed-workspace': maren.workspaceId,
    'content-type': 'application/octet-stream',
  }
  let since = performance.now()
  const sent = await fetch(`${heed.url}/api/v1/imports?name=large.csv`, {
    method: 'POST',
    headers,
    body: file(),
    duplex: 'half',
  } as unknown as RequestInit)
  if (sent.status !== 201) throw new Error(await sent.text())
  const { id } = (await sent.json()) as { id: string }
  say(`${Math.round(wanted / MEGABYTE)} MB, ${rows.toLocaleString('en')} rows sent`, seconds(since))
  say('resident, after sending (highest)', highest())
  since = performance.now()
  await maren.post(`/imports/${id}/run`, {})
  type Now = { status: string; failure: string | null; tally: { rows: number; added: number; leftOut: number } }
  let now: Now
  do {
    await sleep(500)
    now = (await (await maren.get(`/imports/${id}`)).json()) as Now
  } while (now.status === 'waiting' || now.status === 'running')
  if (now.status !== 'done') throw new Error(now.failure ?? now.status)
  say('stored', seconds(since))
  say('resident, after storing (highest)', highest())
  const { tally } = now
  const whole = tally.rows === rows && tally.added === rows - torn && tally.leftOut === torn
  say('rows, came in, left out', `${tally.rows}, ${tally.added}, ${tally.leftOut}${whole ? '' : '  not what was sent'}`)
  if (!whole) process.exitCode = 1
} finally {
  await heed.stop()
  await clearFolder(folder)
}
