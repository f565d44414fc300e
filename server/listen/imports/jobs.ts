/** The run of an import as a job; what a killed process left half done is asked for again when workers start. */
import type { App, JobRow } from '#platform'
import { listWorkspaces } from '#trust'
import { RUN_QUEUE, runImport } from './run-import.ts'
import { listUnfinished } from './store.ts'

type Payload = { workspaceId: string; importId: string; dry: boolean }

export const importJobs: JobRow<App>[] = [
  {
    queue: RUN_QUEUE,
    expireInSeconds: 6 * 3600,
    run: (app, { workspaceId, importId, dry }: Payload) => runImport(app, workspaceId, importId, dry),
    atStart: async (app) => {
      for (const { workspaceId } of await app.db.asSystem(listWorkspaces)) {
        await app.db.inWorkspace(workspaceId, async (tx) => {
          for (const { id, status } of await listUnfinished(tx)) {
            await app.jobs.enqueue(
              tx,
              RUN_QUEUE,
              { workspaceId, importId: id, dry: status === 'checking' } satisfies Payload,
              { key: id },
            )
          }
        })
      }
    },
  },
]
