/** The few words that led to the verdict, to stand in the reason: the weightiest span that speaks for what is said. */
import { wordsOf } from '#understand/contract'
import type { Rule } from '../contract.ts'
import type { HeardVoice } from './store.ts'

const LONGEST = 60

export function quoteOf(heard: HeardVoice, rule: Rule): string | null {
  const wanted = speaksFor(heard, rule)
  const best = heard.evidence
    .filter((span) => wanted(span.for) && span.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]
  if (!best) return null
  return shorten(wordsOf(heard).slice(best.start, best.end))
}

function speaksFor(heard: HeardVoice, rule: Rule): (what: string) => boolean {
  if (rule === 'crisis') return (what) => what === 'crisis'
  if (rule === 'asks') return (what) => what === 'urgency' || what === 'kind:question' || what === 'kind:request'
  if (rule === 'leaving') return (what) => what === 'kind:leaving' || what === 'negative'
  const dark = heard.sentiment === 'negative'
  if (dark || heard.sentiment === 'mixed')
    return (what) => what === 'negative' || what === 'kind:complaint' || (dark && what === `emotion:${heard.emotion}`)
  return () => false
}

/** Cut between words, so that nothing is quoted that was not said. */
function shorten(words: string): string | null {
  const said = words.replaceAll(/\s+/g, ' ').trim()
  if (said.length <= LONGEST) return said || null
  const cut = said.slice(0, LONGEST)
  // Without a space there may be half a character at the end, which the database would refuse with the whole case.
  return `${cut
    .slice(0, Math.max(cut.lastIndexOf(' '), 20))
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
