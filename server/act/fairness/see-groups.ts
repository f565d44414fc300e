/**
 * Are some groups of people put first less often than others? Groups are those the workspace has anyway: the language a voice
 * was read in, the way it came, an attribute of persons. Nothing new is asked or guessed about anybody.
 */
import { selection } from '#engine'
import type { App } from '#platform'
import type { Who } from '#trust'
import type { FairnessGroups } from '../overrides/contract.ts'
import { countGroups, listAttributes, type GroupCount } from './store.ts'

/** Below this a share says nothing at all. */
const LEAST = 10
/** Below this in any group the whole comparison is too thin to speak of a difference. */
const ENOUGH = 30
const MOST = 12
const SURE = 0.05

type Measure = FairnessGroups['measures'][number]

export async function seeGroups(app: App, who: Who, query: { by: string; months: number }): Promise<FairnessGroups> {
  const now = app.clock.now()
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - query.months, now.getUTCDate()))
  return app.db.inOpenWorkspace(who.workspaceId, async (tx) => {
    const counted = await countGroups(tx, query.by, from)
    return {
      by: query.by,
      from: from.toISOString().slice(0, 10),
      attributes: await listAttributes(tx),
      measures: [measureOf('today', counted, (row) => row.onToday), measureOf('top', counted, (row) => row.onTop)],
    }
  })
}

export function measureOf(
  first: Measure['first'],
  counted: readonly GroupCount[],
  chosenOf: (row: GroupCount) => number,
): Measure {
  const compared = counted.filter((row) => row.n >= LEAST).slice(0, MOST)
  const whole = selection(compared.map((row) => ({ chosen: chosenOf(row), n: row.n })))
  const highest = Math.max(0, ...whole.groups.map((one) => one?.share ?? 0))
  const all = { chosen: sum(compared.map(chosenOf)), n: sum(compared.map((row) => row.n)) }
  return {
    first,
    groups: compared.map((row, at) => {
      const found = whole.groups[at] ?? null
      const rest = { chosen: all.chosen - chosenOf(row), n: all.n - row.n }
      const { p } = selection([{ chosen: chosenOf(row), n: row.n }, rest])
      return {
        value: row.value,
        n: row.n,
        chosen: chosenOf(row),
        share: found?.share ?? null,
        low: found?.low ?? null,
        high: found?.high ?? null,
        show: found?.show ?? 'none',
        ratio: found && highest > 0 ? found.share / highest : null,
        p: p === null ? null : Math.min(1, p * compared.length),
      }
    }),
    leftOut: counted.length - compared.length,
    difference: whole.difference,
    ratio: whole.ratio,
    flagged: whole.flagged,
    test: whole.test,
    p: whole.p,
    verdict: verdictOf(compared, whole),
  }
}

/** A ratio of a handful of people is an accident more often than not, so the ratio alone never accuses. */
function verdictOf(compared: readonly GroupCount[], whole: ReturnType<typeof selection>): Measure['verdict'] {
  if (compared.length < 2 || whole.p === null) return 'too-few'
  if (!whole.flagged) return 'even'
  if (whole.p < SURE) return 'differs'
  return compared.some((row) => row.n < ENOUGH) ? 'too-few' : 'may-be-chance'
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0)
