/** What is let go by the clock. */
import type { App, JobRow } from '#platform'
import { letGoEverywhere } from './let-go.ts'

export const retentionJobs: JobRow<App>[] = [
  { queue: 'trust.let-go', cron: '20 1 * * *', retryLimit: 2, expireInSeconds: 4 * 3600, run: letGoEverywhere },
]
