/**
 * Read again what another version of the model read, or what failed, newest first, a page at a time. Harmless when
 * repeated: what is up to date is passed over.
 */
import type { App } from '#platform'
import { isOff, listWorkspaces } from '#trust'
import { READING, REREADING } from '../automations.ts'
import { readAgain } from './read-voices.ts'
import { readersOf } from './readers.ts'
import { anyStale, listStale, type Place, type StalePage } from './store.ts'

const PAGE = 1_000

export async function rereadAll(app: App): Promise<void> {
  const workspaces = await app.db.asSystem(listWorkspaces)
  if (workspaces.length === 0) return
  const version = await readersOf(app).version()
  for (const { workspaceId } of workspaces) {
    const wanted = await app.db.inWorkspace(
      workspaceId,
      async (tx) => !(await isOff(tx, READING)) && !(await isOff(tx, REREADING)) && (await anyStale(tx, version)),
    )
    if (wanted) await reread(app, workspaceId, version)
  }
}

async function reread(app: App, workspaceId: string, version: string): Promise<void> {
  let next: Place | null = null
  let again = 0
  do {
    const after: Place | null = next
    const page: StalePage = await app.db.inWorkspace(workspaceId, (tx) => listStale(tx, version, after, PAGE))
    if (page.voiceIds.length > 0) await readAgain(app, workspaceId, page.voiceIds)
    again += page.voiceIds.length
    next = page.next
  } while (next)
  app.log.info('reading.again', { workspace: workspaceId, version, voices: again })
}
