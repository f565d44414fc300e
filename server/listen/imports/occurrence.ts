/**
 * Which of several equal rows a row is. Two customers who both wrote "Great." on the same day are two voices, and still two
 * when their file is imported again; so equal contents are numbered in the order they come by, and the number is part of
 * the fingerprint (see `../fingerprint.ts`).
 */
import { hash } from 'node:crypto'
import type { Fingerprinted } from '../fingerprint.ts'
import { fingerprint } from '../fingerprint.ts'

/** One for each reading of a file, from its first row on: it counts what has come by. Fingerprints are lower-case hex. */
export type Occurrences = {
  voice(content: Omit<Fingerprinted, 'nth'>): string
  /** For what has an id of its own: an order's number, a person's address. */
  known(source: string, id: string): string
  /** For a person of whom there is only a name. */
  named(source: string, name: string): string
}

export function occurrences(): Occurrences {
  const nth = printCounts()
  const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32)
  return {
    voice(content) {
      const print = fingerprint(content).toString('hex')
      if (content.externalId) return print
      const before = nth(print)
      return before === 0 ? print : fingerprint({ ...content, nth: before }).toString('hex')
    },
    known: (source, id) => digest(`${source}\u0000${id}`),
    named(source, name) {
      const print = digest(`${source}\u0000name\u0000${name}`)
      const before = nth(print)
      return before === 0 ? print : digest(`${print}${before}`)
    },
  }
}

const PARTS = 1024

/**
 * How often each print came by before. 48 bits of a print are kept, in plain arrays: some 25 bytes a row where a map of a
 * million rows takes four times that and stops everything when it grows. A thousand small tables grow one at a time,
 * unnoticed. Should two contents ever share 48 bits, the number of one is off by one in the same way at every import,
 * which harms nothing.
 */
export function printCounts(): (print: string) => number {
  const tables = Array.from({ length: PARTS }, () => newTable(16))
  return (print) => {
    const key = Number.parseInt(print.slice(0, 12), 16) + 1
    const part = Number.parseInt(print.slice(12, 16), 16) % PARTS
    let table = tables[part]!
    if (table.used * 3 > table.keys.length * 2) table = tables[part] = grown(table)
    const place = placeOf(table, key)
    if (table.keys[place] === 0) {
      table.keys[place] = key
      table.used++
    }
    return table.counts[place]!++
  }
}

type Table = { keys: Float64Array; counts: Uint32Array; used: number }

const newTable = (size: number): Table => ({ keys: new Float64Array(size), counts: new Uint32Array(size), used: 0 })

function placeOf({ keys }: Table, key: number): number {
  const mask = keys.length - 1
  let place = (key % 2 ** 31) & mask
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & mask
  return place
}

function grown(table: Table): Table {
  const next = newTable(table.keys.length * 2)
  for (const [i, key] of table.keys.entries()) {
    if (key === 0) continue
    const place = placeOf(next, key)
    next.keys[place] = key
    next.counts[place] = table.counts[i]!
  }
  next.used = table.used
  return next
}
