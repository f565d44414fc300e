/** Heed as people run it: a process of its own on a data folder, started, killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export type Running = {
  url: string
  child: ChildProcess
  said: () => string
  stop: () => Promise<number | null>
  kill: () => Promise<void>
}

export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), 'heed-run-'))

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** On another PostgreSQL (npm run test:external) each folder has a database of its own there. */
async function environment(folder: string, extra: Record<string, string>) {
  const { DATABASE_URL: _, ...rest } = process.env
  const address = await externalDatabase(folder)
  const own = address ? { DATABASE_URL: address } : {}
  return { ...rest, ...own, HEED_DATA: folder, LOG_LEVEL: 'error', ...extra }
}

/** The address of the database of a folder, with the rights of its owner; null where it is the embedded one. */
export async function externalDatabase(folder: string): Promise<string | null> {
  const server = process.env.HEED_TEST_DATABASE_URL
  return server ? databaseOn(server, folder) : null
}

async function databaseOn(server: string, folder: string): Promise<string> {
  const name = `run_${basename(folder)
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .toLowerCase()}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const { rows } = await admin.query('select 1 from pg_database where datname = $1', [name])
  if (rows.length === 0) await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function heed(
  folder: string,
  args: string[],
  extra: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const env = await environment(folder, extra)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['server/cli.ts', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => (out += chunk))
    child.stderr.on('data', (chunk) => (err += chunk))
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

/** A minute is much for a start; a machine with much else to do may need more. */
const START_LIMIT_MS = 180_000

export async function serveHeed(folder: string, extra: Record<string, string> = {}): Promise<Running> {
  for (let tries = 1; ; tries += 1) {
    const started = await start(folder, extra)
    if (started !== 'port taken') return started
    if (tries === 20) throw new Error('no port stayed free for long enough')
  }
}

/** A port found free may be somebody else's by the time Heed has opened its database and listens. */
async function start(folder: string, extra: Record<string, string>): Promise<Running | 'port taken'> {
  const port = extra.PORT ? Number(extra.PORT) : await freePort()
  const child = spawn(process.execPath, ['server/cli.ts', 'serve'], {
    env: await environment(folder, { PORT: String(port), ...extra }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  let over = false
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      over = true
      resolve(code)
    }),
  )
  for (const until = Date.now() + START_LIMIT_MS; !/Heed is open/.test(said);) {
    if (over && said.includes(`Port ${port} is taken`) && !('PORT' in extra)) return 'port taken'
    if (!over && Date.now() > until) child.kill('SIGKILL')
    if (over || Date.now() > until) throw new Error(`Heed did not open: ${said}`)
    await sleep(50)
  }
  return {
    url: `http://localhost:${port}`,
    child,
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM')
      return ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Process number of the database on this folder, if one runs. */
export function databasePid(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? -1 : null
  }
}

/** Ends whatever still runs on the folder, and the folder. */
export async function clearFolder(folder: string): Promise<void> {
  const pid = databasePid(folder)
  if (pid && pid > 0) process.kill(pid, 'SIGINT')
  for (const until = Date.now() + 60_000; databasePid(folder) && Date.now() < until;) await sleep(25)
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

export async function firstRun(url: string): Promise<{
  cookie: string
  workspaceId: string
  post: (path: string, body: unknown) => Promise<Response>
  get: (path: string) => Promise<Response>
}> {
  const response = await fetch(`${url}/api/v1/first-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: 'Maren Lind',
      email: 'maren@lindenrye.example',
      password: 'bread and butter',
      workspace: 'Linden & Rye',
    }),
  })
  const { workspaceId } = (await response.json()) as { workspaceId: string }
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const headers = { cookie, 'heed-workspace': workspaceId, 'content-type': 'application/json' }
  return {
    cookie,
    workspaceId,
    post: (path, body) => fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    get: (path) => fetch(`${url}/api/v1${path}`, { headers }),
  }
}
