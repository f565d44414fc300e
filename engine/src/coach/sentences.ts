/** Cutting a reply into sentences, and writing it so that patterns can be short. */

export type Span = { start: number; end: number }

/**
 * The same text in lower case with straight apostrophes, letter for letter as long as before, so that what is found in it
 * stands at the same place in what was written. Letters outside A–Z are left: the patterns are English.
 */
export function lowered(text: string): string {
  return text.replace(/[A-Z\u2019\u2018\u00a0]/g, (letter) => {
    if (letter === '\u2019' || letter === '\u2018') return "'"
    return letter === '\u00a0' ? ' ' : String.fromCharCode(letter.charCodeAt(0) + 32)
  })
}

/** A sentence ends at . ! or ? before a gap, and at the end of a line. Offsets are those of the text. */
export function sentencesOf(text: string): Span[] {
  const found: Span[] = []
  let start = 0
  const close = (end: number): void => {
    let from = start
    let to = end
    while (from < to && text.charCodeAt(from) <= 32) from++
    while (to > from && text.charCodeAt(to - 1) <= 32) to--
    if (to - from > 1) found.push({ start: from, end: to })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i)
    const ends = letter === 46 || letter === 33 || letter === 63
    if (letter === 10 || (ends && i + 1 < text.length && text.charCodeAt(i + 1) <= 32)) close(i + 1)
  }
  close(text.length)
  return found
}

/** Where a pattern stands in a sentence of the (lowered) text, as offsets of the text; null where it does not. */
export function findIn(text: string, within: Span, pattern: RegExp): Span | null {
  const found = pattern.exec(text.slice(within.start, within.end))
  return found === null
    ? null
    : { start: within.start + found.index, end: within.start + found.index + found[0].length }
}

export function countWords(text: string): number {
  return text.match(/[^\s]+/g)?.length ?? 0
}
