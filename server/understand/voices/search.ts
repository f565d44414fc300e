/**
 * What somebody typed into the search of voices, and where it is found in a text. Every word must be there, the last
 * letters of a word may be missing; "in quotes" words stand side by side and as they are; -word must not be there.
 *
 *     parseSearch('late "cold soup" -terrace')   // wanted: late, "cold soup"; unwanted: terrace
 */
export type Search = { wanted: string[]; unwanted: string[] }

const TERM = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu
const MOST_TERMS = 12

/** A phrase keeps its closing quote, which tells the database not to look for longer words. */
export function parseSearch(typed: string): Search {
  const search: Search = { wanted: [], unwanted: [] }
  for (const [, minus, phrase, word] of typed.normalize('NFC').matchAll(TERM)) {
    const term = (phrase ?? word ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(term)) continue
    const list = minus === '-' ? search.unwanted : search.wanted
    if (list.length < MOST_TERMS) list.push(phrase === undefined ? term : `${term}"`)
  }
  return search
}

export type Span = { start: number; end: number }

/** Letters without case and accents, one for one, so that places in the folded text are places in the text. */
function fold(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!
    const bare = letter < '\u0080' ? letter : (letter.normalize('NFD')[0] ?? letter)
    const low = bare.toLowerCase()
    folded += low.length === 1 ? low : bare
  }
  return folded
}

/** Where the wanted words stand, in order, without overlaps. */
export function findIn(text: string, search: Search, most: number = 40): Span[] {
  if (search.wanted.length === 0) return []
  const folded = fold(text)
  const spans: Span[] = []
  for (const term of search.wanted) {
    const words = fold(term).match(/[\p{L}\p{N}]+/gu)
    if (!words) continue
    const open = term.endsWith('"') ? '' : '[\\p{L}\\p{N}]*'
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}${open}(?![\\p{L}\\p{N}])`, 'gu')
    for (const match of folded.matchAll(pattern)) {
      spans.push({ start: match.index, end: match.index + match[0].length })
      if (spans.length >= most) break
    }
  }
  spans.sort((a, b) => a.start - b.start)
  return spans.filter((span, at) => at === 0 || span.start >= spans[at - 1]!.end)
}
