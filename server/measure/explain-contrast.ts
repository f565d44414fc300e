/** Why a part is named among what goes with better and worse: the two balances, how they were compared, how sure it is. */
import { Refusal, type App } from '#platform'
import type { Who } from '#trust'
import { sayer, type Explanation } from '#trust/contract'
import { CONTRASTS } from './automations.ts'
import { comparisonsOf, contrastOf } from './contrasts.ts'
import { CONTRAST_WHY, type ContrastQuery } from './contract.ts'
import { addCounts } from './counts.ts'
import { dayIn, periodOf } from './period.ts'
import { findFreshness, listSurveyNames, sumByPart, sumCounts } from './store.ts'

const say = sayer(CONTRAST_WHY)

export async function explainContrast(app: App, who: Who, query: ContrastQuery): Promise<Explanation> {
  const { all, parts, names, countedAt } = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const fresh = await findFreshness(tx)
    const period =
      query.from && query.to
        ? { from: query.from, to: query.to }
        : periodOf(query.span, dayIn(fresh.timezone, app.clock.now()), fresh.firstDay, fresh.lastDay)
    return {
      all: addCounts([await sumCounts(tx, { dimension: '', value: '' }, period)]),
      parts: await sumByPart(tx, period),
      names: query.dimension === 'survey' ? await listSurveyNames(tx) : new Map<string, string>(),
      countedAt: fresh.countedAt,
    }
  })
  const compared = comparisonsOf(all, parts)
  const part = compared.parts.find((one) => one.dimension === query.dimension && one.value === query.value)
  const found = part && contrastOf(part, compared.confidence, (_dimension, value) => names.get(value) ?? value)
  if (!found)
    throw new Refusal('no_such_breakdown', 'This part is not compared with the rest: there is too little of it.')
  const round = (value: number): number => Math.round(value * 10) / 10
  const side = found.difference > 0 ? 'verdict.above' : 'verdict.below'
  return {
    automation: CONTRASTS.key,
    verdict: say(found.sure ? side : 'verdict.none', { part: found.label }),
    saw: [
      { what: say('saw.part'), quote: null, figure: round(found.figure.value ?? 0) },
      { what: say('saw.n'), quote: null, figure: found.figure.n },
      { what: say('saw.rest'), quote: null, figure: round(found.rest.value ?? 0) },
      { what: say('saw.restN'), quote: null, figure: found.rest.n },
    ],
    sum: {
      how: 'add',
      parts: [
        { what: say('sum.part'), figure: found.figure.value ?? 0 },
        { what: say('sum.rest'), figure: -(found.rest.value ?? 0) },
      ],
      result: found.difference,
      means: say('sum.means', { low: round(found.low), high: round(found.high) }),
    },
    decidedBy: { kind: 'rule', name: say('by.rule'), version: null, at: countedAt?.toISOString() ?? null },
    sure: {
      share: compared.confidence,
      words: say('sure', { percent: (compared.confidence * 100).toFixed(1), count: compared.parts.length }),
    },
    wouldChange: [say('change.n')],
    overrule: say('overrule'),
    holds: found.sure,
  }
}
