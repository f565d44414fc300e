/** The data folder: made on first use, checked before anything relies on it, and served by one process at a time. */
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './refusal.ts'

/** Below this PostgreSQL would soon stop in the middle of something; better to say so before starting. */
const NEEDED_BYTES = 200 * 1024 * 1024

export function prepareFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 })
    const probe = join(path, `.probe-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOSPC')
      throw new Refusal(
        'disk_full',
        `The disk that holds ${path} is full. Free some space and start Heed again; nothing is lost.`,
      )
    throw new Refusal(
      'data_folder_unusable',
      `Heed cannot write to its data folder ${path} (${code}). Make it writable, or choose another with HEED_DATA.`,
    )
  }
  const free = freeBytes(path)
  if (free !== null && free < NEEDED_BYTES) {
    throw new Refusal(
      'disk_full',
      `Only ${Math.floor(free / 1048576)} MB are free where ${path} is; Heed needs 200 MB to work safely. Free some space and start again; nothing is lost.`,
    )
  }
}

/**
 * Kept free while Heed runs. Where PostgreSQL meets the end of the disk with its log, it ends, and cannot start before
 * somebody makes room; so nothing new is taken in while there is still enough to finish what is under way.
 */
const RESERVED_BYTES = 64 * 1024 * 1024

export function nearlyFull(path: string): boolean {
  const free = freeBytes(path)
  return free !== null && free < RESERVED_BYTES
}

export function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  } catch {
    return null
  }
}

/**
 * Makes this process the one that serves the folder. The file holds the process number and its start time, because a
 * number alone may have been given to something else after a crash. Returns the function that lets go.
 */
export function claimFolder(path: string): () => void {
  return claim(
    path,
    'serving',
    (pid) =>
      `Heed is already running on ${path} (process ${pid}). Stop it first, or choose another folder with HEED_DATA.`,
  )
}

/** For the moment in which the database is looked for and started: whoever comes second waits, then finds it running. */
export async function claimOpening(path: string, waitMs: number = 90_000): Promise<() => void> {
  for (const until = Date.now() + waitMs; ;) {
    try {
      return claim(
        path,
        'opening',
        (pid) => `Another Heed (process ${pid}) is opening the database in ${path} and does not finish.`,
      )
    } catch (error) {
      if (!(error instanceof Refusal) || Date.now() > until) throw error
      await sleep(50)
    }
  }
}

function claim(path: string, name: string, taken: (pid: string) => string): () => void {
  const file = join(path, name)
  const draft = `${file}-${process.pid}`
  const mine = `${process.pid} ${startedAt(process.pid)}`
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      // Linked into place whole: nobody ever reads a claim that is still being written.
      writeFileSync(draft, mine)
      linkSync(draft, file)
      return () => {
        if (readOr(file) === mine) rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
    const [pid, started] = (readOr(file) ?? '').split(' ')
    if (pid && isAlive(Number(pid)) && startedAt(Number(pid)) === started) {
      throw new Refusal('data_folder_in_use', taken(pid))
    }
    takeAway(file, `${pid} ${started}`)
  }
  throw new Refusal('data_folder_in_use', `Another Heed is just starting on ${path}.`)
}

/** Removes a dead process's claim, unless somebody else has put a living one in its place meanwhile. */
function takeAway(file: string, dead: string): void {
  const aside = `${file}-dead-${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (readOr(aside) !== dead.trim() && !existsSync(file)) renameSync(aside, file)
  else rmSync(aside, { force: true })
}

function readOr(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Start time of a process in clock ticks since boot (Linux), or nothing where there is no /proc. */
function startedAt(pid: number): string {
  const stat = readOr(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
}
