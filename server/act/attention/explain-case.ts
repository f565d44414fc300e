/**
 * Why a case is on Today and why it stands where it stands. Everything is made again from what was kept with the case: the
 * rule from the reading and the score of that day, the impact from its points, the place from strength × impact × waiting.
 */
import type { App } from '#platform'
import { wordsFor, type Who } from '#trust'
import { sayer, type Explanation, type Seen, type Sentence } from '#trust/contract'
import { DANGER, OPENING, ORDERING } from '../automations.ts'
import { attentionOf } from '../cases/case.ts'
import { orNotFound } from '../cases/hand.ts'
import { findCase, type CaseRecord } from '../cases/store.ts'
import { listSteps } from '../cases/store-seen.ts'
import type { Reason } from '../contract.ts'
import type { ScoreKind } from '#listen/contract'
import type { Emotion, Kind } from '#engine'
import { needOf, type Heard } from './attention.ts'
import { CASE_WHY } from './explanation-words.ts'

const say = sayer(CASE_WHY)

export async function explainCase(app: App, who: Who, id: string): Promise<Explanation> {
  const now = app.clock.now()
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = orNotFound(await findCase(tx, id))
    const opener = (await listSteps(tx, id)).find((step) => step.kind === 'opened')
    const why = explanationOf(found, opener?.byName ?? '', now)
    const show = wordsFor(who)
    return { ...why, saw: why.saw.map((one) => (one.quote === null ? one : { ...one, quote: show(one.quote).text })) }
  })
}

export function explanationOf(found: CaseRecord, opener: string, now: Date): Explanation {
  const { reason } = found
  if (found.crisis) return dangerOf(found)
  const byHand = reason.rule === 'person'
  const { factor, attention } = attentionOf(found, now)
  return {
    automation: byHand ? ORDERING.key : OPENING.key,
    verdict: byHand ? say('verdict.person', { name: opener }) : say(`verdict.${reason.rule}`),
    saw: seenIn(reason),
    sum: {
      how: 'multiply',
      parts: [
        { what: say('sum.strength'), figure: round(found.strength) },
        { what: say('sum.impact'), figure: round(found.impact) },
        { what: say('sum.waiting'), figure: factor },
      ],
      result: attention,
      means: say('sum.means'),
    },
    decidedBy: byHand
      ? { kind: 'person', name: say('by.person', { name: opener }), version: null, at: found.openedAt.toISOString() }
      : {
          kind: 'rule',
          name: say('by.rule', { rule: reason.rule }),
          version: reason.version,
          at: found.openedAt.toISOString(),
        },
    sure: sureOf(reason),
    wouldChange: [
      ...(found.touched ? [] : [say('change.correct')]),
      ...(found.history || found.resolvedAt ? [] : [say('change.waiting')]),
      say('change.back'),
    ],
    overrule: say('overrule'),
    holds: holds(found),
  }
}

/** Of what may be an emergency nothing is weighed and no figure is kept; it stands first, and that is all. */
const dangerOf = (found: CaseRecord): Explanation => ({
  automation: DANGER.key,
  verdict: say('verdict.crisis'),
  saw: [],
  sum: null,
  decidedBy: { kind: 'rule', name: say('by.danger'), version: null, at: found.openedAt.toISOString() },
  sure: { share: null, words: say('sure.danger') },
  wouldChange: [],
  overrule: say('overrule.danger'),
  holds: null,
})

function seenIn(reason: Reason): Seen[] {
  const figure = (what: Sentence, value: number): Seen => ({ what, quote: null, figure: round(value) })
  return [
    ...(reason.quote ? [{ what: say('saw.quote'), quote: reason.quote, figure: null }] : []),
    figure(say('saw.intensity'), reason.intensity),
    figure(say('saw.urgency'), reason.urgency),
    figure(say('saw.confidence'), reason.confidence),
    ...(reason.score ? [figure(say('saw.score'), reason.score.value)] : []),
    ...(reason.orders > 0 ? [figure(say('saw.orders'), reason.orders)] : []),
    ...(reason.troubles > 0 ? [figure(say('saw.troubles'), reason.troubles)] : []),
    ...reason.impact.map((part) => figure(say(`saw.points.${part.what}`), part.points)),
  ]
}

function sureOf({ rule, confidence }: Reason): Explanation['sure'] {
  if (rule === 'person') return { share: null, words: say('sure.person') }
  if (confidence <= 0) return { share: null, words: say('sure.rule') }
  return { share: confidence, words: say('sure.reading', { percent: Math.round(confidence * 100) }) }
}

/** Whether what was kept with the case still gives its rule, its strength and its impact. */
export function holds(found: CaseRecord): boolean {
  const { reason } = found
  const need = needOf(heardThen(found))
  const impact = reason.impact.reduce((sum, part) => sum + part.points, 1)
  const strength = need?.strength ?? (reason.rule === 'person' ? Math.max(0.5, reason.intensity) : 0)
  const rule = reason.rule === 'person' || need?.rule === reason.rule
  return rule && near(strength, found.strength) && near(impact, found.impact)
}

/** What the rules looked at, out of what was kept. The single feeling decides about distress only, never about the rule. */
function heardThen({ reason, kind }: CaseRecord): Heard {
  // Of what was said long ago, words that only sound like danger were weighed without that (see case-draft.ts).
  const weighed = kind === 'crisis' && reason.rule !== 'crisis' ? 'other' : (kind as Kind)
  return {
    sentiment: reason.sentiment,
    family: reason.family,
    emotion: null as Emotion | null,
    intensity: reason.intensity,
    urgency: reason.urgency,
    kind: weighed,
    confidence: reason.confidence,
    scoreKind: (reason.score?.kind ?? null) as ScoreKind | null,
    score: reason.score?.value ?? null,
  }
}

/** Stored as 32-bit floats. */
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.0051
const round = (value: number): number => Math.round(value * 100) / 100
