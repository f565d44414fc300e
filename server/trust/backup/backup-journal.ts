/** What is known of the nightly backups, in a small file beside them: how large, how many rows, and whether each was checked. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '#platform'

const Row = z.object({
  name: z.string(),
  at: z.string(),
  bytes: z.number(),
  rows: z.number().nullable(),
  check: z.object({ at: z.string(), sound: z.boolean(), why: z.string().nullable() }).nullable(),
})
export type BackupRow = z.infer<typeof Row>

const fileIn = (config: Config): string => join(config.backup.folder, 'journal.json')

/** Newest first. A journal that cannot be read is as good as none: the backups themselves are what counts. */
export function readJournal(config: Config): BackupRow[] {
  try {
    return z.array(Row).parse(JSON.parse(readFileSync(fileIn(config), 'utf8')))
  } catch {
    return []
  }
}

export function writeJournal(config: Config, rows: BackupRow[]): void {
  const draft = `${fileIn(config)}.draft`
  writeFileSync(draft, JSON.stringify(rows, null, 2), { mode: 0o600 })
  renameSync(draft, fileIn(config))
}
