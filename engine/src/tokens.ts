/**
 * Cuts a text into tokens that keep their place in it. One pass, no backtracking, so a megabyte of one letter costs
 * what a megabyte of prose costs. The arrays are reused from text to text; nothing is allocated while cutting.
 */
import { SIGN } from './signs.ts'

export const TOKEN = { word: 1, number: 2, punctuation: 3, picture: 4, smiley: 5, sign: 6, link: 7 }

/** Longer words are noise (keys held down, encoded files): their meaning, if any, stands at the front. */
export const WORD_LIMIT = 40

export class Tokens {
  count = 0
  start = new Int32Array(256)
  end = new Int32Array(256)
  kind = new Uint8Array(256)
  /** 1 where the token opens a sentence. */
  opens = new Uint8Array(256)

  add(kind: number, start: number, end: number): void {
    if (this.count === this.start.length) this.grow()
    this.start[this.count] = start
    this.end[this.count] = end
    this.kind[this.count] = kind
    this.opens[this.count] = 0
    this.count++
  }

  private grow(): void {
    const size = this.start.length * 2
    const copy = <T extends Int32Array | Uint8Array>(to: T, from: T): T => (to.set(from), to)
    this.start = copy(new Int32Array(size), this.start)
    this.end = copy(new Int32Array(size), this.end)
    this.kind = copy(new Uint8Array(size), this.kind)
    this.opens = copy(new Uint8Array(size), this.opens)
  }
}

const EYES = ':;=8xX'
const MOUTHS = ')(DPpdOo3|/\\*]['

/** Length of a western smiley such as `:-)` at this place, or 0. */
function smileyAt(text: string, at: number): number {
  const first = text.charAt(at)
  if (first === '<' && text.charAt(at + 1) === '3') return 2
  if (!EYES.includes(first)) return 0
  let next = at + 1
  if (text.charAt(next) === "'") next++
  if (text.charAt(next) === '-' || text.charAt(next) === '^') next++
  const mouth = text.charAt(next)
  if (mouth === '' || !MOUTHS.includes(mouth)) return 0
  // `8)` closes a list and `x/` is a path; `:/` before another slash is an address.
  if ((first === '8' || first === 'x' || first === 'X' || first === '=') && (next === at + 1 || !')(D'.includes(mouth)))
    return 0
  if (/[\p{L}\p{N}/\\]/u.test(text.charAt(next + 1))) return 0
  return next + 1 - at
}

function isLink(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length === 4 || length === 5) {
    const head = text.slice(start, end).toLowerCase()
    return (head === 'http' || head === 'https') && text.startsWith('://', end)
  }
  return length === 3 && text.charAt(end) === '.' && text.slice(start, end).toLowerCase() === 'www'
}

/** End of the word starting here: letters, digits, and an apostrophe or hyphen between letters. */
function wordEnd(text: string, from: number, signs: Uint8Array): number {
  let at = from
  while (at < text.length) {
    const sign = signs[text.charCodeAt(at)]
    if (sign === SIGN.letter || sign === SIGN.digit) at++
    else if (sign === SIGN.joiner && at > from && signs[text.charCodeAt(at + 1)] === SIGN.letter) at++
    else break
  }
  return at
}

function spaceEnd(text: string, from: number, signs: Uint8Array): number {
  let at = from
  while (at < text.length) {
    const sign = signs[text.charCodeAt(at)]
    if (sign === SIGN.space || sign === SIGN.line) break
    at++
  }
  return at
}

function pictureEnd(text: string, from: number): number {
  let at = from + (text.charCodeAt(from) >= 0xd800 && text.charCodeAt(from) <= 0xdbff ? 2 : 1)
  // Skin tones and the variation selector belong to the picture before them; they must not change its meaning.
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0xfe0f) at++
    else if (code === 0xd83c && text.charCodeAt(at + 1) >= 0xdffb && text.charCodeAt(at + 1) <= 0xdfff) at += 2
    else break
  }
  return Math.min(at, text.length)
}

export function cut(text: string, signs: Uint8Array, tokens: Tokens): void {
  tokens.count = 0
  let at = 0
  let lines = 0
  let ended: boolean = true
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const sign = signs[code] ?? 0
    if (sign === SIGN.space) {
      at++
      continue
    }
    if (sign === SIGN.line) {
      lines++
      at++
      continue
    }
    const start = at
    let kind = TOKEN.punctuation
    const smiley = code < 128 ? smileyAt(text, at) : 0
    if (smiley > 0 && (sign !== SIGN.letter || isAlone(text, at, smiley, signs))) {
      kind = TOKEN.smiley
      at += smiley
    } else if (sign === SIGN.letter || sign === SIGN.digit) {
      at = wordEnd(text, at, signs)
      kind = sign === SIGN.digit ? TOKEN.number : TOKEN.word
      if (isLink(text, start, at)) {
        at = spaceEnd(text, at, signs)
        kind = TOKEN.link
      }
    } else if (sign === SIGN.dense) {
      kind = TOKEN.sign
      at++
    } else if (sign === SIGN.picture || (sign === SIGN.lead && at + 1 < text.length)) {
      kind = TOKEN.picture
      at = pictureEnd(text, at)
    } else {
      at++
      while (at < text.length && text.charCodeAt(at) === code) at++
    }
    const inside = kind === TOKEN.picture || kind === TOKEN.smiley || kind === TOKEN.punctuation
    const opens: boolean = tokens.count === 0 || lines > 0 || (ended && !inside)
    tokens.add(kind, start, at)
    if (opens) tokens.opens[tokens.count - 1] = 1
    if (kind === TOKEN.punctuation) ended = sign === SIGN.mark ? endsSentence(text, tokens, at) : ended && !opens
    else if (!inside || opens) ended = false
    lines = 0
  }
}

function isAlone(text: string, at: number, length: number, signs: Uint8Array): boolean {
  const before = at === 0 ? SIGN.space : (signs[text.charCodeAt(at - 1)] ?? 0)
  const after = at + length >= text.length ? SIGN.space : (signs[text.charCodeAt(at + length)] ?? 0)
  return before === SIGN.space && after === SIGN.space
}

const SHORT_FORMS = new Set(
  'mr mrs ms dr nr ca approx vs etc eg ie e g b bzw inkl ggf tel str usw ev m bl sr sra'.split(' '),
)

/** A full stop after "Mr" or inside "4.50" and "heed.example" does not end a sentence. */
function endsSentence(text: string, tokens: Tokens, end: number): boolean {
  const last = tokens.count - 1
  if (text.charAt(end - 1) !== '.' || end - (tokens.start[last] ?? 0) > 1) return true
  if (end < text.length && !/\s/.test(text.charAt(end))) return false
  if (last === 0) return true
  const from = tokens.start[last - 1] ?? 0
  const to = tokens.end[last - 1] ?? 0
  return to - from > 6 || to !== end - 1 || !SHORT_FORMS.has(text.slice(from, to).toLowerCase())
}
