/** What listen does by the clock. */
import type { App, JobRow } from '#platform'
import { actingIn, listWorkspaces } from '#trust'
import { forgetReceipts } from './store.ts'
import { importJobs } from './imports/jobs.ts'
import { surveyJobs } from './surveys/jobs.ts'

const RECEIPT_DAYS = 7
const DAY_MS = 86_400_000

export const listenJobs: JobRow<App>[] = [
  ...importJobs,
  ...surveyJobs,
  {
    queue: 'listen.forget-receipts',
    cron: '15 3 * * *',
    run: async (app) => {
      const olderThan = new Date(app.clock.now().getTime() - RECEIPT_DAYS * DAY_MS)
      for (const { workspaceId } of await app.db.asSystem(listWorkspaces))
        await app.db.inWorkspace(actingIn(workspaceId).workspaceId, (tx) => forgetReceipts(tx, olderThan))
    },
  },
]
