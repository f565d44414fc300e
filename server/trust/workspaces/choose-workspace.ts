/** Which workspace a command of the terminal means: the one named, else the only one that is somebody's own. */
import { isId, Refusal, type App } from '#platform'
import { actingIn, type Who } from '../who.ts'
import { listWorkspaces } from './store.ts'

export async function chooseWorkspace(app: App, name: string | undefined, as?: string): Promise<Who> {
  const all = await app.db.asSystem(listWorkspaces)
  const own = all.filter((one) => !one.isSample)
  const fits = name
    ? all.filter((one) => (isId(name) ? one.workspaceId === name : one.name.toLowerCase() === name.toLowerCase()))
    : own.length > 0
      ? own
      : all
  if (fits.length === 1) return actingIn(fits[0]!.workspaceId, as)
  if (all.length === 0) throw new Refusal('workspace_not_found', 'There is no workspace here yet.')
  const names = all.map((one) => `  ${one.name} (${one.workspaceId})`).join('\n')
  throw new Refusal('workspace_not_found', `Say which workspace you mean with --workspace:\n${names}`)
}
