/**
 * Who was erased, so that an older backup does not bring them back and an older list does not get them written to again.
 * Lines of `workspace hash moment` (and ` idle` for whoever went by a rule, at nobody's wish) in a file beside the
 * database, which a restore does not overwrite; the same stands in the database. A hash is HMAC-SHA256 with a key made from
 * this installation's secret, over workspace and record: with the list alone nobody can be found or guessed.
 */
import { createHmac } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export type Erased = { workspaceId: string; hash: string; erasedAt: Date; atWish: boolean }

const FILE = 'erased.list'
const LINE = /^([0-9a-f-]{36}) ([0-9a-f]{64}) (\S+)( idle)?$/

export const erasureListPath = (dataFolder: string): string => join(dataFolder, FILE)

/** `what` is `person <id>`, or an identity as it is compared (`email ada@brandt.example`). */
export function hashErased(secret: string, workspaceId: string, what: string): string {
  const key = createHmac('sha256', secret).update('erasure list').digest()
  return createHmac('sha256', key).update(`${workspaceId} ${what}`).digest('hex')
}

/** On the disk before anything is erased, not only in its cache. */
export function writeErasureList(path: string, rows: Erased[]): void {
  const file = openSync(path, 'a', 0o600)
  try {
    writeSync(
      file,
      rows
        .map((row) => `${row.workspaceId} ${row.hash} ${row.erasedAt.toISOString()}${row.atWish ? '' : ' idle'}\n`)
        .join(''),
    )
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A torn last line, as a power cut leaves it, is passed over: its erasure had not begun. */
export function readErasureList(path: string): Erased[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, workspaceId, hash, at, idle] = LINE.exec(line) ?? []
      const erasedAt = new Date(at ?? '')
      return workspaceId && hash && !Number.isNaN(erasedAt.getTime())
        ? [{ workspaceId, hash, erasedAt, atWish: !idle }]
        : []
    })
}
