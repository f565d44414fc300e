/** Decide how long a kind of thing is kept, after seeing what would go. */
import { Refusal, type App } from '#platform'
import type { Who } from '../who.ts'
import { SUGGESTED_MONTHS, type Retention, type RetentionPreview } from './contract.ts'
import { agedHoldings, cutoff } from './let-go.ts'
import { countByMonth, countHeld, listExamples, listRules, listRuns, putRule, removeRule } from './store.ts'

const RUNS_SHOWN = 50
const EXAMPLES = 5

export async function seeRetention(app: App, who: Who): Promise<Retention> {
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const rules = new Map((await listRules(tx)).map((rule) => [rule.kind, rule]))
    return {
      rules: agedHoldings(app.holdings).map(({ retained: { kind, what } }) => {
        const rule = rules.get(kind)
        return {
          kind,
          what,
          months: rule?.months ?? null,
          suggested: SUGGESTED_MONTHS[kind] ?? null,
          by: rule?.by ?? null,
          decidedAt: rule?.decidedAt.toISOString() ?? null,
        }
      }),
      runs: (await listRuns(tx, RUNS_SHOWN)).map((run) => ({ ...run, at: run.at.toISOString() })),
    }
  })
}

export async function previewRetention(app: App, who: Who, kind: string, months: number): Promise<RetentionPreview> {
  const holding = holdingOf(app, kind)
  const before = cutoff(app.clock.now(), months)
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const byMonth = await countByMonth(tx, app.holdings, holding, before)
    const examples = await listExamples(tx, app.holdings, holding, before, EXAMPLES)
    return {
      gone: byMonth.reduce((all, one) => all + one.count, 0),
      held: await countHeld(tx, app.holdings, holding, before),
      months: byMonth,
      examples: examples.map(({ at, says }) => ({ at: at.toISOString(), says })),
    }
  })
}

export async function decideRetention(app: App, who: Who, kind: string, months: number | null): Promise<void> {
  holdingOf(app, kind)
  const rule = months === null ? null : { kind, months, by: who.name, decidedAt: app.clock.now() }
  await app.db.inWorkspace(who.workspaceId, (tx) => (rule ? putRule(tx, who.workspaceId, rule) : removeRule(tx, kind)))
}

function holdingOf(app: App, kind: string) {
  const found = agedHoldings(app.holdings).find((one) => one.retained.kind === kind)
  if (!found) throw new Refusal('retention_kind_unknown', 'Heed keeps nothing of that kind.')
  return found
}
