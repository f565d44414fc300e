/** Arrange for an emergency: the country, the lines, how long words stay, who reads them. */
import { newId, Refusal, type App, type Tx } from '#platform'
import type { Who } from '../who.ts'
import type { CrisisChange } from './contract.ts'
import type { Line } from './help-lines.ts'
import { arrangedFor } from './see-help-lines.ts'
import { listLines, putLines, putSetting, setReader } from './store.ts'

export async function changeCrisisSettings(app: App, who: Who, change: CrisisChange): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, (tx) => arrange(app, tx, who, change))
}

export async function changeHelpLines(app: App, who: Who, lines: Line[]): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    await arrange(app, tx, who, {})
    await putLines(
      tx,
      who.workspaceId,
      lines.map((line) => ({ ...line, id: newId() })),
    )
  })
}

/** The first change of anything takes over what was suggested, so that nothing disappears from beside a letter. */
async function arrange(app: App, tx: Tx, who: Who, change: CrisisChange): Promise<void> {
  const before = await arrangedFor(tx)
  await putSetting(tx, who.workspaceId, {
    country: change.country === undefined ? before.country : change.country,
    keepDays: change.keepDays ?? before.keepDays,
    onThanks: change.onThanks ?? before.onThanks,
    changedBy: who.name,
    changedAt: app.clock.now(),
  })
  if (!before.row && (await listLines(tx)).length === 0)
    await putLines(
      tx,
      who.workspaceId,
      before.lines.map((line) => ({ ...line, id: newId() })),
    )
}

export async function nameReader(app: App, who: Who, accountId: string, reads: boolean): Promise<void> {
  await app.db.inWorkspace(who.workspaceId, async (tx) => {
    if (!(await setReader(tx, accountId, reads)))
      throw new Refusal('reader_not_member', 'Nobody in this workspace has this id.')
  })
}
