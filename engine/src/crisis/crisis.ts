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

export const LANGUAGES = [english, german, french, spanish, italian, dutch, portuguese, polish, further]

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

const DENSE_SIGN = /[自死想不救อฆआ자죽]/

/** End a sentence for these patterns, wherever they stand. */
export const SENTENCE_MARKS = '.!?…。！？'

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

/** A word as it is compared (the end of a sentence is nothing), and the patterns that begin with it. */
type Heard = { plain: string; begins: readonly Pattern[] }
type Words = { plain: string[]; begins: (readonly Pattern[])[]; start: number[]; end: number[] }

function plainOf(raw: string): string {
  return ENDS.test(raw) ? '' : foldWord(raw).replace(ELIDED, '')
}

function wordsIn(text: string, hear: (raw: string) => Heard): Words {
  const found: Words = { plain: [], begins: [], start: [], end: [] }
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const raw = match[0]
    // A single line break inside a sentence is only a narrow page.
    if (raw === '\n') continue
    const { plain, begins } = hear(raw)
    found.plain.push(plain)
    found.begins.push(begins)
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

/**
 * Most texts hold no word that a hit could turn on, and need no search. Each pattern that is no idiom turns on two of its
 * words, the ones least likely to be met by chance; patterns share 124 places. `cluesIn` tells a word's places, to be kept
 * with the word: the first half of `Clues` where it may be the first, the second half where it may be the second. A text of
 * which no place is named in both halves has no hit: `mayHit` says whether one has, of the clues of all its words together.
 */
export type Clues = Int32Array
export type CrisisRules = { find: CrisisFinder; cluesIn: (raw: string) => Clues | null }

/** `all`: the clues of every word of a text, joined by `|`. */
export function mayHit(all: Clues): boolean {
  const half = CLUES / 2
  for (let i = 0; i < half; i++) if (((all[i] as number) & (all[half + i] as number)) !== 0) return true
  return false
}

export function crisisFinder(): CrisisFinder {
  return crisisRules().find
}

/** Every hit, in the order of the text, at most twenty. */
export function crisisRules(): CrisisRules {
  const patterns = allPatterns()
  const index = indexOf(patterns)
  const turns = turningOn(patterns)
  const heard = new Map<string, Heard>()

  /** Folding is dear and words come again: each is folded once. */
  const hear = (raw: string): Heard => {
    const before = heard.get(raw)
    if (before !== undefined) return before
    const plain = plainOf(raw)
    const begins = [...(index.exact.get(plain) ?? [])]
    for (let length = 2; length <= Math.min(plain.length, index.longest); length++)
      begins.push(...(index.stems.get(plain.slice(0, length)) ?? []))
    const one = { plain, begins }
    if (raw.length <= LONGEST_WORD) {
      if (heard.size > MOST_KNOWN) heard.clear()
      heard.set(raw, one)
    }
    return one
  }

  const find: CrisisFinder = (text) => {
    const words = wordsIn(text, hear)
    const hits: { kind: CrisisKind; from: number; to: number }[] = []
    const calm: { from: number; to: number }[] = []
    for (let at = 0; at < words.plain.length && hits.length < MOST_HITS; at++) {
      for (const pattern of words.begins[at] as readonly Pattern[]) {
        const to = lastOf(pattern.steps, words.plain, at)
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

  const cluesIn = (raw: string): Clues | null => {
    let found: Clues | null = null
    const add = (clues: Clues | undefined): void => {
      if (clues === undefined) return
      found ??= new Int32Array(CLUES)
      for (let i = 0; i < CLUES; i++) found[i] = (found[i] as number) | (clues[i] as number)
    }
    for (const word of raw.match(WORD) ?? []) {
      const { plain } = hear(word)
      add(turns.exact.get(plain))
      for (let length = 2; length <= Math.min(plain.length, turns.longest); length++)
        add(turns.stems.get(plain.slice(0, length)))
    }
    if (DENSE_SIGN.test(raw)) add(ALL_CLUES)
    return found
  }
  return { find, cluesIn }
}

/** The commonest words, most frequent first: no search should begin because of one of them if it can begin because of another. */
const COMMON: ReadonlyMap<string, number> = new Map(
  (
    'the a and i in to it on for my of is you was with me at that de no have not la we had so do be your from they there by this but out about up as been are what he back when has now like an can all ' +
    'would since if got us told she could came or were day que who off them her en good our only said le un before e il again every know el new just people then y last o asked still put did per mi die week say se à ' +
    'di con half years don por old da more how se je because never thank down na same ich der et took den das und una come his does man lo left next room ma than night went nothing vous los que nicht del ' +
    'need nobody go without non ha hour own pas over him too where see will home here paid est une other van ne well whole take door es ist made right sie end tell let through he son found car thing done ' +
    'want look du im name should each any month much ask read everything one today small gone pour bit under till away going even better way find mother doesn something lost lovely kids make leave always ' +
    'stop call change another long face think water hand live sin para wanted keep child baby stand cut pass watch try der sorry takes bring mal kept life'
  )
    .split(' ')
    .map((word, rank) => [word, 1 / (1 + rank / 4)]),
)

/** Roughly how often a step is met by chance: long words seldom, words of every text at once. */
function commonness(step: Step): number {
  let sum = 0
  for (const word of step.exact) sum += COMMON.get(word) ?? 0.1 * 2 ** -word.length
  for (const stem of step.stems) sum += 0.4 * 2 ** -stem.length
  return sum
}

export const CLUES = 8
const BITS = 31
const ALL_CLUES = new Int32Array(CLUES).fill(-1)
/** A step as seldom as this is enough to turn on, and needs no second. */
const SELDOM = 0.0005

function turningOn(patterns: readonly Pattern[]): {
  exact: Map<string, Clues>
  stems: Map<string, Clues>
  longest: number
} {
  const exact = new Map<string, Clues>()
  const stems = new Map<string, Clues>()
  const mark = (map: Map<string, Clues>, word: string, half: number, place: number): void => {
    const clues = map.get(word) ?? new Int32Array(CLUES)
    clues[half + Math.floor(place / BITS)] = (clues[half + Math.floor(place / BITS)] as number) | (1 << (place % BITS))
    map.set(word, clues)
  }
  let next = 0
  for (const { kind, steps } of patterns) {
    if (kind === 'calm') continue
    // The first step is never left out, whatever it says.
    const needed = steps.filter((step, i) => i === 0 || !step.optional).sort((a, b) => commonness(a) - commonness(b))
    const first = needed[0] as Step
    const enough = commonness(first) < SELDOM
    const second = enough ? first : (needed[1] ?? first)
    const place = enough ? 0 : 1 + (next++ % ((CLUES / 2) * BITS - 1))
    for (const [step, half] of [
      [first, 0],
      [second, CLUES / 2],
    ] as const) {
      for (const word of step.exact) mark(exact, word, half, place)
      for (const stem of step.stems) mark(stems, stem, half, place)
    }
  }
  return { exact, stems, longest: Math.max(...[...stems.keys()].map((stem) => stem.length)) }
}
