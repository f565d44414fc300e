import { isId } from './id.ts'
import { Refusal } from './refusal.ts'

/**
 * Opaque place in a list: the sort values of its last row. Opaque so that nobody builds one, not secret; so what comes
 * back is looked at like any other input, and one of another list or another search is refused and not handed on.
 */
export const writeCursor = (place: (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

const SHAPES = {
  id: (part: unknown) => typeof part === 'string' && isId(part),
  instant: (part: unknown) => typeof part === 'string' && isInstant(part),
  text: (part: unknown) => typeof part === 'string',
  whole: (part: unknown) => Number.isSafeInteger(part),
  number: (part: unknown) => part === null || typeof part === 'number',
} as const
type Shape = keyof typeof SHAPES

export function readCursor(cursor: string | undefined, shape: readonly Shape[]): (string | number | null)[] | null {
  if (!cursor) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8').replaceAll('\\u0000', ''))
    if (Array.isArray(place) && place.length === shape.length && shape.every((kind, nth) => SHAPES[kind](place[nth])))
      return place
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal('invalid_cursor', 'This place in the list is not one Heed gave out. Start again without it.')
}

const INSTANT =
  /^(\d{4,6})-(\d\d)-(\d\d)[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-5])(:[0-5]\d){0,2})?( BC)?$/
/** The last year PostgreSQL knows whole is 294275, the first one 4712 BC. */
const LAST_YEAR = { AD: 294_275, BC: 4_712 } as const

/** A moment as Heed or PostgreSQL writes it. */
function isInstant(text: string): boolean {
  const [, year, month, day] = (INSTANT.exec(text) ?? []).map(Number) as [number, number, number, number]
  if (!year || year > LAST_YEAR[text.endsWith('BC') ? 'BC' : 'AD']) return false
  // A year of the same length, since a `Date` does not reach as far; every 400 years the calendar is the same.
  const date = new Date(Date.UTC(2000 + (year % 400), month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
