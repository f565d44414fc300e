/**
 * How often people disagreed with the reader, by what it said, by language and by month: the corrections among all verdicts
 * of that kind. Only what somebody opened can be corrected, so it is what people said, not how often the reader is wrong.
 */
import type { App } from '#platform'
import type { Who } from '#trust'
import type { Disagreements } from '#trust/contract'
import { countVerdicts } from './store.ts'
import { disagreementsOf } from './disagreements.ts'

const MONTHS = 12

export async function seeDisagreements(app: App, who: Who): Promise<Disagreements> {
  const now = app.clock.now()
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1))
  const counted = await app.db.inOpenWorkspace(who.workspaceId, (tx) => countVerdicts(tx, since))
  return disagreementsOf(since, counted)
}
