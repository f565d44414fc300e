/** From what was heard, read and known to a case: pure, so that the whole judgement can be tested and replayed. */
import { newId } from '#platform'
import type { Reason, Rule } from '../contract.ts'
import type { NewCase } from '../cases/store.ts'
import { isHighScore, needOf, type Need } from './attention.ts'
import { impactOf, NOBODY_KNOWN, type Standing } from './impact.ts'
import { quoteOf } from './quote.ts'
import type { HeardVoice } from './store.ts'
import { waitingOf, wasOldWhenHeard } from './waiting.ts'

/** Voices that came by no import share this one. */
export const NO_IMPORT = '00000000-0000-0000-0000-000000000000'

/**
 * A voice of a firm's own people is never weighed: no verdict on feelings at work; nor one of somebody who asked to be left
 * alone by machines. A person may still open a case.
 */
export function draftCase(heard: HeardVoice, standing: Standing, now: Date): NewCase | null {
  if (heard.hushed) return draftCrisis(heard, now)
  if (heard.personKind === 'employee' || heard.restricted || heard.caseId) return null
  const need = needOf(wasOldWhenHeard(heard.saidAt, heard.receivedAt) ? asMemory(heard) : heard)
  return need ? caseFrom(heard, need, standing, now) : null
}

/**
 * Danger is not weighed: no strength of feeling, no standing, no quote is put into the case, only that it comes first. Also
 * when one of the firm's own people said it: nothing is read of them, and a person must know.
 */
function draftCrisis(heard: HeardVoice, now: Date): NewCase {
  const bare: HeardVoice = {
    ...heard,
    sentiment: null,
    family: null,
    emotion: null,
    intensity: 0,
    urgency: 0,
    confidence: 0,
    evidence: [],
    version: null,
    personKind: null,
  }
  const need: Need = { rule: 'crisis', strength: 1, strongDistress: true, crisis: true }
  return { ...caseFrom(bare, need, NOBODY_KNOWN, now), history: false }
}

/**
 * In something said long before Heed heard it nobody is in danger now, and single words that sound like it ("an overdose of
 * cheese") would fill the few places for a second look. There it takes words that also read as dark, and no high score.
 */
function asMemory(heard: HeardVoice): HeardVoice {
  const dark = heard.sentiment === 'negative' || heard.sentiment === 'mixed'
  const alarm = heard.kind === 'crisis' && (!dark || isHighScore(heard.scoreKind, heard.score))
  return alarm ? { ...heard, kind: 'other' } : heard
}

/** Somebody thinks it needs a person, and that is enough; what the rules would have said still gives it its weight. */
export function draftByHand(heard: HeardVoice, standing: Standing, now: Date): NewCase {
  if (heard.hushed) return { ...draftCrisis(heard, now), touched: true }
  const need: Need = needOf(heard) ?? {
    rule: 'person',
    strength: Math.max(0.5, heard.intensity),
    strongDistress: false,
    crisis: false,
  }
  const drafted = caseFrom(heard, { ...need, rule: need.crisis ? 'crisis' : 'person' }, standing, now)
  // However long ago it was said, it waits from the moment somebody put it here.
  return { ...drafted, ...(drafted.history ? { history: false, waitingSince: now } : {}), touched: true }
}

function caseFrom(heard: HeardVoice, need: Need, standing: Standing, now: Date): NewCase {
  const { personId, intensity, urgency, kind, family, saidAt } = heard
  const { impact, parts } = impactOf(standing, need.rule, saidAt)
  return {
    id: newId(),
    voiceId: heard.id,
    batch: heard.importId ?? NO_IMPORT,
    tier: need.crisis ? 2 : 0,
    strength: need.strength,
    impact,
    personId,
    intensity,
    urgency,
    kind,
    family,
    saidAt,
    strongDistress: need.strongDistress,
    crisis: need.crisis,
    reason: reasonOf(heard, need.rule, standing, parts),
    openedAt: now,
    touched: false,
    ...waitingOf(saidAt, heard.receivedAt, now, need, urgency),
  }
}

function reasonOf(heard: HeardVoice, rule: Rule, standing: Standing, impact: Reason['impact']): Reason {
  const { sentiment, family, intensity, urgency, confidence, personKind, version } = heard
  const score = heard.scoreKind !== null && heard.score !== null ? { kind: heard.scoreKind, value: heard.score } : null
  return {
    rule,
    sentiment,
    family,
    intensity,
    urgency,
    confidence,
    score,
    impact,
    personKind,
    version,
    quote: quoteOf(heard, rule),
    orders: standing.orders,
    since: standing.since?.toISOString() ?? null,
    troubles: standing.troubles,
  }
}
