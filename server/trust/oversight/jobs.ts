/** What oversight does by the clock: lets go what a person approved. */
import type { App, JobRow } from '#platform'
import { RELEASE_QUEUE, releaseApprovals, releaseEverywhere } from './decide-approval.ts'

export const oversightJobs: JobRow<App>[] = [
  {
    queue: RELEASE_QUEUE,
    run: (app, { workspaceId }: { workspaceId: string }) => releaseApprovals(app, workspaceId),
    atStart: releaseEverywhere,
  },
]
