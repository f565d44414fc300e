/** Counts which English words exist in lower case (all others are taken for names) and which of them name things. */
import { KNOWN, NOUN } from '../../engine/src/lexis.ts'
import { signTable } from '../../engine/src/signs.ts'
import { cut, TOKEN, Tokens } from '../../engine/src/tokens.ts'
import { hashOf, SALT } from '../../engine/src/hashes.ts'
import type { Example } from './example.ts'

const BEFORE = new Set('the my our your their this a an his her its these those every any'.split(' '))
const AFTER = new Set(
  'is was were are has had and in of for at with on from to that which who but when because as could should , . ! ? ; :'.split(
    ' ',
  ),
)
/** Often stand where a thing stands, and say nothing about one. */
const HOLLOW = new Set(
  (
    'lot bit best same other one ones few most way thing things first last fact rest end little more all so too much many some any no ' +
    'worst only whole half second third next least kind sort type part amount number couple point reason time times day days year years week ' +
    'weeks month months hour hours minute minutes people person guy man woman day night morning evening today good bad great nice new old'
  ).split(' '),
)

/** Written without capitals: their names would pass for words. */
const LOWERED = new Set([
  'multidogo',
  'clinc150',
  'nlupp',
  'natcs',
  'bitext',
  'star',
  'taskmaster4',
  'product_reviews',
  'womens_clothing',
  'womens_clothing_more',
])

type Count = { lower: number; upper: number; thing: number; met: number; meant: number }

/** A thing that is named often where feelings were marked, and hardly ever as what they are about, is no aspect. */
const OFTEN = 4
const MEANT = 0.12

export function countLexis(examples: readonly Example[]): Map<number, number> {
  const signs = signTable()
  const tokens = new Tokens()
  const counts = new Map<string, Count>()
  for (const example of examples) {
    if (example.language !== 'en' || example.split !== 'train' || LOWERED.has(example.set)) continue
    const { text } = example
    cut(text, signs, tokens)
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kind[i] !== TOKEN.word) continue
      const raw = said(text, tokens, i)
      const lower = raw.toLowerCase().replaceAll('\u2019', "'")
      let count = counts.get(lower)
      if (count === undefined) counts.set(lower, (count = { lower: 0, upper: 0, thing: 0, met: 0, meant: 0 }))
      if (raw === lower) count.lower++
      else if (tokens.opens[i] === 0 && raw.slice(1) === lower.slice(1)) count.upper++
      if (i > 0 && BEFORE.has(said(text, tokens, i - 1).toLowerCase()) && endsThing(text, tokens, i)) count.thing++
    }
  }
  countMeant(examples, counts)
  const found = new Map<number, number>()
  for (const [word, count] of counts) {
    if (count.lower < 2 || count.lower < count.upper) continue
    const meant = count.met < OFTEN || count.meant >= count.met * MEANT
    const noun = meant && count.thing >= 2 && count.thing > count.lower * 0.07 && !HOLLOW.has(word) && word.length > 2
    found.set(hashOf(word, SALT.word), noun ? KNOWN | NOUN : KNOWN)
  }
  return found
}

function countMeant(examples: readonly Example[], counts: Map<string, Count>): void {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z']+/g) ?? [])
  for (const { about, split, text } of examples) {
    if (about === undefined || split !== 'train') continue
    const meant = words(about.join(' '))
    for (const word of words(text)) {
      const count = counts.get(word)
      if (count === undefined) continue
      count.met++
      if (meant.has(word)) count.meant++
    }
  }
}

function said(text: string, tokens: Tokens, at: number): string {
  return text.slice(tokens.start[at], tokens.end[at])
}

function endsThing(text: string, tokens: Tokens, at: number): boolean {
  return at + 1 >= tokens.count || tokens.opens[at + 1] === 1 || AFTER.has(said(text, tokens, at + 1).toLowerCase())
}
