/**
 * Sentences and the clauses in them, each with its own sums, so that "the bread was lovely but it came late" can be read
 * as two halves.
 */
import type { Tokens } from './tokens.ts'
import type { Word } from './words.ts'

export type Segment = {
  start: number
  end: number
  /** First token, and the one after the last. */
  from: number
  to: number
  /** Opens a sentence, rather than a clause inside one. */
  sentence: boolean
}

/** `limit` bounds what is listed (not what is read): a page of a million full stops is not a million sentences. */
export function segmentsOf(words: readonly Word[], tokens: Tokens, limit: number): Segment[] {
  const found: Segment[] = []
  let current: Segment | null = null
  let spoken = 0
  for (let i = 0; i < tokens.count; i++) {
    const word = words[i] as Word
    const opens = tokens.opens[i] === 1
    const turns = !opens && spoken >= 2 && (word.turns || word.form.text === ';')
    if ((opens || turns) && (current === null || found.length < limit)) {
      current = { start: tokens.start[i] as number, end: 0, from: i, to: i, sentence: opens }
      found.push(current)
      spoken = 0
    }
    if (!word.silent && !word.stops) spoken++
    if (current !== null) {
      current.end = tokens.end[i] as number
      current.to = i + 1
    }
  }
  return found
}
