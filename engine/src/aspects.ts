/**
 * What a feeling is about. Modest on purpose: in English, runs of words known to name things, in a part of a sentence
 * that leans clearly one way. No claim is made in other languages.
 */
import type { Aspect, Sentiment } from './reading.ts'
import type { Segment } from './segments.ts'
import type { Sums } from './sums.ts'
import type { Tokens } from './tokens.ts'
import type { Word } from './words.ts'

type Read = { tokens: Tokens; words: readonly Word[]; sums: Sums; segments: readonly Segment[]; english: boolean }

const MOST = 8
const PER_PART = 2
const LEANS = 0.5
const LONGEST = 3

export function aspectsOf(text: string, read: Read, sentimentOf: (part: Segment) => Sentiment): Aspect[] {
  const found: Aspect[] = []
  if (!read.english) return found
  for (const segment of read.segments) {
    if (found.length >= MOST) break
    const whole = sentimentOf(segment)
    for (const part of partsOf(segment, read)) {
      const near = part.to - part.from < segment.to - segment.from ? sentimentOf(part) : whole
      const sentiment = Math.abs(near.score) >= LEANS ? near : whole
      if (Math.abs(sentiment.score) < LEANS || sentiment.label === 'unclear') continue
      for (const span of nounsOf(part, read)) {
        if (found.length < MOST) found.push({ ...span, text: text.slice(span.start, span.end), sentiment })
      }
    }
  }
  return found
}

/** Between commas, and on both sides of "and" where each side has enough words to lean by itself. */
function partsOf(segment: Segment, { tokens, words }: Read): Segment[] {
  const parts: Segment[] = []
  let from = segment.from
  const close = (to: number): void => {
    if (to - from >= 2) {
      const start = tokens.start[from] as number
      parts.push({ start, end: tokens.end[to - 1] as number, from, to, sentence: false })
    }
    from = to
  }
  for (let i = segment.from; i < segment.to; i++) {
    const { form } = words[i] as Word
    const comma = form.text === ',' || form.text === '-' || form.text === '–' || form.text === '/'
    if (comma || (form.text === 'and' && i - from >= 3 && segment.to - i > 3)) close(i)
  }
  close(segment.to)
  return parts
}

function nounsOf(part: Segment, { tokens, words }: Read): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let i = part.from; i < part.to && found.length < PER_PART; i++) {
    if (!(words[i] as Word).noun) continue
    let to = i + 1
    while (to < part.to && to - i < LONGEST && (words[to] as Word).noun) to++
    found.push({ start: tokens.start[i] as number, end: tokens.end[to - 1] as number })
    i = to
  }
  return found
}
