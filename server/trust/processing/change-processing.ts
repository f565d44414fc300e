/** Write down what only an owner can say in the record of processing. */
import type { App } from '#platform'
import type { Who } from '../who.ts'
import type { ProcessingOwn } from './contract.ts'
import { putOwn } from './store.ts'

export async function changeProcessing(app: App, who: Who, own: ProcessingOwn): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, (tx) =>
    putOwn(tx, who.workspaceId, { ...own, changedBy: who.name, changedAt: app.clock.now() }),
  )
}
