/** By which attributes of persons outcomes can be broken down: what the workspace chose, else what Heed picks. */
import { Refusal, type App } from '#platform'
import type { Who } from '#trust'
import type { Breakdowns } from './contract.ts'
import { askForRecount } from './counting/mark.ts'
import { findCounting, listCandidates } from './counting/store.ts'
import { findBreakdown, removeBreakdown, setBreakdown } from './store.ts'

export async function seeBreakdowns(app: App, who: Who): Promise<Breakdowns> {
  return app.db.inOpenWorkspace(who.workspaceId, async (tx) => {
    const chosen = await findBreakdown(tx)
    return {
      attributes: chosen ?? (await findCounting(tx))?.attributes ?? [],
      chosen: chosen !== null,
      candidates: await listCandidates(tx),
    }
  })
}

export async function chooseBreakdowns(app: App, who: Who, attributes: string[]): Promise<Breakdowns> {
  await app.db.inOpenWorkspace(who.workspaceId, async (tx) => {
    // An attribute of many values would be a list of persons, not a breakdown.
    const offered = new Set((await listCandidates(tx)).map((row) => row.attribute))
    const wrong = attributes.flatMap((attribute, index) =>
      offered.has(attribute)
        ? []
        : [{ field: `attributes.${index}`, reason: `${attribute} does not divide people into a few groups` }],
    )
    if (wrong.length > 0)
      throw new Refusal('no_such_breakdown', 'Outcomes are compared by attributes that few values describe.', wrong)
    await setBreakdown(tx, who.workspaceId, [...new Set(attributes)])
    await askForRecount(app, tx, who.workspaceId)
  })
  return seeBreakdowns(app, who)
}

/** Back to what Heed picks. */
export async function forgetBreakdowns(app: App, who: Who): Promise<Breakdowns> {
  await app.db.inOpenWorkspace(who.workspaceId, async (tx) => {
    await removeBreakdown(tx)
    await askForRecount(app, tx, who.workspaceId)
  })
  return seeBreakdowns(app, who)
}
