/** The part of a voice that a list shows: its beginning, or where something was found, or where the evidence stands. */
import type { Evidence } from '../contract.ts'
import type { Span } from './search.ts'

export type Excerpt = { excerpt: string; cut: boolean; evidence: Evidence[]; found: Span[] }

/** How much is shown before what matters, so that it does not begin with it. */
const LEAD = 80

export function excerptOf(text: string, length: number, evidence: Evidence[], found: Span[]): Excerpt {
  if (text.length <= length) return { excerpt: text, cut: false, evidence, found }
  const matters = found[0]?.start ?? strongest(evidence)?.start ?? 0
  const start = matters + LEAD < length ? 0 : atWord(text, matters - LEAD)
  const end = start + length >= text.length ? text.length : atWord(text, start + length)
  const within = <One extends Span>(one: One): One[] =>
    one.start >= start && one.end <= end ? [{ ...one, start: one.start - start, end: one.end - start }] : []
  return {
    excerpt: text.slice(start, end),
    cut: true,
    evidence: evidence.flatMap(within),
    found: found.flatMap(within),
  }
}

const strongest = (evidence: Evidence[]): Evidence | undefined =>
  evidence.reduce<Evidence | undefined>((best, one) => (!best || one.weight > best.weight ? one : best), undefined)

/** The next place after a blank, not far away: words are not cut in two, nor are pairs of surrogates. */
function atWord(text: string, near: number): number {
  const at = Math.max(0, near)
  for (let place = at; place < Math.min(text.length, at + 40); place += 1) if (/\s/.test(text[place]!)) return place + 1
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}
