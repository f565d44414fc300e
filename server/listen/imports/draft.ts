/** What rows become before they are stored: drafts with their line, and what was wrong with the ones that are not. */
import type { Channel, ScoreKind } from '../contract.ts'
import type { ConsentColumn } from './mapping.ts'
import type { GoodRow, Row } from './row.ts'

export type PersonRef = { name?: string; email?: string; phone?: string; externalId?: string }

/** On the scale Heed keeps for its kind (see `SCORES`), whatever scale the file had. */
export type ScoreDraft = { kind: ScoreKind; value: number }

/** `fingerprint` is the same whenever the same row is read again, and only then; storing it once is importing it once. */
type Drafted = { line: number; fingerprint: string; attributes: Record<string, string> }

export type VoiceDraft = Drafted & {
  target: 'voices'
  /** May be empty where a score or nothing but a title was given; never longer than the text limit. */
  text: string
  title: string | null
  question: string | null
  /** ISO 8601 in UTC, or null where the file gives no date. */
  saidAt: string | null
  source: string
  channel: Channel | null
  score: ScoreDraft | null
  language: string | null
  url: string | null
  externalId: string | null
  orderNumber: string | null
  person: PersonRef | null
}

/** What one column says somebody agreed to or took back. */
export type ConsentDraft = Pick<ConsentColumn, 'header' | 'purpose' | 'channel' | 'shown'> & {
  act: 'given' | 'confirmed' | 'withdrawn'
  at: string | null
}

export type PersonDraft = Drafted & {
  target: 'persons'
  name: string | null
  email: string | null
  phone: string | null
  externalId: string | null
  company: string | null
  language: string | null
  createdAt: string | null
  consents: ConsentDraft[]
  /** What stood in the file, where a consent may still turn out not to count. */
  row: GoodRow | null
}

export type OrderItem = { name: string; quantity: number | null; price: number | null }

export type OrderDraft = Drafted & {
  target: 'orders'
  number: string
  externalId: string | null
  person: PersonRef | null
  orderedAt: string | null
  total: number | null
  currency: string | null
  items: OrderItem[]
  status: string | null
  refunded: number | null
}

export type Draft = VoiceDraft | PersonDraft | OrderDraft

/** `kept`: the row went in without this field. Otherwise the row stayed out; `row` is what stood in the file. */
export type RowIssue = { line: number; field: string | null; reason: string; kept: boolean; row: Row }

export type DraftBatch = { drafts: Draft[]; issues: RowIssue[] }

/** What each target brings: drafts of a row now, and of rows held back at the end. */
export type RowDrafter = { row(row: GoodRow, issue: Complain): Draft[]; end(): Draft[] }
export type Complain = (field: string | null, reason: string, kept: boolean) => void
