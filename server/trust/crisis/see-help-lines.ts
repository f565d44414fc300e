/** What stands ready for an emergency: the workspace's own lines, or Heed's suggestions until somebody looked through them. */
import type { App, Tx } from '#platform'
import { mayDo } from '../roles.ts'
import type { Who } from '../who.ts'
import { findWorkspace } from '../workspaces/store.ts'
import type { CrisisSettings } from './contract.ts'
import { maySeeCrises } from './few-eyes.ts'
import { countryOf, linesOf, WRITTEN_ON, type Country, type Line } from './help-lines.ts'
import { findSetting, listLines, listReaders, type SettingRow } from './store.ts'

export const KEEP_DAYS = 30

export type Arranged = {
  lines: Line[]
  keepDays: number
  onThanks: boolean
  country: Country | null
  row: SettingRow | undefined
}

/** For whoever shows the lines beside a letter or on a page. */
export async function arrangedFor(tx: Tx): Promise<Arranged> {
  const row = await findSetting(tx)
  const country = row?.country ?? countryOf((await findWorkspace(tx))?.timezone ?? '')
  return {
    row,
    country,
    lines: row ? await listLines(tx) : linesOf(country),
    keepDays: row?.keepDays ?? KEEP_DAYS,
    onThanks: row?.onThanks ?? true,
  }
}

/** Whether this person could look through the lines, and nobody has. */
export const lacksHelpLines = async (tx: Tx, who: Who): Promise<boolean> =>
  who.keyId === null && mayDo(who.role, 'workspace.change') && (await findSetting(tx)) === undefined

export async function seeCrisisSettings(app: App, who: Who): Promise<CrisisSettings> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const { row, country, lines, keepDays, onThanks } = await arrangedFor(tx)
    return {
      country,
      keepDays,
      onThanks,
      arranged: row !== undefined,
      changedBy: row?.changedBy ?? null,
      changedAt: row?.changedAt.toISOString() ?? null,
      lines,
      suggested: { country, lines: linesOf(country), writtenOn: WRITTEN_ON },
      readers: (await listReaders(tx)).map(({ accountId, name, role, readsCrises }) => ({
        accountId,
        name,
        role,
        always: maySeeCrises({ role, readsCrises: false }),
        named: readsCrises,
      })),
      mailReady: app.mail.ready,
    }
  })
}
