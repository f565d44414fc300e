// Everything that must hold, in one command: types, lint, format, architecture, units, database, HTTP, browser journeys.
//   npm test                    on the embedded PostgreSQL
//   npm run test:external       on another PostgreSQL: HEED_TEST_DATABASE_URL, else the system's own, started for the tests
//   npm test -- --only=PATTERN  only test files whose path contains PATTERN
import { spawn, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'
import { openSystemPostgres } from './system-postgres.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const external = process.argv.includes('--external')
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? ''
const say = (text) => process.stdout.write(`\n── ${text}\n`)
const scratch = mkdtempSync(join(tmpdir(), 'heed-tests-'))
const env = { ...process.env, HEED_TEST_FOLDER: join(scratch, 'database'), NODE_ENV: 'test', FORCE_COLOR: '0' }
const results = []
let stopDatabase = async () => {}

async function step(name, command, args) {
  if (only && name !== 'tests') return
  const since = Date.now()
  say(name)
  const code = await new Promise((resolve) =>
    spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).once('close', resolve),
  )
  results.push({ name, ok: code === 0, seconds: (Date.now() - since) / 1000 })
}

const bin = (name) => join(root, 'node_modules', '.bin', name)

try {
  if (!external) {
    await step('types', bin('tsc'), ['--noEmit'])
    await step('lint', bin('oxlint'), ['--deny-warnings'])
    await step('format', bin('prettier'), ['--check', '--log-level', 'warn', '.'])
  } else {
    const database = await openSystemPostgres(scratch)
    env.HEED_TEST_DATABASE_URL = database.url
    stopDatabase = database.stop
    say(`PostgreSQL at ${database.about}`)
  }
  const chromium = findChromium()
  if (chromium) env.HEED_TEST_CHROMIUM = chromium
  else say('No Chromium could be found or installed: the browser journeys cannot run and count as failed.')
  const files = globSync(
    [
      'server/**/*.test.ts',
      'engine/**/*.test.ts',
      'web/**/*.test.ts',
      'bench/**/*.test.ts',
      'test/*.test.ts',
      'test/journeys/*.test.ts',
    ],
    { cwd: root },
  )
    .filter((file) => !file.includes('node_modules') && file.includes(only))
    .sort()
  await step('tests', bin('node'), [
    '--test',
    `--test-concurrency=${availableParallelism()}`,
    '--test-timeout=600000',
    '--test-reporter=spec',
    ...files,
  ])
} finally {
  await stopDatabase()
  // The test files shared one embedded server; the last to close stops it, and a killed one is stopped here.
  spawnSync('pkill', ['-INT', '-f', `postgres -D ${join(scratch, 'database')}`])
  rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
}

say('Result')
for (const { name, ok, seconds } of results)
  process.stdout.write(`${ok ? '✔' : '✖'} ${name} (${seconds.toFixed(1)} s)\n`)
const failed = results.filter((result) => !result.ok).length
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
