/** Backups over HTTP: what there is, and one more. The files themselves hold every workspace and never travel this way. */
import type { Route } from '#platform'
import { route } from '../route.ts'
import type { Who } from '../who.ts'
import { BackupState } from './contract.ts'
import { askForBackup, seeBackups } from './see-backups.ts'

const tag = 'Trust'

export const backupRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/backups',
    permit: 'backups.see',
    tag,
    summary: 'The nightly backups of this installation',
    answer: BackupState,
    run: (app) => seeBackups(app),
  }),
  route({
    method: 'post',
    path: '/backups',
    permit: 'backups.see',
    tag,
    summary: 'Make one now',
    status: 202,
    run: (app, who) => askForBackup(app, who),
  }),
]
