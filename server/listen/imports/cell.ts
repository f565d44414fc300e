/** Reading single cells the way a mapping says, with a reason where that fails. */
import { LIMITS } from '#people/contract'
import { isEmpty } from './column.ts'
import type { DateHint } from './date.ts'
import { readDate } from './date.ts'
import { readNumber } from './amount.ts'
import type { PersonRef, ScoreDraft } from './draft.ts'
import type { Field, Mapping, ScoreScale } from './mapping.ts'
import type { GoodRow, Values } from './row.ts'
import { readStars } from './stars.ts'

/** A value, nothing (null), or why it is not one. */
export type Reading<T> = { value: T | null; reason?: string }

export type Cells = {
  text(field: Field): string | null
  /** As `text`, and cut to a length no honest value of the field has. */
  short(field: Field): string | null
  time(field: Field): Reading<string>
  amount(field: Field): Reading<number>
  email(field: Field): string | null
}

const SHORT = 2_000
const QUOTED = 60

export function cellsOf(mapping: Mapping): (values: Values) => Cells {
  const hint: DateHint = { order: mapping.dateOrder, timeZone: mapping.timeZone }
  const decimal = mapping.decimal ? { decimal: mapping.decimal } : {}
  const fields = mapping.fields
  return (values) => {
    const text = (field: Field): string | null => {
      const header = fields[field]
      const value = header === undefined ? '' : (values[header] ?? '')
      return value === '' || isEmpty(value) ? null : value.trim()
    }
    const short = (field: Field): string | null => text(field)?.slice(0, SHORT) ?? null
    return {
      text,
      short,
      time: (field) => {
        const given = text(field)
        if (given === null) return { value: null }
        const read = readDate(given, hint)
        return read
          ? { value: new Date(read.at).toISOString() }
          : { value: null, reason: `${quoted(given)} is not a date Heed can read.` }
      },
      amount: (field) => {
        const given = text(field)
        if (given === null) return { value: null }
        const value = readNumber(given, decimal)
        return value === null ? { value, reason: `${quoted(given)} is not a number.` } : { value }
      },
      email: (field) => {
        const given =
          short(field)
            ?.replace(/^mailto:/i, '')
            .toLowerCase() ?? null
        return given && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given) ? given : null
      },
    }
  }
}

/** A score on its scale; what lies outside is no score, and is said. */
export function readScore(given: string, scale: ScoreScale): Reading<ScoreDraft> {
  if (isEmpty(given)) return { value: null }
  const read = readStars(given)
  const { kind, min, max } = scale
  if (!read) return { value: null, reason: `${quoted(given)} is not a score.` }
  if (read.scale !== undefined && read.scale !== max)
    return { value: null, reason: `${quoted(given)} is on another scale than ${min}–${max}.` }
  if (read.value < min || read.value > max)
    return { value: null, reason: `${quoted(given)} lies outside ${min}–${max}.` }
  if (kind !== 'star' && !Number.isInteger(read.value))
    return { value: null, reason: `${quoted(given)} is between two steps of the scale.` }
  return { value: { kind, value: kind === 'star' ? onFive(read.value, max) : read.value } }
}

// Stars are kept on five: 8 of 10 is 4, and none of 10 is the fewest there are.
function onFive(stars: number, best: number): number {
  return best === 5 ? stars : Math.max(1, Math.round((stars / best) * 500) / 100)
}

export const quoted = (text: string): string => `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`

/** Who said it, as far as the row tells; null for nobody known. */
export function personOf(cells: Cells, system: string): PersonRef | null {
  const [first, last] = [cells.short('person_first_name'), cells.short('person_last_name')]
  const name = cells.short('person_name') ?? ([first, last].filter(Boolean).join(' ') || null)
  const found = {
    name,
    email: cells.email('person_email'),
    phone: cells.short('person_phone'),
    externalId: systemId(system, cells.short('person_id')),
  }
  const given = Object.entries(found).filter(([, value]) => value)
  return given.length ? (Object.fromEntries(given) as PersonRef) : null
}

/** Ids are unique only within the system that gave them: customer 7 of the shop is not customer 7 of the help desk. */
export const systemId = (system: string, id: string | null): string | null =>
  id === null ? null : cut(`${system}:${id}`, 200)

/** The columns kept beside a draft, within what people and voices may carry; empty ones are left out. */
export function attributesOf(mapping: Mapping, { values }: GoodRow): Record<string, string> {
  const attributes: Record<string, string> = {}
  let count = 0
  for (const header of mapping.attributes) {
    const value = values[header]?.trim()
    if (!value || header === '__proto__' || count >= LIMITS.attributes) continue
    attributes[cut(header, 80)] = cut(value, 500)
    count++
  }
  return attributes
}

/** Cuts without leaving half a character: databases refuse those. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`
