/**
 * Reading dates as people's programs write them.
 *
 * Most shapes say what they mean (ISO, month names, seconds since 1970). "03/04/2025" does not: day or month first is a
 * habit of the whole column, so it is inferred over the column (`dateOrder`) and handed to `readDate`; where no value of the
 * column tells, the answer says that it was a guess, for the owner to confirm. A value that fits only the other order
 * (25 as a month) is read that way and marked `swapped`.
 * Times without a zone are taken in the workspace's time zone. A date without a time becomes noon there, so that it
 * stays on its day when shown a few zones away.
 */

export type DayOrder = 'dmy' | 'mdy'
export type DateHint = { order?: DayOrder; timeZone?: string }
/** `at` in Unix milliseconds. */
export type ReadDate = { at: number; dateOnly: boolean; swapped?: true }

// Fewer than four digits of year, and years nobody has feedback from, are misreadings.
const FIRST_YEAR = 1900
const LAST_YEAR = 2200
const NOON = 12 * 3_600_000
const DAY = 86_400_000

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?$/i
const NUMERIC = /^(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})$/
const TIME =
  /^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?\s?m\.?)?\s*(?:Uhr)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?$/i

/** The instant a text names, or null if it names none. */
export function readDate(text: string, hint: DateHint = {}): ReadDate | null {
  const trimmed = text.trim()
  if (!trimmed || trimmed.length > 60) return null
  const iso = ISO.exec(trimmed)
  if (iso) return fromIso(iso, hint)
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})(Z?)$/.exec(trimmed)
  if (compact) {
    const [, year, month, day, hour, minute, second, zone] = compact
    return readDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`, hint)
  }
  return /^\d+(?:\.\d+)?$/.test(trimmed) ? fromNumber(trimmed, hint) : fromWords(trimmed, hint)
}

/** Whether a text reads as a date at all; bare numbers do not, for a column of them is seldom one. */
export function looksLikeDate(text: string): boolean {
  return !/^\s*[\d.,]*\s*$/.test(text)
    ? readDate(text) !== null
    : /^\s*\d{1,2}\.\d{1,2}\.\d{2,4}\s*$/.test(text) && readDate(text) !== null
}

export type OrderFound = { order: DayOrder; certain: boolean; mixed: boolean }

/** Day or month first, over a column. `certain` is false where every value fits both; `mixed` is true where values disagree. */
export function dateOrder(values: Iterable<string>): OrderFound {
  let [dayFirst, monthFirst, unclear, american] = [0, 0, 0, 0]
  for (const value of values) {
    if (value.length > 60) continue
    const [date = '', ...rest] = value.trim().split(/[\sT,]+/)
    const found = NUMERIC.exec(date)
    if (!found || found[1]!.length > 2) continue
    const [first, second] = [Number(found[1]), Number(found[3])]
    if (first > 12 && second <= 12) dayFirst++
    else if (second > 12 && first <= 12) monthFirst++
    else if (found[2] === '/' && first !== second) unclear++
    if (found[2] === '/' && /^[ap]\.?m\.?$/i.test(rest.at(-1) ?? '')) american++
  }
  const order = monthFirst > dayFirst || (monthFirst === dayFirst && american > 0) ? 'mdy' : 'dmy'
  return { order, certain: dayFirst + monthFirst > 0 || unclear === 0, mixed: dayFirst > 0 && monthFirst > 0 }
}

/** A spreadsheet's day number as ISO text without zone: 45736.5 → 2025-03-20T12:00:00. Null where it is none. */
export function serialToIso(serial: number, since1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 110_000) return null
  // Day 60 is a 29 February 1900 that never was; days before it are one off. Below 1 it is a time of day.
  if (serial < 1 && !since1904) return new Date(Math.round(serial * DAY)).toISOString().slice(11, 19)
  const days = since1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const iso = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString().slice(0, 19)
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso
}

function fromIso(parts: RegExpExecArray, { timeZone }: DateHint): ReadDate | null {
  const [, year, month, day, hour, minute, second, fraction, zone] = parts
  const midnight = dayAt(Number(year), Number(month), Number(day))
  if (midnight === null) return null
  if (hour === undefined) return { at: toInstant(midnight + NOON, undefined, timeZone), dateOnly: true }
  const millis = fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0
  const time = timeAt(Number(hour), Number(minute), Number(second ?? 0))
  return time === null ? null : { at: toInstant(midnight + time + millis, zone, timeZone), dateOnly: false }
}

function fromNumber(text: string, { timeZone }: DateHint): ReadDate | null {
  const value = Number(text)
  const digits = text.split('.')[0]!.length
  // Seconds and milliseconds since 1970, from 2001 on; microseconds too. Eight digits are a date run together.
  if (digits === 10) return plausible({ at: Math.round(value * 1000), dateOnly: false })
  if (digits === 13) return plausible({ at: Math.round(value), dateOnly: false })
  if (digits === 16) return plausible({ at: Math.round(value / 1000), dateOnly: false })
  if (digits === 8 && !text.includes('.')) {
    const midnight = dayAt(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
    return midnight === null ? null : { at: toInstant(midnight + NOON, undefined, timeZone), dateOnly: true }
  }
  // A spreadsheet's day number, 1954 to 2119: five digits, so that a price or a postcode short of that is not a date.
  const iso = digits === 5 && value >= 20_000 && value < 80_000 ? serialToIso(value) : null
  return iso ? readDate(iso, { timeZone }) : null
}

const plausible = (read: ReadDate): ReadDate | null => {
  const year = new Date(read.at).getUTCFullYear()
  return year >= FIRST_YEAR && year <= LAST_YEAR ? read : null
}

function fromWords(text: string, hint: DateHint): ReadDate | null {
  const { date, time } = splitTime(text)
  const day = numericDay(date, hint.order ?? 'dmy') ?? namedDay(date)
  if (!day) return null
  if (!time) return { at: toInstant(day.at + NOON, undefined, hint.timeZone), dateOnly: true, ...day.mark }
  const [, hour, minute, second, half, zone] = time
  const clock = timeAt(onTwentyFour(Number(hour), half), Number(minute), Number(second ?? 0))
  return clock === null ? null : { at: toInstant(day.at + clock, zone, hint.timeZone), dateOnly: false, ...day.mark }
}

// The time is what is left after the date: the longest tail that reads as one.
function splitTime(text: string): { date: string; time: RegExpExecArray | null } {
  const start = /(?:^|[\sT,]+(?:at\s|um\s|à\s|om\s|a las\s)?)(\d{1,2}[:.h]\d{2}(?![.\d]*\d{3,4}(?:\D|$)).*)$/i.exec(
    text,
  )
  const time = start && start.index > 0 ? TIME.exec(start[1]!.replace(/\s*\([^)]*\)$/, '')) : null
  return time ? { date: text.slice(0, start!.index).trim(), time } : { date: text, time: null }
}

type Day = { at: number; mark: { swapped?: true } }

function numericDay(text: string, order: DayOrder): Day | null {
  const found = NUMERIC.exec(text.replace(/[,\s]+$/, ''))
  if (!found) return null
  const [first, , second, third] = found.slice(1).map((part, i) => (i === 1 ? 0 : Number(part))) as [
    number,
    number,
    number,
    number,
  ]
  if (found[1]!.length === 4) return dayOrNull(first, second, third, {})
  if (found[1]!.length === 3) return null
  const year = found[4]!.length === 2 ? third + (third < 70 ? 2000 : 1900) : third
  if (found[4]!.length === 3) return null
  const [day, month] = order === 'dmy' ? [first, second] : [second, first]
  return dayOrNull(year, month, day, {}) ?? dayOrNull(year, day, month, { swapped: true })
}

const MONTHS = [
  'jan januar janv janvier ene enero januari jaenner',
  'feb februar fevr fevrier febrero februari',
  'mar mrz maerz marz mars marzo mrt maart march',
  'apr april avr avril abr abril',
  'may mai mayo mei',
  'jun juni juin junio june',
  'jul juli juil juillet julio july',
  'aug august aout ago agosto augustus',
  'sep sept september septembre septiembre',
  'oct okt oktober octobre octubre october',
  'nov november novembre noviembre',
  'dec dez dezember decembre dic diciembre december',
]
const MONTH_OF = new Map(MONTHS.flatMap((words, i) => words.split(' ').map((word) => [word, i + 1] as const)))
const FILLERS = new Set(
  'mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag of the de del le st nd rd th er'.split(
    ' ',
  ),
)

function namedDay(text: string): Day | null {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const parts = plain.match(/\d+|\p{L}+/gu) ?? []
  const numbers = parts.filter((part) => /^\d/.test(part))
  const words = parts.filter((part) => !/^\d/.test(part))
  // "mar" is a weekday in French and Spanish and a month in English: the last word that can be a month is it.
  const named = words.findLast((word) => MONTH_OF.has(word))
  if (!named || numbers.length !== 2) return null
  if (words.some((word) => word !== named && !FILLERS.has(word))) return null
  const [first, second] = numbers as [string, string]
  const [year, day] = first.length === 4 ? [first, second] : [second, first]
  const fullYear = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)
  return dayOrNull(fullYear, MONTH_OF.get(named)!, Number(day), {})
}

function dayOrNull(year: number, month: number, day: number, mark: Day['mark']): Day | null {
  const at = dayAt(year, month, day)
  return at === null ? null : { at, mark }
}

/** Midnight of a day as if in UTC, or null where the calendar has no such day. */
function dayAt(year: number, month: number, day: number): number | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return null
  const at = Date.UTC(year, month - 1, day)
  return day <= 28 || new Date(at).getUTCDate() === day ? at : null
}

function timeAt(hour: number, minute: number, second: number): number | null {
  if (hour > 23 || minute > 59 || second > 60) return null
  return (hour * 3600 + minute * 60 + Math.min(second, 59)) * 1000
}

function onTwentyFour(hour: number, half: string | undefined): number {
  if (!half) return hour
  if (hour < 1 || hour > 12) return 99
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
}

function toInstant(wall: number, zone: string | undefined, timeZone: string | undefined): number {
  if (zone && /^[+-]/.test(zone)) {
    const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', '') || 0)]
    return wall - (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
  }
  return zone || !timeZone || timeZone === 'UTC' ? wall : wall - zoneOffset(wall, timeZone)
}

// Asking Intl costs some 20 µs; a file has few distinct hours. Bounded, for a hostile one has many.
const offsets = new Map<string, number>()

/** What clocks in a zone are ahead of UTC at a wall time there, in milliseconds. In a skipped or doubled hour, the earlier offset's. */
function zoneOffset(wall: number, timeZone: string): number {
  const key = `${Math.floor(wall / 3_600_000)} ${timeZone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size > 50_000) offsets.clear()
  const guess = offsetAt(wall, timeZone)
  const offset = offsetAt(wall - guess, timeZone)
  offsets.set(key, offset)
  return offset
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function offsetAt(instant: number, timeZone: string): number {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    clocks.set(timeZone, clock)
  }
  const name = clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const found = /([+-])(\d{2}):(\d{2})/.exec(name)
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000 : 0
}
