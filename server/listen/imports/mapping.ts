/**
 * What the columns of a file mean: proposed by `recognise`, shown in the preview, changed by a person, followed by the
 * import. Pure types and lists, for the browser too.
 */
import type { ContactChannel } from '#trust/contract'
import type { ScoreKind } from '../contract.ts'
import type { DayOrder } from './date.ts'

export const TARGETS = ['voices', 'persons', 'orders'] as const
export type Target = (typeof TARGETS)[number]

export const VOICE_FIELDS = [
  'text',
  'title',
  'question',
  'said_at',
  'score',
  'source',
  'channel',
  'language',
  'url',
  'external_id',
  'order_number',
  'person_name',
  'person_first_name',
  'person_last_name',
  'person_email',
  'person_phone',
  'person_id',
] as const
export const PERSON_FIELDS = [
  'name',
  'first_name',
  'last_name',
  'email',
  'phone',
  'external_id',
  'company',
  'language',
  'created_at',
] as const
export const ORDER_FIELDS = [
  'number',
  'external_id',
  'ordered_at',
  'total',
  'currency',
  'status',
  'fulfilment',
  'cancelled_at',
  'refunded',
  'item_name',
  'item_quantity',
  'item_price',
  'person_name',
  'person_email',
  'person_phone',
  'person_id',
] as const
export type VoiceField = (typeof VOICE_FIELDS)[number]
export type PersonField = (typeof PERSON_FIELDS)[number]
export type OrderField = (typeof ORDER_FIELDS)[number]
export type Field = VoiceField | PersonField | OrderField

export const SHAPES = [
  'generic',
  'google-reviews',
  'trustpilot',
  'zendesk-tickets',
  'shopify-orders',
  'hubspot-contacts',
  'formbricks-responses',
  'app-store-reviews',
  'google-play-reviews',
] as const
export type ShapeName = (typeof SHAPES)[number]

/** The scale a column of scores runs on in its file. Stars may have halves, the others are whole. */
export type ScoreScale = { kind: ScoreKind; min: number; max: number }

/** One column that answers a question: words, a score, or a choice (kept as an attribute under the question). */
export type AnswerColumn = { header: string; question: string; score: ScoreScale | null }

/** One column that says yes or no to something people are written to for, in one way. */
export type ConsentColumn = {
  header: string
  purpose: string
  channel: ContactChannel
  /** The column with the day of it, where there is one. */
  date: string | null
  /** Each of them confirmed it from their own address, in the program the list comes from. */
  confirmed: boolean
  /** What they agreed to, in the words they saw. */
  shown: string
}

/** How sure, 0 … 1, and why, in words a person can check. */
export type Found = { header: string; confidence: number; why: string }

/** All that an import needs to know, and nothing it was guessed from. Can be stored and sent. */
export type Mapping = {
  shape: ShapeName
  target: Target
  /** Where these rows come from, such as "google"; part of what makes a row the same row next time. */
  source: string
  fields: Partial<Record<Field, string>>
  answers: AnswerColumn[]
  /** Columns kept beside what was said or who said it, for filters and segments. */
  attributes: string[]
  /** Only of persons, and only what somebody chose: nobody's yes is guessed. */
  consents?: ConsentColumn[] | undefined
  score: ScoreScale | null
  dateOrder: DayOrder
  decimal: ',' | '.' | null
  timeZone: string
}

export type Recognition = {
  shape: ShapeName
  target: Target
  confidence: number
  mapping: Partial<Record<Field, Found>>
  answers: AnswerColumn[]
  attributes: string[]
  unmapped: string[]
  warnings: MappingWarning[]
  /** The proposal as an import takes it. */
  proposal: Mapping
}

export type MappingWarning = { code: WarningCode; header?: string; detail: string }
export type WarningCode =
  | 'no_text'
  | 'no_date'
  | 'ambiguous_dates'
  | 'mixed_dates'
  | 'other_scale'
  | 'renamed_columns'
  | 'no_rows'
  | 'no_identity'
