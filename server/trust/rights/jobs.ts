/** What happens to people's rights without anybody waiting for it. */
import type { App, JobRow } from '#platform'
import { ERASE_QUEUE, runErasure } from './erase-person.ts'
import { replayWhatIsMissing } from './replay-erasures.ts'

type Erasing = { workspaceId: string; erasureId: string }

export const rightsJobs: JobRow<App>[] = [
  {
    queue: ERASE_QUEUE,
    retryLimit: 20,
    run: (app, { workspaceId, erasureId }: Erasing) => runErasure(app, workspaceId, erasureId),
    atStart: replayWhatIsMissing,
  },
]
