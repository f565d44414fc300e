/**
 * Attacks a Heed of its own, on a scratch folder and the loopback alone, in every way we know, and prints what it survived:
 *
 *     npm run attack
 *     npm run attack -- --only fuzzing --requests 50000 --seed 7
 *
 * Ends with 1 if anything was not survived; each finding says what reproduces it. The seed decides what is tried.
 */
import { parseArgs } from 'node:util'
import { ATTACKS } from './attack/attacks.ts'
import { openTarget, type Result } from './attack/target.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
})
const chosen = ATTACKS.filter(({ name }) => name.startsWith(values.only))
if (chosen.length === 0) {
  console.error(`There is no attack called ${values.only}. There are: ${ATTACKS.map(({ name }) => name).join(', ')}`)
  process.exit(64)
}

const since = Date.now()
const target = await openTarget({ requests: Number(values.requests), seed: Number(values.seed), share: 1 })
/** Whatever ends this, nothing stays behind: no process, no folder. */
const leave = (code: number, error?: unknown) => {
  if (error) console.error(error)
  void target.end().finally(() => process.exit(code))
}
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stopped = true
    leave(130)
  })
// Once it was told to stop, what is still under way breaks; that is no news.
process.on('unhandledRejection', (error) => (stopped ? undefined : leave(70, error)))

const width = 46
const line = (name: string, tried: string | number, survived: string | number, seconds: string) =>
  console.log(
    `${name.padEnd(width)} ${String(tried).padStart(8)}  ${String(survived).padStart(8)}  ${seconds.padStart(7)}`,
  )
line('attack', 'tried', 'survived', 'seconds')
const results: Result[] = []
try {
  for (const { name, attack } of chosen) {
    const start = Date.now()
    const result = await attack(target).catch((error: unknown): Result => {
      if (stopped) throw error
      const why = (error as Error).stack ?? String(error)
      return { name, tried: 1, survived: 0, findings: [`the attack itself broke: ${why}`] }
    })
    results.push(result)
    line(result.name, result.tried, result.survived, seconds(start))
    for (const finding of result.findings) console.log(`  ✖ ${finding}\n`)
  }
} finally {
  await target.end()
}
const tried = results.reduce((sum, one) => sum + one.tried, 0)
const survived = results.reduce((sum, one) => sum + one.survived, 0)
line('all', tried, survived, seconds(since))
process.exitCode = survived === tried ? 0 : 1

function seconds(from: number): string {
  return ((Date.now() - from) / 1000).toFixed(1)
}
