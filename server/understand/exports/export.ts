/** One exported thing as a line of CSV or JSON. Column names are those an import recognises, so that a file fits back in. */
import { csvLine, type Cell } from '#platform'
import { withoutPersonal } from '#trust'
import type { VoiceRecord } from '../voices/store.ts'
import type { OrderExport, PersonExport } from './store.ts'

export const FORMATS = ['csv', 'jsonl'] as const
export type Format = (typeof FORMATS)[number]
export const WHATS = ['voices', 'persons', 'orders'] as const
export type What = (typeof WHATS)[number]

export type VoiceExport = VoiceRecord & { email: string | null }

/** Who said it goes, with everything a business may have written beside it, and what the words themselves give away. */
export const withoutDetails = (one: VoiceExport): VoiceExport => ({
  ...one,
  title: withoutPersonal(one.title),
  text: withoutPersonal(one.text),
  personId: null,
  personName: null,
  email: null,
  externalId: null,
  orderNumber: null,
  url: null,
  attributes: null,
  responseId: null,
  // Offsets into words that are no longer there.
  evidence: [],
  aspects: [],
})

type Columns<Item> = { [name: string]: (item: Item) => Cell }
type Shape<Item> = { columns: Columns<Item>; object: (item: Item) => object }

const VOICE: Shape<VoiceExport> = {
  columns: {
    said_at: (one) => one.saidAt.toISOString(),
    text: (one) => one.text,
    title: (one) => one.title,
    question: (one) => one.question,
    source: (one) => one.source,
    channel: (one) => one.channel,
    score_kind: (one) => one.scoreKind,
    score: (one) => one.score,
    language: (one) => one.readLanguage ?? one.language,
    name: (one) => one.personName,
    email: (one) => one.email,
    order_number: (one) => one.orderNumber,
    url: (one) => one.url,
    external_id: (one) => one.externalId,
    voice_id: (one) => one.id,
    sentiment: (one) => one.sentiment,
    sentiment_score: (one) => one.sentimentScore,
    feeling: (one) => one.family,
    emotion: (one) => one.emotion,
    intensity: (one) => one.intensity,
    urgency: (one) => one.urgency,
    kind: (one) => one.kind,
    confidence: (one) => one.confidence,
    corrected: (one) => one.corrected,
    read_by: (one) => one.version,
  },
  object: (one) => ({
    id: one.id,
    saidAt: one.saidAt.toISOString(),
    receivedAt: one.receivedAt.toISOString(),
    source: one.source,
    channel: one.channel,
    title: one.title,
    text: one.text,
    question: one.question,
    language: one.language,
    score: one.scoreKind === null ? null : { kind: one.scoreKind, value: one.score },
    person: one.personId ? { id: one.personId, name: one.personName, email: one.email, kind: one.personKind } : null,
    externalId: one.externalId,
    orderNumber: one.orderNumber,
    url: one.url,
    attributes: one.attributes ?? {},
    surveyId: one.surveyId,
    responseId: one.responseId,
    importId: one.importId,
    reading: one.sentiment === null ? null : readingOf(one),
  }),
}

const readingOf = (one: VoiceExport): object => ({
  language: one.readLanguage,
  sentiment: { label: one.sentiment, score: one.sentimentScore },
  family: one.family,
  emotion: one.emotion,
  emotions: one.emotions,
  intensity: one.intensity,
  urgency: one.urgency,
  kind: one.kind,
  confidence: one.confidence,
  evidence: one.evidence,
  aspects: one.aspects,
  heldBack: one.heldBack,
  corrected: one.corrected,
  version: one.version,
})

const PERSON: Shape<PersonExport> = {
  columns: {
    name: (one) => one.name,
    email: (one) => one.emails.join('; '),
    phone: (one) => one.phones.join('; '),
    external_id: (one) => one.externalIds.join('; '),
    company: (one) => one.company,
    kind: (one) => one.kind,
    language: (one) => one.language,
    created_at: (one) => one.createdAt.toISOString(),
    person_id: (one) => one.id,
    merged_into: (one) => one.mergedInto,
    attributes: (one) => JSON.stringify(one.attributes),
  },
  object: (one) => ({ ...one, createdAt: one.createdAt.toISOString() }),
}

const ORDER: Shape<OrderExport> = {
  columns: {
    order_number: (one) => one.number,
    order_date: (one) => one.orderedAt.toISOString(),
    total: (one) => amount(one.totalMinor, one.currency),
    refunded: (one) => amount(one.refundedMinor, one.currency),
    currency: (one) => one.currency,
    status: (one) => one.status,
    source: (one) => one.source,
    name: (one) => one.personName,
    email: (one) => one.email,
    items: (one) => one.items.map((item) => `${item.quantity} × ${item.name}`).join('; '),
  },
  object: (one) => ({ ...one, orderedAt: one.orderedAt.toISOString() }),
}

/** 1250 and EUR is 12.50; currencies have none, two or three decimals (ISO 4217). */
export function amount(minor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return (minor / 10 ** digits).toFixed(digits)
}

const SHAPES = { voices: VOICE, persons: PERSON, orders: ORDER }
export type Exported = { voices: VoiceExport; persons: PersonExport; orders: OrderExport }

export const headerOf = (what: What, format: Format): string =>
  format === 'csv' ? csvLine(Object.keys(SHAPES[what].columns)) : ''

export function lineOf<Kind extends What>(what: Kind, format: Format, item: Exported[Kind]): string {
  const shape = SHAPES[what] as unknown as Shape<Exported[Kind]>
  if (format === 'jsonl') return `${JSON.stringify(shape.object(item))}\n`
  return csvLine(Object.values(shape.columns).map((cell) => cell(item)))
}
