/**
 * Personal details in running text, and a text without them. Works for any language, best for the eight it was written for
 * (English, German, French, Spanish, Italian, Dutch, Portuguese, Polish); how well is measured in docs/models/personal.md.
 * Pure and linear: a megabyte of one letter costs what a megabyte of prose costs. Never throws.
 *
 *     findPersonal('Ring me on 07700 900461, Priya')   // [{ kind: 'phone', start: 11, end: 23, confidence: 0.95 }]
 *     redact('Ring me on 07700 900461.').text          // 'Ring me on [phone].'
 */
import { findAddresses } from './addresses.ts'
import { findNames } from './names.ts'
import { findIbans, findIds, findNumbers } from './numbers.ts'
import { findEmails, findLinks } from './reachable.ts'
import { PERSONAL_KINDS, type Finder, type PersonalKind, type PersonalSpan } from './span.ts'

export { PERSONAL_KINDS, type PersonalKind, type PersonalSpan } from './span.ts'

/** Of two that overlap the one that is surer of what it is stays: what has a checksum first, names last. */
const ORDER: readonly PersonalKind[] = [
  'link',
  'email',
  'iban',
  'card',
  'id',
  'birth',
  'ip',
  'phone',
  'address',
  'name',
]

const FINDERS: readonly { kinds: readonly PersonalKind[]; find: Finder }[] = [
  { kinds: ['link'], find: findLinks },
  { kinds: ['email'], find: findEmails },
  { kinds: ['iban'], find: findIbans },
  { kinds: ['id'], find: findIds },
  { kinds: ['card', 'phone', 'id', 'ip', 'birth'], find: findNumbers },
  { kinds: ['address'], find: findAddresses },
  { kinds: ['name'], find: findNames },
]

export type PersonalOptions = { kinds?: readonly PersonalKind[]; least?: number }

/** In the order of the text, without overlaps. `least`: only what is at least this sure. */
export function findPersonal(
  text: string,
  { kinds = PERSONAL_KINDS, least = 0 }: PersonalOptions = {},
): PersonalSpan[] {
  const all = FINDERS.filter((one) => one.kinds.some((kind) => kinds.includes(kind)))
    .flatMap(({ find }) => find(text))
    .filter((span) => kinds.includes(span.kind) && span.confidence >= least && span.end > span.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: PersonalSpan[] = []
  for (const span of all) {
    const last = kept.at(-1)
    if (last === undefined || span.start >= last.end) kept.push(span)
    else kept[kept.length - 1] = joined(last, span)
  }
  return kept
}

/** What two overlapping finds cover together, under the name of the surer one: nothing of either may stay readable. */
function joined(one: PersonalSpan, other: PersonalSpan): PersonalSpan {
  const first = ORDER.indexOf(one.kind) <= ORDER.indexOf(other.kind) ? one : other
  return {
    kind: first.kind,
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
    confidence: Math.max(one.confidence, other.confidence),
  }
}

export const PERSONAL_WORDS: Readonly<Record<PersonalKind, string>> = {
  email: '[e-mail]',
  phone: '[phone]',
  card: '[card number]',
  iban: '[bank account]',
  address: '[address]',
  name: '[name]',
  birth: '[date of birth]',
  id: '[id number]',
  ip: '[internet address]',
  link: '[link]',
}

export type Redacted = {
  text: string
  spans: PersonalSpan[]
  /** Where a place of the original stands now; inside something left out: where that begins. */
  moved: (offset: number) => number
  /** Where a place of the redacted text came from. */
  cameFrom: (offset: number) => number
}

export type RedactOptions = PersonalOptions & {
  /** `words` writes the kind ("[phone]"); `blocks` writes one █ for each sign, so that every offset stays what it was. */
  style?: 'words' | 'blocks'
  words?: Readonly<Record<PersonalKind, string>>
}

export function redact(text: string, options: RedactOptions = {}): Redacted {
  const { style = 'words', words = PERSONAL_WORDS } = options
  const spans = findPersonal(text, options)
  const pieces: { from: number; to: number; at: number; length: number }[] = []
  let out = ''
  let last = 0
  for (const span of spans) {
    out += text.slice(last, span.start)
    const put = style === 'blocks' ? '█'.repeat(span.end - span.start) : words[span.kind]
    pieces.push({ from: span.start, to: span.end, at: out.length, length: put.length })
    out += put
    last = span.end
  }
  out += text.slice(last)
  return { text: out, spans, moved: (offset) => moved(pieces, offset), cameFrom: (offset) => cameFrom(pieces, offset) }
}

type Pieces = readonly { from: number; to: number; at: number; length: number }[]

function moved(pieces: Pieces, offset: number): number {
  let shift = 0
  for (const piece of pieces) {
    if (offset < piece.from) break
    if (offset < piece.to) return piece.at
    shift = piece.at + piece.length - piece.to
  }
  return offset + shift
}

function cameFrom(pieces: Pieces, offset: number): number {
  let shift = 0
  for (const piece of pieces) {
    if (offset < piece.at) break
    if (offset < piece.at + piece.length) return piece.from
    shift = piece.to - piece.at - piece.length
  }
  return offset + shift
}
