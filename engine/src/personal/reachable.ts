/** E-mail addresses, also written in words, and links that let in whoever holds them. */
import type { PersonalSpan } from './span.ts'

const PLAIN =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu

const DOT = 'dot|punkt|point|punto|punt|kropka|ponto'
const AT = 'at|arobase|arrobas?|chiocciola|apenstaartje|ma[lł]pa'
const PART = '[\\p{L}\\p{N}_+-]{1,40}'
/** "name at example dot com": the dot must be a word too, or "meet me at shop.example" would be an address. */
const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}._-])${PART}(?:(?:\\s(?:${DOT})\\s|\\.)${PART}){0,3}\\s(?:${AT})\\s${PART}(?:\\s(?:${DOT})\\s[\\p{L}\\p{N}-]{2,24}){1,3}(?![\\p{L}\\p{N}])`,
  'giu',
)
const IN_BRACKETS = new RegExp(
  `(?<![\\p{L}\\p{N}._-])${PART}(?:\\.${PART}){0,3}\\s?[([{]\\s?(?:${AT}|@|a)\\s?[)\\]}]\\s?${PART}(?:\\s?(?:[([{]\\s?(?:${DOT}|\\.)\\s?[)\\]}]|\\.|\\s(?:${DOT})\\s)\\s?[\\p{L}\\p{N}-]{2,24}){1,3}(?![\\p{L}\\p{N}])`,
  'giu',
)

const LINK = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"'“”)]{3,2000}/giu
const OPENS =
  /[?&#;/](?:token|jeton|key|secret|session|sid|sig|signature|auth|code|codigo|codice|password|pw|ww|t|k|r|jwt|access_token|reset)[=/][\w.~%+-]{12,}/i
/** A long stretch of letters and digits mixed: nobody types that, it opens something. */
const SECRET = /(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/i

const spans = (text: string, pattern: RegExp, kind: PersonalSpan['kind'], confidence: number): PersonalSpan[] =>
  [...text.matchAll(pattern)].map((match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].replace(/[.,;:!?'-]+$/, '').length,
    confidence,
  }))

export const findEmails = (text: string): PersonalSpan[] => [
  ...(text.includes('@') ? spans(text, PLAIN, 'email', 0.99) : []),
  ...spans(text, IN_WORDS, 'email', 0.85),
  ...spans(text, IN_BRACKETS, 'email', 0.9),
]

export const findLinks = (text: string): PersonalSpan[] =>
  spans(text, LINK, 'link', 0.9).filter(({ start, end }) => {
    const link = text.slice(start, Math.min(end, start + 2000))
    const after = link.slice(link.indexOf('/', 9) + 1)
    return OPENS.test(link) || (link.indexOf('/', 9) > 0 && SECRET.test(after))
  })
