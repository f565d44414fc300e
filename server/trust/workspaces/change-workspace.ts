import { Refusal, type App } from '#platform'
import type { Workspace } from '../contract.ts'
import { changeWorkspace as change, findWorkspace, removeWorkspace as remove } from './store.ts'
import type { Who } from '../who.ts'
import { workspaceOnWire } from './workspace.ts'

export async function seeWorkspace(app: App, who: Who): Promise<Workspace> {
  const row = await app.db.inWorkspace(who.workspaceId, findWorkspace)
  if (!row) throw new Refusal('workspace_not_found', 'This workspace is gone.')
  return workspaceOnWire(row)
}

export async function changeWorkspace(
  app: App,
  who: Who,
  input: {
    name?: string | undefined
    language?: string | undefined
    timezone?: string | undefined
    twoStepRequired?: boolean | undefined
  },
): Promise<Workspace> {
  // Whoever asks it of others has it themselves, or would be the first to stand before a closed door.
  if (input.twoStepRequired && !who.secured)
    throw new Refusal('two_step_first', 'Set up the second step for yourself first, in "You".')
  await app.db.inWorkspace(who.workspaceId, (tx) => change(tx, input))
  return seeWorkspace(app, who)
}

/** Everything of it goes: every table hangs on its workspace and is emptied with it; what it still had to tell goes last. */
export async function removeWorkspace(app: App, who: Pick<Who, 'workspaceId'>): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, remove)
  await app.events.forget(who.workspaceId)
}
