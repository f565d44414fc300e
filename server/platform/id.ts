import { randomFillSync } from 'node:crypto'

/** The last millisecond an id was made in, and how many were made in it before; apart for ids of a given moment. */
const last = { at: 0, nth: 0 }
const given = { at: -1, nth: 0 }
const MOST_IN_A_MILLISECOND = 0xfff

/** Random bytes are fetched for many ids at once: asking for eight costs nearly as much as asking for thousands. */
const RANDOM_BYTES = 8
const drawn = { bytes: Buffer.alloc(512 * RANDOM_BYTES), used: 512 * RANDOM_BYTES }

/**
 * UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit count within the millisecond (method 1 of its section
 * 6.2), then random bits. Ids made later sort later, also within one millisecond and when the clock jumps back, so that
 * new rows lie side by side in an index and steps of one moment keep their order. `at` makes an id of another moment, for
 * what happened before it was written down. Made here and not in SQL, because `uuidv7()` exists from PostgreSQL 18 only.
 */
export function newId(at?: number): string {
  const place = at === undefined ? nextNow() : nextGiven(at)
  if (drawn.used === drawn.bytes.length) {
    randomFillSync(drawn.bytes)
    drawn.used = 0
  }
  const bytes = Buffer.allocUnsafe(16)
  drawn.bytes.copy(bytes, RANDOM_BYTES, drawn.used, (drawn.used += RANDOM_BYTES))
  bytes.writeUIntBE(place.at, 0, 6)
  bytes.writeUInt16BE(0x7000 | place.nth, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function nextNow(): { at: number; nth: number } {
  const now = Date.now()
  if (now > last.at) Object.assign(last, { at: now, nth: 0 })
  else if (last.nth < MOST_IN_A_MILLISECOND) last.nth += 1
  else Object.assign(last, { at: last.at + 1, nth: 0 })
  return last
}

function nextGiven(at: number): { at: number; nth: number } {
  const nth = given.at === at ? (given.nth + 1) & MOST_IN_A_MILLISECOND : 0
  return Object.assign(given, { at, nth })
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text is a UUID, so that a mistyped address is "not found" and not a database error. */
export const isId = (text: string): boolean => UUID.test(text)
