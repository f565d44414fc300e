/** Saved views: a way of looking at voices with a name, shared by everybody in the workspace. */
import { newId, Refusal, type App } from '#platform'
import type { Who } from '#trust'
import { LIMITS, type View, type ViewInput } from '../contract.ts'
import { addView, changeView, listViews, removeView, type ViewRow } from './store.ts'

const onWire = (row: ViewRow): View => ({ ...row, createdAt: row.createdAt.toISOString() })
const taken = (name: string) =>
  new Refusal('view_name_taken', `There is already a view called “${name}”.`, [{ field: 'name', reason: 'is taken' }])
const gone = () => new Refusal('view_not_found', 'This view is no longer here.')

export async function seeViews(app: App, who: Who): Promise<View[]> {
  return (await app.db.inWorkspace(who.workspaceId, listViews)).map(onWire)
}

export async function keepView(app: App, who: Who, input: ViewInput): Promise<View> {
  const row = { id: newId(), ...input, byName: who.name, createdAt: app.clock.now() }
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    if ((await listViews(tx)).length >= LIMITS.views)
      throw new Refusal('too_many_views', `A workspace keeps at most ${LIMITS.views} views. Remove one first.`)
    if (!(await addView(tx, who.workspaceId, row))) throw taken(input.name)
    return onWire(row)
  })
}

export async function changeKeptView(app: App, who: Who, id: string, input: ViewInput): Promise<View> {
  const row = await app.db.inWorkspace(who.workspaceId, (tx) => changeView(tx, id, input))
  if (row === false) throw taken(input.name)
  if (!row) throw gone()
  return onWire(row)
}

export async function dropView(app: App, who: Who, id: string): Promise<void> {
  if (!(await app.db.inWorkspace(who.workspaceId, (tx) => removeView(tx, id)))) throw gone()
}
