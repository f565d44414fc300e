/**
 * Let go of what is older than the business decided to keep, every night, a portion at a time, and write down how much. What
 * was counted stays counted. A frozen person's things stay until that is lifted: whoever asked for a freeze may need them.
 */
import { newId, type App, type Holding } from '#platform'
import { eraseNow } from '../rights/erase-person.ts'
import { monthsLater } from '../rights/deadline.ts'
import { actingIn } from '../who.ts'
import { listWorkspaces } from '../workspaces/store.ts'
import { addRun, listAged, listRules, removeAged, type Aged, type Rule } from './store.ts'

const PORTION = 500
/** Enough for any business in a night; a million old letters go over a few. */
const MOST_A_NIGHT = 200_000
const MOST_PERSONS_A_NIGHT = 2_000

export const agedHoldings = (holdings: readonly Holding[]): Aged[] =>
  holdings.filter((holding): holding is Aged => holding.retained !== undefined)

export const cutoff = (now: Date, months: number): Date => monthsLater(now, -months)

export async function letGoEverywhere(app: App): Promise<void> {
  for (const { workspaceId } of await app.db.asSystem(listWorkspaces)) await letGo(app, workspaceId)
}

export async function letGo(app: App, workspaceId: string): Promise<void> {
  const rules = await app.db.inWorkspace(workspaceId, listRules)
  for (const rule of rules) {
    const holding = agedHoldings(app.holdings).find((one) => one.retained.kind === rule.kind)
    if (!holding) continue
    const gone = holding.retained.idle
      ? await letPersonsGo(app, workspaceId, holding, rule)
      : await letRowsGo(app, workspaceId, holding, rule)
    if (gone > 0) {
      const run = { id: newId(), kind: rule.kind, months: rule.months, gone, at: app.clock.now() }
      await app.db.inWorkspace(workspaceId, (tx) => addRun(tx, workspaceId, run))
      app.log.info('retention.gone', { workspace: workspaceId, kind: rule.kind, gone })
    }
  }
}

async function letRowsGo(app: App, workspaceId: string, holding: Aged, rule: Rule): Promise<number> {
  const before = cutoff(app.clock.now(), rule.months)
  let all = 0
  while (all < MOST_A_NIGHT) {
    const gone = await app.db.inWorkspace(workspaceId, async (tx) => {
      const ids = await listAged(tx, app.holdings, holding, before, PORTION)
      if (ids.length === 0) return 0
      for (const { beforeRowsGo } of app.holdings)
        if (beforeRowsGo?.of === holding.table) await beforeRowsGo.run(app, tx, workspaceId, ids)
      return removeAged(tx, holding, ids)
    })
    all += gone
    if (gone < PORTION) break
  }
  return all
}

/** Persons go the way of an erasure, so that nothing of them is left anywhere. Every record of them must be as old. */
async function letPersonsGo(app: App, workspaceId: string, holding: Aged, rule: Rule): Promise<number> {
  const before = cutoff(app.clock.now(), rule.months)
  const ids = await app.db.inWorkspace(workspaceId, (tx) =>
    listAged(tx, app.holdings, holding, before, MOST_PERSONS_A_NIGHT),
  )
  const idle = new Set(ids)
  let gone = 0
  for (const id of ids) {
    const person = await app.db.inWorkspace(workspaceId, (tx) => app.persons.whole(tx, id))
    if (!person || person.ids.some((one) => !idle.has(one))) continue
    await eraseNow(app, actingIn(workspaceId), person.id, { keepOrders: true })
    gone += 1
  }
  return gone
}
