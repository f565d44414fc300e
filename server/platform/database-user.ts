/**
 * PostgreSQL refuses to run as root. When Heed itself runs as root (a container, a small server) the database becomes
 * another user: the owner of the database if there is one already, else `postgres`, else `nobody`. Such a user cannot
 * walk to a checkout or data folder under /root; there the database runs in a user namespace instead, in which root's
 * own files belong to `nobody` and root is not root any more.
 */
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.ts'

export type DatabaseUser = {
  way: 'same' | 'become' | 'namespace'
  /** Who owns the database's files, as this process sees it. */
  uid: number
  gid: number
}

/** `nobody` on every Linux; inside the namespace it stands for root. */
const NOBODY = 65_534

export function databaseUser(dataFolder: string): DatabaseUser {
  const uid = process.getuid?.() ?? 0
  if (uid !== 0 || process.platform === 'win32') return { way: 'same', uid, gid: process.getgid?.() ?? 0 }
  const places = [dataFolder, fileURLToPath(new URL('../../node_modules', import.meta.url))]
  const inNamespace: DatabaseUser = { way: 'namespace', uid: 0, gid: 0 }
  const owner = ownerOf(join(dataFolder, 'postgres', 'PG_VERSION'))
  const candidates: DatabaseUser[] =
    owner === null
      ? [{ way: 'become', ...unprivilegedUser() }, inNamespace]
      : owner.uid === 0
        ? [inNamespace]
        : [{ way: 'become', ...owner }]
  const fit = candidates.find((user) => reaches(user, places))
  if (fit) return fit
  throw new Refusal(
    'data_folder_unusable',
    `Heed runs as root, and its database must not; no other user can enter ${dataFolder}. Choose a folder that everyone may pass through, for example HEED_DATA=/var/lib/heed, and keep Heed itself in one too.`,
  )
}

function ownerOf(path: string): { uid: number; gid: number } | null {
  try {
    const { uid, gid } = statSync(path)
    return { uid, gid }
  } catch {
    return null
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody')
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : { uid: NOBODY, gid: NOBODY }
}

function reaches(user: DatabaseUser, places: string[]): boolean {
  const quoted = places.map((place) => `test -x '${place.replaceAll("'", String.raw`'\''`)}'`)
  const [command, args, options] = launch(user, '/bin/sh', ['-c', quoted.join(' && ')])
  return spawnSync(command, args, { ...options, stdio: 'ignore', cwd: '/' }).status === 0
}

export function asDatabaseUser(
  user: DatabaseUser,
  command: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const [program, programArgs, who] = launch(user, command, args)
  return spawn(program, programArgs, {
    ...options,
    ...who,
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  })
}

function launch(user: DatabaseUser, command: string, args: string[]): [string, string[], SpawnOptions] {
  if (user.way === 'same') return [command, args, {}]
  if (user.way === 'become') return [command, args, { uid: user.uid, gid: user.gid }]
  return ['unshare', ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', command, ...args], {}]
}
