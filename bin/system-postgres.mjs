// A PostgreSQL other than ours for the tests: the one named by HEED_TEST_DATABASE_URL, else the system's, in a scratch
// cluster on loopback. As root it runs as the user postgres, because PostgreSQL refuses root.
import { spawnSync } from 'node:child_process'
import { chmodSync, globSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const newestBin = () =>
  globSync('/usr/lib/postgresql/*/bin')
    .sort((a, b) => Number(a.split('/')[4]) - Number(b.split('/')[4]))
    .at(-1)

function install() {
  if (process.getuid?.() !== 0) return
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql', 'postgresql-contrib'], options)
}

export async function openSystemPostgres(scratch) {
  const given = process.env.HEED_TEST_DATABASE_URL
  if (given) return { url: given, about: 'HEED_TEST_DATABASE_URL', stop: async () => {} }
  if (!newestBin()) install()
  const folder = newestBin()
  if (!folder)
    throw new Error('There is no PostgreSQL on this system. Install one, or name one with HEED_TEST_DATABASE_URL.')
  const base = join(scratch, 'system')
  mkdirSync(base, { recursive: true })
  chmodSync(scratch, 0o755)
  chmodSync(base, 0o777)
  const cluster = join(base, 'cluster')
  const port = await freePort()
  const as = (command) => {
    const [program, args] =
      process.getuid?.() === 0 ? ['su', ['postgres', '-s', '/bin/sh', '-c', command]] : ['sh', ['-c', command]]
    const { status, stderr } = spawnSync(program, args, {
      cwd: '/',
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(`${command}: ${stderr}`)
  }
  as(`${folder}/initdb -D ${cluster} -U tester --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync`)
  as(
    `${folder}/pg_ctl -D ${cluster} -w -l ${base}/log -o "-p ${port} -k ${base} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200" start`,
  )
  return {
    url: `postgres://tester@127.0.0.1:${port}/postgres`,
    about: `${folder} on port ${port}`,
    stop: async () => as(`${folder}/pg_ctl -D ${cluster} -w -m immediate stop`),
  }
}
