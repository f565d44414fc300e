/**
 * Words that may mean danger to somebody: self-harm, violence, abuse, a child at risk, a medical emergency. Tuned to miss
 * as little as possible; a person looks at every hit and nothing automatic answers it. The trained head hears the rest.
 *
 * The idea: short patterns of words per language and kind, tried wherever their first word stands. Idioms that use the
 * same words ("dying for a coffee", "my phone died", "killing time") are patterns too, and a hit that shares a word with
 * one is let go. Negation is not looked at: "I would never kill myself" is worth a look as well.
 *
 * One line is one pattern. A term is a word, `stem*`, or alternatives `a|b`; `?a` may be missing; `~3` lets up to three
 * words stand between; `a & b` finds both within eight words in either order. Words are compared without case and
 * accents. Nothing reaches over the end of a sentence. A text costs one pass: each word is looked up once.
 *
 *     const find = crisisFinder()
 *     find('I want to die.')          // [{ kind: 'self_harm', start: 2, end: 13 }]
 *     find('A cake to die for.')      // []
 */
import type { Span } from '../purpose.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import { italian } from './it.ts'
import { dutch } from './nl.ts'
import { further } from './further.ts'
import { polish } from './pl.ts'
import { portuguese } from './pt.ts'

export const CRISIS_KINDS = ['self_harm', 'violence', 'abuse', 'child', 'medical'] as const
export type CrisisKind = (typeof CRISIS_KINDS)[number]
export type CrisisSpan = Span & { kind: CrisisKind }
/** Patterns of one language, by kind; `calm` are the harmless idioms. */
export type CrisisWords = Record<CrisisKind | 'calm', string>

type Step = { exact: ReadonlySet<string>; stems: readonly string[]; optional: boolean; gap: number }
type Pattern = { kind: CrisisKind | 'calm'; steps: readonly Step[] }
type Index = { exact: Map<string, Pattern[]>; stems: Map<string, Pattern[]>; longest: number }

const NEAR = 8
const MOST_HITS = 20
const MOST_KNOWN = 20_000
/** A longer word is noise; its end is not looked at. */
const LONGEST_WORD = 40

function stepOf(term: string, gap: number): Step {
  const optional = term.startsWith('?')
  const words = (optional ? term.slice(1) : term).split('|')
  return {
    exact: new Set(words.filter((word) => !word.endsWith('*'))),
    stems: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    optional,
    gap,
  }
}

function stepsOf(line: string): Step[] {
  const steps: Step[] = []
  let gap = 0
  for (const term of line.split(/\s+/)) {
    if (/^~\d+$/.test(term)) gap = Number(term.slice(1))
    else {
      steps.push(stepOf(term, gap))
      gap = 0
    }
  }
  return steps
}

/** `a & b` is two patterns: one for each order. */
function patternsOf(kind: Pattern['kind'], line: string): Pattern[] {
  const [one, other] = line.split(' & ')
  if (one === undefined || other === undefined) return [{ kind, steps: stepsOf(line) }]
  return [`${one} ~${NEAR} ${other}`, `${other} ~${NEAR} ${one}`].map((both) => ({ kind, steps: stepsOf(both) }))
}

function indexOf(patterns: readonly Pattern[]): Index {
  const index: Index = { exact: new Map(), stems: new Map(), longest: 0 }
  const put = (map: Map<string, Pattern[]>, key: string, pattern: Pattern): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [pattern])
    else list.push(pattern)
  }
  for (const pattern of patterns) {
    const first = pattern.steps[0] as Step
    for (const word of first.exact) put(index.exact, word, pattern)
    for (const stem of first.stems) {
      put(index.stems, stem, pattern)
      index.longest = Math.max(index.longest, stem.length)
    }
  }
  return index
}

const LANGUAGES = [english, german, french, spanish, italian, dutch, portuguese, polish, further]

function allPatterns(): Pattern[] {
  return LANGUAGES.flatMap((language) =>
    ([...CRISIS_KINDS, 'calm'] as const).flatMap((kind) =>
      language[kind]
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .flatMap((line) => patternsOf(kind, line)),
    ),
  )
}

/** Scripts without spaces, or that glue endings to their words: found in the text as it stands. */
const DENSE = /自殺|自杀|死にたい|想死|不想活|救命|ฆ่าตัวตาย|อยากตาย|आत्महत्या|자살|죽고 싶/

/** A word, or the end of a sentence. Runs of one character cost one match, so a megabyte of one letter is cheap. */
const WORD: RegExp = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*|[.!?…。！？\n]+/gu
const ENDS = /^[.!?…。！？\n]/

export function foldWord(word: string): string {
  const low = word.slice(0, LONGEST_WORD).toLowerCase()
  if (/^[a-z0-9]*$/.test(low)) return low
  return low
    .replaceAll(/['’ʼ]/g, "'")
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
}

/** Elided articles and pronouns stand by themselves: "l'ambulance" is "ambulance". English "can't" stays whole. */
const ELIDED = /^(?:l|d|j|m|t|s|n|c|qu|un|dell|all|nell|sull|dall|quell)'/

type Words = { folded: string[]; start: number[]; end: number[] }

/** Folding is dear and words come again: each is folded once, the end of a sentence to nothing. */
function plainOf(raw: string, folded: Map<string, string>): string {
  const before = folded.get(raw)
  if (before !== undefined) return before
  const plain = ENDS.test(raw) ? '' : foldWord(raw).replace(ELIDED, '')
  if (raw.length <= LONGEST_WORD) {
    if (folded.size > MOST_KNOWN) folded.clear()
    folded.set(raw, plain)
  }
  return plain
}

function wordsIn(text: string, folded: Map<string, string>): Words {
  const found: Words = { folded: [], start: [], end: [] }
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const raw = match[0]
    // A single line break inside a sentence is only a narrow page.
    if (raw === '\n') continue
    found.folded.push(plainOf(raw, folded))
    found.start.push(match.index)
    found.end.push(match.index + raw.length)
  }
  return found
}

const fits = (step: Step, word: string): boolean =>
  word !== '' && (step.exact.has(word) || step.stems.some((stem) => word.startsWith(stem)))

/** Place of the last word of the pattern from `at` on (whose first word is known to fit), or −1. */
function lastOf(steps: readonly Step[], words: readonly string[], at: number, from: number = 1): number {
  if (from === steps.length) return at
  const step = steps[from] as Step
  for (let next = at + 1; next <= at + 1 + step.gap && next < words.length && words[next] !== ''; next++) {
    if (!fits(step, words[next] as string)) continue
    const last = lastOf(steps, words, next, from + 1)
    if (last >= 0) return last
  }
  return step.optional ? lastOf(steps, words, at, from + 1) : -1
}

export type CrisisFinder = (text: string) => CrisisSpan[]

/** Every hit, in the order of the text, at most twenty. */
export function crisisFinder(): CrisisFinder {
  const index = indexOf(allPatterns())
  const known = new Map<string, readonly Pattern[]>()
  const folded = new Map<string, string>()

  const beginningWith = (word: string): readonly Pattern[] => {
    const before = known.get(word)
    if (before !== undefined) return before
    const found = [...(index.exact.get(word) ?? [])]
    for (let length = 2; length <= Math.min(word.length, index.longest); length++)
      found.push(...(index.stems.get(word.slice(0, length)) ?? []))
    if (known.size > MOST_KNOWN) known.clear()
    known.set(word, found)
    return found
  }

  return (text) => {
    const words = wordsIn(text, folded)
    const hits: { kind: CrisisKind; from: number; to: number }[] = []
    const calm: { from: number; to: number }[] = []
    for (let at = 0; at < words.folded.length && hits.length < MOST_HITS; at++) {
      const word = words.folded[at] as string
      if (word === '') continue
      for (const pattern of beginningWith(word)) {
        const to = lastOf(pattern.steps, words.folded, at)
        if (to < 0) continue
        if (pattern.kind === 'calm') calm.push({ from: at, to })
        else hits.push({ kind: pattern.kind, from: at, to })
      }
    }
    const serious = hits.filter((hit) => !calm.some((one) => one.from <= hit.to && one.to >= hit.from))
    const spans = serious.map(({ kind, from, to }) => ({
      kind,
      start: words.start[from] as number,
      end: words.end[to] as number,
    }))
    const dense = spans.length === 0 ? DENSE.exec(text) : null
    if (dense !== null) spans.push({ kind: 'self_harm', start: dense.index, end: dense.index + dense[0].length })
    return spans
  }
}
