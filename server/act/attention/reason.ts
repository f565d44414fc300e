/** Why a case is there, in parts that a page can translate and in one English sentence for everybody else. */
import { REASON_WORDS, type Reason, type ReasonKey, type ReasonPart } from '../contract.ts'
import { yearsSince } from './impact.ts'

/** `saidAt` and not now: somebody who wrote once, years ago, has not been a customer ever since. */
export type Moment = { saidAt: Date; waitingHours: number; history: boolean; cameBack: boolean }

/** Where "a little" ends and "very" begins: thirds, as everywhere a strength is put into words. */
const CLEAR = 1 / 3
const STRONG = 2 / 3
const SOON = 0.6

export function partsOf(reason: Reason, moment: Moment): ReasonPart[] {
  const parts = [...leads(reason), ...scoreOf(reason), ...relationOf(reason, moment.saidAt)]
  if (reason.troubles === 1) parts.push(part('troubles.second'))
  if (reason.troubles > 1) parts.push(part('troubles.many', { count: reason.troubles }))
  if (moment.cameBack) parts.push(part('waiting.came_back'))
  if (!moment.history) parts.push(waited(moment.waitingHours))
  return parts
}

/** What is said first: the rule where it says more than the feeling, then the feeling, then the words that led there. */
function leads(reason: Reason): ReasonPart[] {
  const found: ReasonPart[] = []
  const feeling = feelingOf(reason)
  if (reason.rule === 'crisis' || reason.rule === 'leaving' || reason.rule === 'person')
    found.push(part(`rule.${reason.rule}`))
  if (reason.rule === 'asks') found.push(part(reason.urgency >= SOON ? 'rule.asksSoon' : 'rule.asks'))
  if (feeling) found.push(part(feeling))
  else if (reason.rule === 'lowScore' || reason.rule === 'complaint') found.push(part(`rule.${reason.rule}`))
  if (found.length === 0) found.push(part('reads.unhappy.1'))
  if (reason.quote) found.push(part('quote', { words: reason.quote }))
  return found
}

/** Families and not the 28 labels: the finer ones are too often wrong to be said of what a customer wrote. */
function feelingOf(reason: Reason): ReasonKey | null {
  if (reason.sentiment === 'mixed') return 'reads.mixed'
  if (reason.sentiment !== 'negative')
    return reason.family === 'surprise' && reason.rule === 'asks' ? 'reads.surprise' : null
  const degree = reason.intensity >= STRONG ? 3 : reason.intensity >= CLEAR ? 2 : 1
  const family = (['anger', 'disgust', 'fear', 'sadness'] as const).find((name) => name === reason.family) ?? 'unhappy'
  return `reads.${family}.${degree}`
}

function scoreOf(reason: Reason): ReasonPart[] {
  if (!reason.score) return []
  const { kind, value } = reason.score
  if (kind === 'star') return [part('score.star', { count: value })]
  return kind === 'nps' || kind === 'csat' || kind === 'ces' ? [part(`score.${kind}`, { value })] : []
}

function relationOf(reason: Reason, saidAt: Date): ReasonPart[] {
  if (!reason.personKind) return []
  const years = yearsSince(reason.since ? new Date(reason.since) : null, saidAt)
  if (years >= 1) return [part('relation.years', { count: years, who: reason.personKind })]
  return reason.orders > 0 ? [part('relation.orders', { count: reason.orders })] : []
}

export function waited(hours: number): ReasonPart {
  if (hours < 1) return part('waiting.minutes')
  if (hours < 48) return part('waiting.hours', { count: Math.floor(hours) })
  return part('waiting.days', { count: Math.floor(hours / 24) })
}

const part = (key: ReasonKey, values?: Record<string, string | number>): ReasonPart =>
  values ? { key, values } : { key }

/** The quote stands in brackets behind what it is evidence for; everything else follows a comma. */
export function sentenceOf(parts: ReasonPart[]): string {
  return parts.reduce(
    (said, one) =>
      said === '' ? fill(one) : one.key === 'quote' ? `${said} (${fill(one)})` : `${said}, ${lowered(fill(one))}`,
    '',
  )
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function fill({ key, values = {} }: ReasonPart): string {
  const words: Record<string, string> = REASON_WORDS
  const text = words[key] ?? words[values['count'] === 1 ? `${key}_one` : `${key}_other`] ?? key
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))
}
