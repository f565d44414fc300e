/** Show the nightly backups, and ask for one now. */
import type { App } from '#platform'
import type { Who } from '../who.ts'
import type { BackupState } from './contract.ts'
import { listBackups } from './make-backup.ts'

const QUEUE = 'trust.make-backup'

export async function seeBackups(app: App): Promise<BackupState> {
  const { config } = app
  return {
    daily: config.backup.daily,
    folder: config.backup.folder,
    running: await app.jobs.underWay(QUEUE),
    backups: listBackups(config),
    ownKey: config.backupPassphrase === undefined,
  }
}

/** Asked for twice before it began, it runs once. */
export async function askForBackup(app: App, who: Who): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, (tx) => app.jobs.enqueue(tx, QUEUE, { asked: true }, { key: 'asked' }))
  app.jobs.wake(QUEUE)
}
