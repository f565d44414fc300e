import type { ShowWords } from '#trust'
import { partsOf, sentenceOf } from '../attention/reason.ts'
import { hoursBetween, waitingFactor } from '../attention/waiting.ts'
import type { CaseRow, Note, Step } from '../contract.ts'
import type { TodayRow } from '../today/store.ts'
import type { CaseRecord } from './store.ts'
import type { NoteRow, StepRow } from './store-seen.ts'

/** Strength × impact × waiting; history and what is closed does not wait. */
export function attentionOf(found: CaseRecord, now: Date): { hours: number; factor: number; attention: number } {
  const hours = found.history ? 0 : hoursBetween(found.waitingSince, found.resolvedAt ?? now)
  const factor = waitingFactor(hours)
  return { hours: round(hours), factor: round(factor), attention: round(found.strength * found.impact * factor) }
}

export function caseRowOnWire(row: TodayRow, now: Date, show: ShowWords): CaseRow {
  const { hours, attention } = attentionOf(row, now)
  const cameBack = row.feltHeard === false && row.status !== 'resolved'
  const reason = { ...row.reason, quote: row.reason.quote === null ? null : show(row.reason.quote).text }
  const parts = partsOf(reason, {
    // Told as things stood when it was said: one letter of seven years ago makes nobody a customer for seven years.
    saidAt: row.saidAt,
    waitingHours: hours,
    history: row.history || row.status === 'resolved',
    cameBack,
  })
  return {
    id: row.id,
    voiceId: row.voiceId,
    status: row.status,
    history: row.history,
    crisis: row.crisis,
    strongDistress: row.strongDistress,
    cameBack,
    excerpt: show(row.excerpt).text,
    title: show(row.title).text,
    source: row.source,
    channel: row.channel,
    score: row.scoreKind !== null && row.score !== null ? { kind: row.scoreKind, value: row.score } : null,
    person: row.shownPersonId ? { id: row.shownPersonId, name: row.personName ?? '' } : null,
    saidAt: row.saidAt.toISOString(),
    waitingSince: row.waitingSince.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    assignee: row.assigneeName !== null ? { id: row.assigneeId, name: row.assigneeName } : null,
    sentiment: row.reason.sentiment,
    family: row.family,
    intensity: row.intensity,
    attention,
    sentence: sentenceOf(parts),
    parts,
  }
}

export const noteOnWire = (row: NoteRow): Note => ({
  id: row.id,
  author: { id: row.authorId, name: row.authorName },
  text: row.text,
  at: row.at.toISOString(),
})
export const stepOnWire = (row: StepRow): Step => ({
  id: row.id,
  kind: row.kind,
  by: { id: row.byId, name: row.byName },
  at: row.at.toISOString(),
  detail: row.detail,
})

const round = (value: number): number => Math.round(value * 100) / 100
