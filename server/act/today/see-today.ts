/** Who needs a person now: one list in groups, each with its reason. */
import type { App, Tx } from '#platform'
import { countApprovals, crisisSeen, isOff, lacksHelpLines, wordsFor, type Who } from '#trust'
import { ORDERING } from '../automations.ts'
import { caseRowOnWire } from '../cases/case.ts'
import type { CaseRow, Today, TodayCounts } from '../contract.ts'
import { DEEPER, FIRST_DEPTH, isCertain } from './threshold.ts'
import { countToday, listEarliest, listRows, listSecondLook, listTaken, listUrgent, readOrder } from './store.ts'

export async function seeToday(app: App, who: Who, query: { limit: number }): Promise<Today> {
  const now = app.clock.now()
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const counts = await countToday(tx, who.accountId, now)
    const byTime = await isOff(tx, ORDERING)
    const inOrder = (rows: CaseRow[]): CaseRow[] => (byTime ? rows : byAttention(rows))
    const show = wordsFor(who)
    const shown = async (count: number, list: () => Promise<string[]>): Promise<CaseRow[]> => {
      const rows = count === 0 ? [] : await listRows(tx, await list())
      await crisisSeen(
        app,
        tx,
        who,
        rows.filter((row) => row.crisis).map((row) => row.voiceId),
      )
      return rows.map((row) => caseRowOnWire(row, now, show))
    }
    return {
      asOf: now.toISOString(),
      counts,
      now: await shown(counts.now, () => (byTime ? listEarliest(tx, query.limit) : listNow(tx, now, query.limit))),
      mine: inOrder(await shown(counts.mine, () => listTaken(tx, who.accountId, true, query.limit))),
      others: inOrder(await shown(counts.others, () => listTaken(tx, who.accountId, false, query.limit))),
      secondLook: await shown(counts.secondLook, () => listSecondLook(tx, query.limit)),
      banners: { approvals: await countApprovals(tx, who), helpLines: await lacksHelpLines(tx, who) },
    }
  })
}

export async function seeCounts(app: App, who: Who): Promise<TodayCounts> {
  return app.db.inWorkspace(who.workspaceId, (tx) => countToday(tx, who.accountId, app.clock.now()))
}

/** The first `limit` of those waiting, exactly, however many wait (see threshold.ts). */
export async function listNow(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const urgent = await listUrgent(tx, limit)
  const room = limit - urgent.length
  if (room === 0) return urgent
  for (let depth = Math.max(FIRST_DEPTH, room); ; depth *= DEEPER) {
    const read = await readOrder(tx, now, depth, room)
    if (isCertain(read, room)) return [...urgent, ...read.found.map((one) => one.id)]
  }
}

/** What is taken is a handful: sorted here. Danger and those who came back stay first. */
const byAttention = (rows: CaseRow[]): CaseRow[] =>
  rows.sort(
    (a, b) =>
      Number(b.crisis) - Number(a.crisis) || Number(b.cameBack) - Number(a.cameBack) || b.attention - a.attention,
  )
