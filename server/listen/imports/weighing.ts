/** How well each column fits each field of a target, and the best pairing of the two. */
import type { Column } from './column.ts'
import { fieldWords } from './field-words.ts'
import type { Field, Found, Recognition, Target } from './mapping.ts'

const NAMED = 0.95
const HINTED = 0.7
const SHOWN = 0.75
const ENOUGH = 0.4

type Fit = { field: Field; column: Column } & Found

/** What values must look like: 0 … 1, or null where they cannot tell. */
const LOOKS: Partial<Record<Field, (column: Column) => number | null>> = {
  // "Good." and "Late" are things people say: under a header that means words, short cells are no reason to doubt it.
  text: (column) =>
    Math.max(column.number, column.date, column.url, column.email) > 0.5
      ? column.text
      : Math.max(column.text, column.length >= 40 ? 0.5 : 0.4),
  title: (column) => 1 - Math.max(column.date, column.email, column.url, column.number),
  said_at: timeLooks,
  ordered_at: timeLooks,
  created_at: timeLooks,
  score: (column) => (column.max <= 100 && column.min >= -100 ? column.rating : 0),
  person_email: (column) => column.email,
  email: (column) => column.email,
  person_phone: (column) => column.phone,
  phone: (column) => column.phone,
  url: (column) => column.url,
  language: (column) => (column.length <= 12 ? Math.max(column.language, 0.5) : 0),
  total: (column) => column.number,
  item_price: (column) => column.number,
  item_quantity: (column) => column.number,
  refunded: (column) => column.number,
  currency: (column) => (column.length <= 4 ? 1 : 0),
  person_name: nameLooks,
  name: nameLooks,
  external_id: (column) => (column.distinct > 0.98 && column.length <= 200 && column.text < 0.2 ? 1 : 0.1),
  person_id: (column) => (column.text < 0.2 && column.length <= 120 ? 1 : 0.1),
  number: (column) => (column.text < 0.2 && column.length <= 60 ? 1 : 0.1),
  source: (column) => (column.length <= 60 ? 1 : 0.1),
}

// Fields that values alone can show, where the header says nothing Heed knows.
const SHOWN_BY_VALUES: Partial<Record<Field, number>> = {
  text: 0.6,
  said_at: 0.9,
  ordered_at: 0.9,
  created_at: 0.9,
  score: 0.95,
  person_email: 0.9,
  email: 0.9,
}

const REASONS: Partial<Record<Field, string>> = {
  text: 'Its values are sentences.',
  said_at: 'Its values are dates.',
  ordered_at: 'Its values are dates.',
  created_at: 'Its values are dates.',
  score: 'Its values are few numbers on one scale.',
  person_email: 'Its values are e-mail addresses.',
  email: 'Its values are e-mail addresses.',
}

export function weigh(columns: readonly Column[], target: Target): Recognition['mapping'] {
  const words = fieldWords(target)
  const fits: Fit[] = []
  for (const [field, names] of words) {
    for (const column of columns) {
      const fit = fitOf(field, names, column)
      if (fit && fit.confidence >= ENOUGH) fits.push(fit)
    }
  }
  // Longer prose wins among equals: "Comment" beside "Answer" is the fuller of the two.
  fits.sort(
    (a, b) => b.confidence - a.confidence || b.column.length * b.column.share - a.column.length * a.column.share,
  )
  const mapping: Recognition['mapping'] = {}
  const taken = new Set<string>()
  for (const { field, header, confidence, why } of fits) {
    if (mapping[field] || taken.has(header)) continue
    mapping[field] = { header, confidence, why }
    taken.add(header)
  }
  return mapping
}

function fitOf(field: Field, names: { named: Set<string>; hinted: Set<string> }, column: Column): Fit | null {
  const plain = column.plain.replace(/\d+$/, '') || column.plain
  const named = names.named.has(column.plain) || names.named.has(plain)
  const hinted = !named && column.words.some((word) => names.hinted.has(word))
  const looks = column.filled ? (LOOKS[field]?.(column) ?? null) : null
  const label = `The column is called “${column.header}”`
  if (named || hinted) {
    const trust = looks === null ? 0.9 : looks > 0.6 ? 1 : looks > 0.2 ? 0.8 : 0.3
    const agrees = looks !== null && looks > 0.6 && REASONS[field] ? ' and its values agree' : ''
    return {
      field,
      column,
      header: column.header,
      confidence: round((named ? NAMED : HINTED) * trust),
      why: `${label}${agrees}.`,
    }
  }
  const needed = SHOWN_BY_VALUES[field]
  if (needed === undefined || looks === null || looks < needed || column.filled < 1) return null
  // A number from 1 to 5 may be anything; without a word for it there must be several, and a scale people use.
  if (
    field === 'score' &&
    !(column.scale || (column.filled >= 5 && column.min >= 0 && column.max <= 10 && column.distinct < 0.7))
  )
    return null
  return {
    field,
    column,
    header: column.header,
    confidence: round(SHOWN * looks * (field === 'score' && !column.scale ? 0.65 : 1)),
    why: REASONS[field] ?? label,
  }
}

// A column called "time" that holds 14:05, or the minutes something took, is not a date.
function timeLooks(column: Column): number {
  return Math.max(
    column.date,
    column.number > 0.9 && column.length >= 5 && /date|time|stamp|datum|fecha|created|millis/.test(column.plain)
      ? 0.8
      : 0,
  )
}

function nameLooks(column: Column): number {
  return Math.max(column.email, column.date, column.url) > 0.5 || column.number > 0.8
    ? 0
    : column.length <= 60
      ? 1
      : 0.1
}

const round = (value: number): number => Math.round(value * 100) / 100
