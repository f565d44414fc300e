/**
 * Words of danger do not stay longer than they are needed: so many days after a person closed it, the voice goes with its
 * case, its notes and the survey answers it came from. What is open stays, however old: nothing is closed by a clock.
 */
import type { App } from '#platform'
import { removeCrises } from '#listen'
import { actingIn, arrangedFor, listWorkspaces, record } from '#trust'
import { listClosedBefore } from './store.ts'

const DAY_MS = 86_400_000

export async function forgetCrises(app: App, workspaceId: string): Promise<number> {
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const { keepDays } = await arrangedFor(tx)
    const due = await listClosedBefore(tx, new Date(app.clock.now().getTime() - keepDays * DAY_MS))
    const { ids, hours } = await removeCrises(tx, due)
    if (ids.length === 0) return 0
    await app.events.emit(tx, workspaceId, 'voices.removed', { hours })
    await record(app, tx, actingIn(workspaceId), {
      deed: 'crisis.forgotten',
      particulars: { count: ids.length, keepDays },
    })
    return ids.length
  })
}

export async function forgetAllCrises(app: App): Promise<void> {
  for (const { workspaceId } of await app.db.asSystem(listWorkspaces)) await forgetCrises(app, workspaceId)
}
