/** What trust does by the clock. */
import type { App, JobRow } from '#platform'
import { consentJobs } from './consent/jobs.ts'
import { makeBackup } from './backup/make-backup.ts'
import { retentionJobs } from './retention/jobs.ts'
import { rightsJobs } from './rights/jobs.ts'
import { sealAudit } from './audit/verify-audit.ts'
import { oversightJobs } from './oversight/jobs.ts'
import { listWorkspaces } from './workspaces/store.ts'

export const trustJobs: JobRow<App>[] = [
  ...consentJobs,
  ...rightsJobs,
  ...oversightJobs,
  ...retentionJobs,
  {
    queue: 'trust.make-backup',
    cron: '23 2 * * *',
    // A second try would find the same full disk; the next night, or a person, tries again.
    retryLimit: 1,
    expireInSeconds: 6 * 3600,
    run: async (app, { asked }: { asked?: boolean }) => {
      if (app.config.backup.daily || asked) await makeBackup(app)
    },
  },
  {
    queue: 'trust.seal-audit',
    cron: '17 3 * * *',
    run: async (app) => {
      const workspaces = await app.db.asSystem(listWorkspaces)
      const sealed = await sealAudit(
        app,
        workspaces.map((row) => row.workspaceId),
      )
      app.log.info('audit.sealed', { workspaces: sealed })
    },
  },
]
