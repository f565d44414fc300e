/** How often people said that something does not belong on Today, by the rule that had put it there and by month. */
import type { App } from '#platform'
import type { Who } from '#trust'
import type { Disagreements } from '#trust/contract'
import { disagreementsOf } from '#understand'
import { countPutThere } from './store.ts'

const MONTHS = 12

export async function seeDisagreements(app: App, who: Who): Promise<Disagreements> {
  const now = app.clock.now()
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1))
  return disagreementsOf(since, await app.db.inOpenWorkspace(who.workspaceId, (tx) => countPutThere(tx, since)))
}
