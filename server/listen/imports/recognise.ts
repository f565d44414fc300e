/**
 * Proposes what the columns of a file mean, from their names and a sample of their values.
 *
 * Known exports are recognised by their headers (`shape.ts`). Any other file is read as voices, persons and orders at once:
 * every column is weighed for every field (named outright, hinted at, or shown by its values), the best pairs are taken
 * first, and the reading with the most to show for itself wins. Each choice says why, so that a person can overrule it.
 */
import type { Column } from './column.ts'
import { column } from './column.ts'
import type { DayOrder } from './date.ts'
import { plainHeader } from './header.ts'
import { SCORES } from '../contract.ts'
import type { Field, Found, Mapping, MappingWarning, Recognition, ScoreScale, Target } from './mapping.ts'
import { answerColumns, isKept, scaleOf } from './question.ts'
import type { Row, Values } from './row.ts'
import { isBad } from './row.ts'
import type { Shape } from './shape.ts'
import { knownShape, ORDER_ATTRIBUTES } from './shape.ts'
import { weigh } from './weighing.ts'

/** `guess: false`: only what must be known of any file; every column is left for a person to choose. */
export type RecogniseOptions = { timeZone?: string; source?: string; guess?: boolean }

// More rows than this make the preview slower and no wiser.
const SAMPLE = 1000
const NOTHING_KEPT = /^(?:password|passwort|token|secret|iban|card|cvc|ssn|ip|useragent)/

export function recognise(
  headers: readonly string[],
  sample: readonly Row[],
  options: RecogniseOptions = {},
): Recognition {
  const rows = sample.flatMap((row): Values[] => (isBad(row) ? [] : [row.values])).slice(0, SAMPLE)
  const columns = headers.map((header) => column(header, rows))
  const guess = options.guess ?? true
  const shape = guess ? knownShape(new Set(columns.map(({ plain }) => plain))) : null
  const { target, confidence, mapping } = !guess ? NOT_GUESSED() : shape ? byShape(shape, columns) : byWords(columns)
  const scored = columns.find(({ header }) => header === mapping.score?.header)
  const scale = scored ? (shape?.score ?? scaleOf(scored)) : null
  // Effort on five or satisfaction on seven would bend the score: such a column stays beside the voice as it is.
  const aside = scored && scale && !isKept(scale) ? { header: scored.header, scale } : null
  if (aside) delete mapping.score
  const taken = new Set(Object.values(mapping).map(({ header }) => header))
  const left = columns.filter(({ header }) => !taken.has(header))
  const ignored = new Set((shape?.ignored ?? '').split(' '))
  const usable = guess ? left.filter(({ plain }) => !ignored.has(plain)) : []
  const answers = target === 'voices' ? answerColumns(usable, shape, mapping) : []
  for (const { header } of answers) taken.add(header)
  if (answers.some(({ header }) => header === mapping.text?.header)) delete mapping.text
  const attributes = usable
    .filter((one) => !taken.has(one.header) && isAttribute(one, ignored))
    .map(({ header }) => header)
  const unmapped = headers.filter((header) => !taken.has(header) && !attributes.includes(header))
  const dated = columns.filter(
    ({ header }) => header === (mapping.said_at ?? mapping.ordered_at ?? mapping.created_at)?.header,
  )[0]
  const proposal: Mapping = {
    shape: shape?.name ?? 'generic',
    target,
    source: options.source ?? shape?.source ?? 'import',
    fields: Object.fromEntries(Object.entries(mapping).map(([field, { header }]) => [field, header])),
    answers,
    attributes,
    score: aside ? null : scale,
    dateOrder: dated?.order.order ?? ('dmy' satisfies DayOrder),
    decimal: decimalOf(columns, rows, mapping),
    timeZone: options.timeZone ?? 'UTC',
  }
  const warnings = warningsOf(proposal, columns, rows.length, dated, aside)
  return { shape: proposal.shape, target, confidence, mapping, answers, attributes, unmapped, warnings, proposal }
}

type Reading = { target: Target; confidence: number; mapping: Recognition['mapping'] }

const NOT_GUESSED = (): Reading => ({ target: 'voices', confidence: 0, mapping: {} })

function byShape(shape: Shape, columns: Column[]): Reading {
  const mapping: Recognition['mapping'] = {}
  const taken = new Set<string>()
  for (const [field, names] of Object.entries(shape.fields) as [Field, string][]) {
    const candidates = names
      .split(' ')
      .flatMap((name) => columns.filter(({ plain, header }) => plain === name && !taken.has(header)))
    const best = candidates.find(({ filled }) => filled > 0) ?? candidates[0]
    if (!best) continue
    taken.add(best.header)
    mapping[field] = { header: best.header, confidence: 0.98, why: `“${best.header}” is where this export keeps it.` }
  }
  // A ticket list without descriptions has its subject as the only words there are.
  if (mapping.text && mapping.text.header === mapping.title?.header) delete mapping.title
  const wanted = Object.keys(shape.fields).length
  return { target: shape.target, confidence: 0.9 + 0.1 * (taken.size / wanted), mapping }
}

function byWords(columns: Column[]): Reading {
  const readings = (['voices', 'persons', 'orders'] as const).map((target) => {
    const mapping = weigh(columns, target)
    return { target, mapping, weight: weightOf(target, mapping, columns) }
  })
  const [best, second] = readings.toSorted((a, b) => b.weight - a.weight) as [
    (typeof readings)[0],
    (typeof readings)[0],
  ]
  const sure = Object.values(best.mapping).map(({ confidence }) => confidence)
  const average = sure.length ? sure.reduce((sum, one) => sum + one, 0) / sure.length : 0
  const lead = best.weight > 0 ? Math.min(1, (best.weight - second.weight) / best.weight + 0.5) : 0
  return { target: best.weight > 0 ? best.target : 'voices', confidence: average * lead, mapping: best.mapping }
}

// Words are what makes a voice, an order number with money an order; what is left and has a name or address is a person.
function weightOf(target: Target, mapping: Recognition['mapping'], columns: Column[]): number {
  const sure = (...fields: Field[]): number => Math.max(0, ...fields.map((field) => mapping[field]?.confidence ?? 0))
  if (target === 'voices') {
    const text = columns.find(({ header }) => header === mapping.text?.header)
    const aside = text && /^(?:notes?|description|beschreibung|descripcion|beschrijving)$/.test(text.plain)
    return sure('text') * (aside ? 1.5 : 4) + sure('score') * 1.5 + sure('said_at') * 0.5
  }
  if (target === 'orders')
    return (
      (sure('total', 'item_name') ? sure('number') * 2 : 0) +
      sure('total') * 1.5 +
      sure('item_name') +
      sure('currency') * 0.5
    )
  return sure('email') + sure('name', 'first_name') + sure('phone') + sure('company') * 0.8 + sure('external_id') * 0.3
}

function isAttribute({ plain, filled, length }: Column, ignored: Set<string>): boolean {
  if (filled === 0 || length > 500 || NOTHING_KEPT.test(plain)) return false
  return !ignored.has('*') || ORDER_ATTRIBUTES.split(' ').includes(plain)
}

function decimalOf(columns: Column[], rows: Values[], mapping: Recognition['mapping']): Mapping['decimal'] {
  const money = ([mapping.total, mapping.item_price, mapping.refunded, mapping.score] as (Found | undefined)[]).flatMap(
    (found) => found?.header ?? [],
  )
  const values = columns
    .filter(({ header }) => money.includes(header))
    .flatMap(({ header }) => rows.map((row) => row[header] ?? ''))
  // One or two digits after the last mark can only be cents; that mark then is the decimal all down the file.
  const votes = { ',': 0, '.': 0 }
  for (const value of values) {
    const mark = /([.,])\d{1,2}\D*$/.exec(value)?.[1] as ',' | '.' | undefined
    if (mark) votes[mark]++
  }
  if (votes[','] === votes['.']) return null
  return votes[','] > votes['.'] ? ',' : '.'
}

function warningsOf(
  proposal: Mapping,
  columns: Column[],
  rows: number,
  dated: Column | undefined,
  aside: { header: string; scale: ScoreScale } | null,
): MappingWarning[] {
  const warnings: MappingWarning[] = []
  const { target, fields, answers } = proposal
  const warn = (code: MappingWarning['code'], detail: string, header?: string): void => {
    warnings.push(header === undefined ? { code, detail } : { code, detail, header })
  }
  if (rows === 0) warn('no_rows', 'Only the names of the columns could be read; there is no row to look at.')
  const words = fields.text !== undefined || answers.some(({ score }) => !score)
  if (target === 'voices' && !words)
    warn('no_text', 'No column holds what people wrote. Choose it, or import the scores alone.')
  if (target === 'voices' && !dated)
    warn('no_date', 'No column says when it was said. Voices without a date count as said today.')
  if (dated && !dated.order.certain) {
    const guess = proposal.dateOrder === 'dmy' ? 'the day first' : 'the month first'
    warn('ambiguous_dates', `Dates such as 03/04/2025 can be read two ways; Heed took ${guess}.`, dated.header)
  }
  if (dated?.order.mixed)
    warn(
      'mixed_dates',
      'Some dates have the day first and some the month first. Each is read the only way it fits; the rest by the more common one.',
      dated.header,
    )
  const { score } = proposal
  if (score?.kind === 'star' && score.max !== 5)
    warn(
      'other_scale',
      `Ratings here run to ${score.max}. Heed keeps stars on five: ${score.max * 0.8} becomes 4.`,
      fields.score,
    )
  if (aside) {
    const detail = `“${aside.header}” runs from ${aside.scale.min} to ${aside.scale.max}, not to ${SCORES[aside.scale.kind].max}. It is kept beside each voice and not counted as a score.`
    warn('other_scale', detail, aside.header)
  }
  if (target === 'persons' && !fields.email && !fields.external_id && !fields.phone)
    warn('no_identity', 'No column tells people of the same name apart, such as an e-mail address.')
  const renamed = columns.filter(
    ({ header }) =>
      / \(\d+\)$/.test(header) && columns.some((other) => plainHeader(header.replace(/ \(\d+\)$/, '')) === other.plain),
  )
  if (renamed.length)
    warn(
      'renamed_columns',
      `Some columns had the same name and were numbered: ${renamed.map(({ header }) => header).join(', ')}.`,
    )
  return warnings
}
