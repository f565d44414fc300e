/** Prove that a backup can be restored: into a database of its own, compared row by row, brought up to date, and dropped. */
import { Refusal, type Source } from '#platform'
import { countRows, readBackup, withScratch, type BackupReport, type Restored } from './store.ts'

/** Refuses if anything differs; the message names the table. A backup without checksums is compared by counts alone. */
export function checkBackup(source: Source, path: string, key: string | null): Promise<Restored> {
  return withScratch(source, (scratch) =>
    readBackup(scratch, path, key, async ({ report }) => refuseDifference(path, report, await countRows(scratch))),
  )
}

function refuseDifference(path: string, written: BackupReport, found: BackupReport): void {
  for (const [table, tally] of Object.entries(written.tables)) {
    const restored = found.tables[table]
    if (restored?.rows !== tally.rows)
      throw new Refusal(
        'backup_differs',
        `${path} was written with ${tally.rows} rows of ${table}, but restoring it gives ${restored?.rows ?? 0}.`,
      )
    if (tally.digest !== '' && restored.digest !== tally.digest)
      throw new Refusal('backup_differs', `Restoring ${path} gives other rows of ${table} than were written.`)
  }
}
