/** Show what machines do here: every automation, how it stands, who turned it; and what waits for a person. */
import type { App, Tx } from '#platform'
import { mayDo } from '../roles.ts'
import type { Who } from '../who.ts'
import type { Automation } from './automation.ts'
import type { Approval, AutomationShown } from './contract.ts'
import { listTurns } from './store.ts'
import { countWaiting, lapseApprovals, listApprovals } from './store-approvals.ts'

const TURNS_SHOWN = 5
const APPROVALS_SHOWN = 100
/** So long a decline can be taken back from the list. */
const DECLINED_SHOWN_MS = 10 * 60_000

export async function seeAutomations(app: App, who: Who, register: readonly Automation[]): Promise<AutomationShown[]> {
  const turns = await app.db.inWorkspace(who.workspaceId, (tx) => listTurns(tx, TURNS_SHOWN))
  return register.map(({ runs: _runs, letter: _letter, ownerFor: _ownerFor, ...declared }) => {
    const own = turns.filter((turn) => turn.automation === declared.key)
    const state = own[0] && declared.choices.includes(own[0].state) ? own[0].state : declared.standard
    return {
      ...declared,
      state,
      turns: own.map(({ state: to, why, byName, at }) => ({ state: to, why, byName, at: at.toISOString() })),
    }
  })
}

/** Each with exactly what would leave. What has nothing to say any more (the case is gone) goes from the list by itself. */
export async function seeApprovals(app: App, who: Who, register: readonly Automation[]): Promise<Approval[]> {
  const declinedAfter = new Date(app.clock.now().getTime() - DECLINED_SHOWN_MS)
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const rows = await listApprovals(tx, declinedAfter, APPROVALS_SHOWN)
    const shown: Approval[] = []
    const gone: string[] = []
    for (const row of rows) {
      const automation = register.find((one) => one.key === row.automation)
      const letter = await automation?.letter?.(app, tx, who.workspaceId, row.subject)
      if (!automation || !letter) gone.push(row.id)
      else
        shown.push({
          id: row.id,
          automation: row.automation,
          name: automation.name,
          subject: row.subject,
          personId: row.personId,
          askedBy: row.askedBy,
          askedAt: row.askedAt.toISOString(),
          status: row.status as Approval['status'],
          decidedByName: row.decidedByName,
          releaseAt: row.releaseAt?.toISOString() ?? null,
          letter,
        })
    }
    await lapseApprovals(tx, gone)
    return shown
  })
}

/** How many letters wait for this person's word; none for whoever may not let them go. */
export const countApprovals = async (tx: Tx, who: Who): Promise<number> =>
  who.keyId === null && mayDo(who.role, 'approvals.decide') ? countWaiting(tx) : 0
