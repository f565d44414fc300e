/** What the values of one column look like, from a sample: the evidence beside the header's words. */
import { readNumber } from './amount.ts'
import { dateOrder, looksLikeDate, readDate } from './date.ts'
import type { OrderFound } from './date.ts'
import { headerWords, plainHeader } from './header.ts'
import type { Values } from './row.ts'
import { readStars } from './stars.ts'

/** Shares 0 … 1 are of the filled values. */
export type Column = {
  header: string
  plain: string
  words: string[]
  filled: number
  share: number
  distinct: number
  length: number
  text: number
  date: number
  number: number
  rating: number
  email: number
  phone: number
  url: number
  language: number
  min: number
  max: number
  whole: boolean
  scale: number | null
  order: OrderFound
}

// A column shows what it is in its first values; only the order of day and month may hide for longer.
const LOOKED_AT = 200
const LOOKED_INTO = 300
// One 50 among forty stars is a slip of the hand, not a scale of a hundred.
const ODD = 0.03

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/
const PHONE = /^\+?[\d\s()./-]{7,20}$/
const URL_START = /^https?:\/\/\S+$/i
const LANGUAGE = /^[a-z]{2}(?:[-_][A-Z]{2})?$/
const EMPTY = /^(?:n\/?a|null|none|nan|-|–|—)$/i

/** Values that say "nothing here" in so many words. */
export const isEmpty = (value: string): boolean => value.trim() === '' || EMPTY.test(value.trim())

export function column(header: string, rows: readonly Values[]): Column {
  const all = rows.map((row) => row[header] ?? '').filter((value) => !isEmpty(value))
  const values = all.slice(0, LOOKED_AT).map((value) => value.slice(0, LOOKED_INTO).trim())
  const share = (test: (value: string) => boolean): number =>
    values.length ? values.filter(test).length / values.length : 0
  const stars = values.flatMap((value) => readStars(value) ?? [])
  const ratings = stars.map(({ value }) => value).sort((a, b) => a - b)
  const scales = stars.flatMap(({ scale }) => scale ?? [])
  const distinct = new Set(values).size
  return {
    header,
    plain: plainHeader(header),
    words: headerWords(header),
    filled: values.length,
    share: rows.length ? all.length / rows.length : 0,
    distinct: values.length ? distinct / values.length : 0,
    length: values.length ? values.reduce((sum, value) => sum + value.length, 0) / values.length : 0,
    text: share(isProse),
    date: share(looksLikeDate),
    number: share((value) => readNumber(value) !== null),
    rating: values.length && distinct <= 40 ? ratings.length / values.length : 0,
    email: share((value) => EMAIL.test(value)),
    phone: share((value) => PHONE.test(value) && value.replaceAll(/\D/g, '').length >= 7 && !looksLikeDate(value)),
    url: share((value) => URL_START.test(value)),
    language: share((value) => LANGUAGE.test(value)),
    min: ratings[Math.floor(ratings.length * ODD)] ?? Infinity,
    max: ratings[Math.ceil(ratings.length * (1 - ODD)) - 1] ?? -Infinity,
    whole: ratings.filter(Number.isInteger).length >= ratings.length * (1 - ODD),
    scale: scales.length * 2 > ratings.length ? Math.max(...scales) : null,
    order: dateOrder(all),
  }
}

// Three words or a good many characters (for scripts that write words together), and no address or link.
function isProse(value: string): boolean {
  if (EMAIL.test(value) || URL_START.test(value) || readNumber(value) !== null) return false
  if (/[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{6}/.test(value)) return true
  return /\p{L}+\P{L}+\p{L}+\P{L}+\p{L}+/u.test(value) && value.length >= 12 && readDate(value) === null
}
