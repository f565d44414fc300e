/**
 * What counting requests adds to each of them: node bench/limits.ts [--requests=20000]
 *
 * The same cheap route is asked with limits and without, in turns, in one process and without a network; the figure is the
 * difference of the medians. Then the counting alone, with as many addresses as a busy day brings.
 */
import {
  createHttp,
  createLimits,
  createLog,
  createMetrics,
  NO_LIMITS,
  systemClock,
  type App,
  type Limits,
} from '#platform'
import { POLICIES } from '../server/platform/limits.ts'

const flag = (name: string, otherwise: number): number =>
  Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise)
const REQUESTS = flag('requests', 20_000)
const LIMIT_MS = 0.2

function mouthWith(limits: Limits) {
  const app = {
    config: { url: 'http://heed.example', proxies: 1 },
    log: createLog('silent'),
    metrics: createMetrics(),
    clock: systemClock,
    limits,
  } as unknown as App
  return createHttp({
    app,
    routes: [{ method: 'get', path: '/bread', permit: 'x', summary: '', tag: '', run: async () => ({ warm: true }) }],
    refusals: {},
    identify: async () => ({ key: 'till', workspace: 'bakery' }),
    permit: () => undefined,
    countedAs: (who: { key: string; workspace: string }) => who,
    record: async () => undefined,
    otherwise: async () => null,
  })
}

async function time(http: ReturnType<typeof mouthWith>, n: number): Promise<number> {
  const request = new Request('http://heed.example/api/v1/bread', {
    headers: { 'x-forwarded-for': `198.51.${(n >> 8) & 255}.${n & 255}` },
  })
  const since = performance.now()
  const response = await http.fetch(request)
  const took = performance.now() - since
  if (response.status !== 200) throw new Error(`answered ${response.status}`)
  return took
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

const [counted, uncounted] = [mouthWith(createLimits({ generosity: 1e6 })), mouthWith(NO_LIMITS)]
for (let n = 0; n < 2_000; n += 1) await Promise.all([time(counted, n), time(uncounted, n)])
const [withLimits, without]: [number[], number[]] = [[], []]
for (let n = 0; n < REQUESTS; n += 1) {
  withLimits.push(await time(counted, n))
  without.push(await time(uncounted, n))
}
const added = median(withLimits) - median(without)

const limits = createLimits()
const now = Date.now()
const BATCH = 500
const batches: number[] = []
for (let batch = 0; batch < 400; batch += 1) {
  const since = performance.now()
  for (let n = batch * BATCH; n < (batch + 1) * BATCH; n += 1)
    limits.take(
      [
        { policy: POLICIES.address, subject: `198.51.${n % 250}.${n % 251}` },
        { policy: POLICIES.workspace, subject: `workspace ${n % 40}` },
      ],
      1,
      now + n,
    )
  batches.push((performance.now() - since) / BATCH)
}
const alone = median(batches)

console.log(`a request with limits     ${median(withLimits).toFixed(4)} ms (median of ${REQUESTS})`)
console.log(`the same without          ${median(without).toFixed(4)} ms`)
console.log(`limits add                ${added.toFixed(4)} ms, at most ${LIMIT_MS} ms allowed`)
console.log(
  `counting alone            ${(alone * 1000).toFixed(2)} µs (median of 400 batches of 500; 62,750 addresses, 40 workspaces)`,
)
process.exitCode = added < LIMIT_MS ? 0 : 1
