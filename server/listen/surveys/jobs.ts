/** What surveys do later. */
import type { App, JobRow } from '#platform'
import { GATHER, gatherLeft } from './gather-voice.ts'

export const surveyJobs: JobRow<App>[] = [
  {
    queue: GATHER,
    run: (app, { workspaceId, responseId }: { workspaceId: string; responseId: string }) =>
      gatherLeft(app, workspaceId, responseId),
  },
]
