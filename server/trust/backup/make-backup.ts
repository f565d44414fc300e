/** The nightly backup: written, checked once a week, and old ones let go. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { freeBytes, Refusal, type App, type Config } from '#platform'
import { ownBackupKey } from './backup-key.ts'
import { readJournal, writeJournal, type BackupRow } from './backup-journal.ts'
import { checkBackup } from './check-backup.ts'
import { outdated } from './rotation.ts'
import { writeBackup } from './store.ts'

const NAME = /^heed-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/
const CHECK_EVERY_MS = 7 * 86_400_000

export const nameAt = (at: Date): string => `heed-${at.toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`

/** The backups that lie in the folder now, newest first, with what is known of each. */
export function listBackups(config: Config): BackupRow[] {
  const { folder } = config.backup
  const known = new Map(readJournal(config).map((row) => [row.name, row]))
  return namesIn(folder)
    .map((name) => {
      const [, day, hour, minute, second] = NAME.exec(name)!
      const at = `${day}T${hour}:${minute}:${second}.000Z`
      return known.get(name) ?? { name, at, bytes: statSync(join(folder, name)).size, rows: null, check: null }
    })
    .sort((left, right) => (left.at < right.at ? 1 : -1))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => NAME.test(name))
  } catch {
    return []
  }
}

export async function makeBackup(app: Pick<App, 'config' | 'db' | 'clock' | 'log' | 'secret'>): Promise<BackupRow> {
  const { config } = app
  const { folder } = config.backup
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  refuseWithoutRoom(config)
  const at = app.clock.now()
  const name = nameAt(at)
  const path = join(folder, name)
  const report = await writeBackup(app.db.source, path, { secret: app.secret, at, key: ownBackupKey(config) })
  const row: BackupRow = {
    name,
    at: at.toISOString(),
    bytes: statSync(path).size,
    rows: report.rows,
    check: isCheckDue(config, at) ? await check(app, path) : null,
  }
  const gone = outdated([row, ...listBackups(config).filter((one) => one.name !== name)].map(withDate))
  for (const { name: old } of gone) rmSync(join(folder, old), { force: true })
  const left = new Set(gone.map(({ name: old }) => old))
  writeJournal(config, [row, ...readJournal(config).filter((one) => one.name !== name && !left.has(one.name))])
  app.log.info('backup.made', {
    bytes: row.bytes,
    rows: row.rows,
    checked: row.check?.sound ?? null,
    let_go: gone.length,
  })
  return row
}

const withDate = (row: BackupRow) => ({ ...row, at: new Date(row.at) })

/** Twice the last one's size must be free: a backup that fills the disk would stop the house it is to protect. */
function refuseWithoutRoom(config: Config): void {
  const last = listBackups(config)[0]
  const free = freeBytes(config.backup.folder)
  if (last && free !== null && free < last.bytes * 2)
    throw new Refusal(
      'disk_full',
      `There is no room for a backup in ${config.backup.folder}. Free some space, or choose another disk with HEED_BACKUP_FOLDER.`,
    )
}

function isCheckDue(config: Config, now: Date): boolean {
  const last = readJournal(config).find((row) => row.check !== null)
  return !last || now.getTime() - new Date(last.at).getTime() >= CHECK_EVERY_MS
}

async function check(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>, path: string): Promise<BackupRow['check']> {
  const at = () => app.clock.now().toISOString()
  try {
    await checkBackup(app.db.source, path, ownBackupKey(app.config))
    return { at: at(), sound: true, why: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    app.log.error('backup.unsound', { error })
    return { at: at(), sound: false, why: error.message }
  }
}
