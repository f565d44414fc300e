/**
 * What Heed takes and how soon it is there: start cold and warm, memory of all its processes idle and under load
 * (proportional set size, so that shared pages count once), the first page in a real browser and its scripts.
 *
 *     node bench/footprint.ts        (Linux; needs the built pages: npm run build)
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser, visit } from '#test/browser'
import { clearFolder, databasePid, firstRun, scratchFolder, serveHeed, type Running } from '#test/process'
import { sentences } from './support/sentences.ts'

const folder = scratchFolder()

async function timed<Value>(work: () => Promise<Value>): Promise<[Value, number]> {
  const since = performance.now()
  return [await work(), performance.now() - since]
}

/** The node process, the postmaster and its children. */
function footprint(heed: Running): { total: number; node: number; database: number } {
  const postmaster = databasePid(folder)
  let node = 0
  let database = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      const own = Number(pid) === heed.child.pid || parent === heed.child.pid
      const ofDatabase = Number(pid) === postmaster || parent === postmaster
      if (!own && !ofDatabase) continue
      const kilobytes = Number(/Pss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
      if (own) node += kilobytes
      else database += kilobytes
      readlinkSync(`/proc/${pid}/exe`)
    } catch {
      // Gone meanwhile.
    }
  }
  return {
    total: Math.round((node + database) / 1024),
    node: Math.round(node / 1024),
    database: Math.round(database / 1024),
  }
}

const memory = (label: string, { total, node, database }: ReturnType<typeof footprint>) =>
  process.stdout.write(`${label.padEnd(34)}${total} MB (node ${node}, database ${database})\n`)

const [first, cold] = await timed(() => serveHeed(folder))
process.stdout.write(`${'first start, empty folder'.padEnd(34)}${(cold / 1000).toFixed(2)} s\n`)
const maren = await firstRun(first.url)
await first.stop()
const [heed, warm] = await timed(() => serveHeed(folder))
process.stdout.write(`${'second start'.padEnd(34)}${(warm / 1000).toFixed(2)} s (goal 2)\n`)
await sleep(20_000)
memory('memory idle', footprint(heed))

const say = sentences(3)
const headers = { cookie: maren.cookie, 'heed-workspace': maren.workspaceId, 'content-type': 'application/json' }
let most = footprint(heed)
for (let round = 0; round < 30; round += 1) {
  const voices = Array.from({ length: 1000 }, (_, n) => ({
    text: say().text,
    source: 'bench',
    externalId: `${round}-${n}`,
  }))
  await fetch(`${heed.url}/api/v1/voices`, { method: 'POST', headers, body: JSON.stringify({ voices }) })
  await Promise.all(['today', 'voices', 'outcomes'].map((page) => fetch(`${heed.url}/api/v1/${page}`, { headers })))
  const now = footprint(heed)
  if (now.total > most.total) most = now
}
memory('memory at most, 30,000 voices in', most)

const browser = await openBrowser()
const { page, context } = await visit(browser, heed.url)
await context.addCookies(
  maren.cookie.split('; ').map((pair) => ({
    name: pair.slice(0, pair.indexOf('=')),
    value: pair.slice(pair.indexOf('=') + 1),
    url: heed.url,
  })),
)
const sizes = new Map<string, number>()
page.on('response', async (response) => {
  if (response.request().resourceType() !== 'script') return
  sizes.set(response.url(), (await response.request().sizes()).responseBodySize)
})
const [, shown] = await timed(async () => {
  await page.goto(`/w/${maren.workspaceId}/today`)
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
})
await page.waitForLoadState('networkidle')
const bytes = [...sizes.values()].reduce((all, size) => all + size, 0)
process.stdout.write(`${'first page in a browser'.padEnd(34)}${(shown / 1000).toFixed(2)} s\n`)
process.stdout.write(
  `${'scripts on first load'.padEnd(34)}${Math.round(bytes / 1024)} kB as sent (${sizes.size} files; goal 180 kB gzipped)\n`,
)
await browser.close()
await heed.stop()
await clearFolder(folder)
