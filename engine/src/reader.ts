/**
 * The reader: one linear pass over hashed words, letters and word chains for all questions at once, for English texts that
 * sound like a forum a small net that hears words in their order, then decisions. Linear on purpose, but for that net: every
 * verdict is a sum, its reasons can be told, and one core reads twenty thousand short letters a second.
 */
import { accountOf, type Account } from './account.ts'
import { aspectsOf } from './aspects.ts'
import { Chains } from './chains.ts'
import {
  CLUES,
  crisisRules,
  mayHit,
  SENTENCE_MARKS,
  type Clues,
  type CrisisRules,
  type CrisisSpan,
} from './crisis/crisis.ts'
import { evidenceOf } from './evidence.ts'
import { barsOf, feelingsOf, type Bars } from './feelings.ts'
import { guessLanguage, type Guess, type LanguageModel } from './language.ts'
import { openLexis } from './lexis.ts'
import { openModel, type Calibration, type Model } from './model.ts'
import { Net } from './net.ts'
import { purposeOf } from './purpose.ts'
import { topicOf } from './questions.ts'
import type { Hints, Reader, Reading, Sentiment } from './reading.ts'
import { segmentsOf, type Segment } from './segments.ts'
import { chances, confidenceOf, round, scoreOf, sigmoid, verdict, type Chances } from './sentiment.ts'
import { signTable } from './signs.ts'
import { Sums } from './sums.ts'
import { cut, TOKEN, Tokens } from './tokens.ts'
import { LONGEST_KEY, lookUp, Vocabulary, weighed } from './vocabulary.ts'
import { ANY_NAME, maskPlaces, wordMaker, type Word, type WordMaker } from './words.ts'
import { lengthScale } from './chains.ts'

const SEGMENTS_LISTED = 2000
/** A text that leans this far as a whole is not 'mixed': on its own account, or because its clauses disagree. */
const LEANS = { whole: 0.35, clauses: 0.6 }
/** From this score on words of danger stand in fair weather ("an overdose of chocolate"). */
const FAIR = 0.6
/** The share of the bar for 'mixed' that must be passed where clauses disagree. */
const HALF = 0.5
/** A clause must be this sure of its side before it can make a text 'mixed'. */
const CLAUSE_SIDE = 0.45
/** The share of what is said that the lesser side must have. */
const LESSER_SIDE = 0.25

/** One token as it was met, and what it became where a text of each kind needed it. */
type Met = {
  raw: string
  kind: number
  clues: Clues | null
  /** What the search for danger minds of it. */
  minds: (typeof MINDS)[keyof typeof MINDS]
  tongue: Float32Array | null
  english: Word | null
  world: Word | null
}

const MINDS = { nothing: 0, clues: 1, look: 2, end: 3 } as const

/** The store keeps only the beginning of what is very long, so that must be looked at as it stands. */
function mindsOf(raw: string, kind: number, clues: Clues | null): Met['minds'] {
  if (kind === TOKEN.punctuation && SENTENCE_MARKS.includes(raw.charAt(0))) return MINDS.end
  if (raw.length >= LONGEST_KEY || kind === TOKEN.link) return MINDS.look
  return clues === null ? MINDS.nothing : MINDS.clues
}

type Side = {
  weigh: WordMaker
  sums: Sums
  calibration: Calibration
  thresholds: Record<string, number>
  bars: Bars
  /** For texts that the net was asked about: it moves every bar. */
  netBars: Bars
}

type Desk = {
  model: Model
  signs: Uint8Array
  tokens: Tokens
  chains: Chains
  vocabulary: Vocabulary<Met>
  met: Met[]
  words: Word[]
  /** As which a name is read outside English. */
  anyName: Word
  clues: Clues
  english: Side
  world: Side
  tongue: LanguageModel<Met>
  languages: Set<string>
  crisis: CrisisRules
}

export function openReader(file: Uint8Array): Reader {
  const model = openModel(file)
  const lexis = openLexis(model.lexis)
  const crisis = crisisRules()
  const net = model.net === null ? null : new Net(model.net)
  const tongue = weighed(model.tongue, wordMaker(lexis, 'none', 1))
  const side = (name: 'english' | 'world', make: WordMaker): Side => ({
    weigh: weighed(model[name], make),
    sums: new Sums(model[name], name === 'english' ? net : null),
    calibration: model.head.calibration[name],
    thresholds: model.head.thresholds[name],
    bars: barsOf(model.head.thresholds[name]),
    netBars: barsOf(model.head.thresholds.forum),
  })
  const world = side('world', wordMaker(lexis, 'names', 2))
  const desk: Desk = {
    model,
    signs: signTable(),
    tokens: new Tokens(),
    chains: new Chains(),
    vocabulary: new Vocabulary<Met>((raw, kind) => {
      const clues = crisis.cluesIn(raw)
      return { raw, kind, clues, minds: mindsOf(raw, kind, clues), tongue: null, english: null, world: null }
    }),
    met: [],
    words: [],
    clues: new Int32Array(CLUES),
    english: side('english', wordMaker(lexis, 'all', 3)),
    world,
    anyName: world.weigh(ANY_NAME, TOKEN.word),
    tongue: {
      heads: model.tongue.heads,
      bias: model.tongue.bias,
      sharpness: model.head.sharpness,
      rowOf: (met) => (met.tongue ??= tongue(met.raw, met.kind).row as Float32Array),
      sum: new Float64Array(model.tongue.width),
      rows: [],
    },
    languages: new Set(model.head.languages),
    crisis,
  }
  return {
    version: model.head.version,
    languages: model.head.languages,
    read: (text, hints = {}) => readText(desk, String(text), hints),
    account: (text, hints = {}) => accountText(desk, String(text), hints),
  }
}

function readText(desk: Desk, text: string, hints: Hints): Reading {
  const { tokens, words } = desk
  const { language, side, readable } = meet(desk, text, hints)
  const { sums, calibration } = side
  sums.take(words, tokens, desk.chains, topicOf(hints.question))
  const chance = chances(sums.logit(0), sums.logit(1), sums.logit(2), calibration.temperature)
  const segments = segmentsOf(words, tokens, SEGMENTS_LISTED)
  const crisis = danger(desk, text)
  const blind = sums.mass === 0
  // Pictures alone tell a side; they do not tell a purpose or a fine shade of feeling.
  const wordless = blind || !readable
  const sentiment: Sentiment = blind ? { label: 'unclear', score: 0 } : overall(side, chance, segments, crisis !== null)
  const feelings = feelingsOf(sums, sums.quiet ? side.bars : side.netBars, sentiment, wordless)
  const purpose = purposeOf(sums, side.thresholds, { tokens, words, crisis, wordless, score: sentiment.score })
  const emotion = feelings.emotions[0]?.label ?? null
  const read = { tokens, words, sums, chains: desk.chains, segments, english: side === desk.english }
  const verdicts = { sentiment, emotion, kind: purpose.kind, urgency: purpose.urgency, crisis }
  return {
    language,
    sentiment,
    ...feelings,
    intensity: wordless ? 0 : round(sigmoid(sums.logit(sums.at.intensity))),
    ...purpose,
    sentences: sentencesOf(side, segments),
    aspects: wordless ? [] : aspectsOf(text, read, (one) => segmentSentiment(side, one)),
    evidence: blind && crisis === null ? [] : evidenceOf(read, verdicts),
    confidence: blind ? 0 : agreed(confidenceOf(chance, calibration), chance, hints.score),
    version: desk.model.head.version,
  }
}

/** The same sums once more, kept part by part. */
function accountText(desk: Desk, text: string, hints: Hints): Account {
  const { tokens, words, chains } = desk
  const { side } = meet(desk, text, hints)
  side.sums.take(words, tokens, chains, topicOf(hints.question))
  return accountOf({ tokens, sums: side.sums, chains }, side.calibration.temperature, desk.model.head.version)
}

/** Cuts a text, tells its language, and puts the words it becomes under that language into `desk.words`. */
function meet(desk: Desk, text: string, hints: Hints): { language: Guess; side: Side; readable: boolean } {
  const { tokens, met, words } = desk
  cut(text, desk.signs, tokens)
  lookUp(text, tokens, desk.vocabulary, met)
  const language = languageOf(desk, text, hints)
  const readable = language.code === null || desk.languages.has(language.code)
  const side = language.code === null || language.code === 'en' ? desk.english : desk.world
  const { weigh } = side
  const english = side === desk.english
  for (let i = 0; i < tokens.count; i++) {
    const one = met[i] as Met
    words[i] = english ? (one.english ??= weigh(one.raw, one.kind)) : (one.world ??= weigh(one.raw, one.kind))
  }
  maskPlaces(words, tokens, language.code, desk.anyName)
  if (!readable) keepPictures(words, tokens.count)
  return { language, side, readable }
}

/** The first words that may mean danger. Only sentences are searched whose words together may hold some. */
function danger({ tokens, met, clues, crisis }: Desk, text: string): CrisisSpan | null {
  let from = 0
  let looks = false
  let any = false
  for (let i = 0; i <= tokens.count; i++) {
    const one = i === tokens.count ? null : (met[i] as Met)
    const minds = one === null ? MINDS.end : one.minds
    if (minds === MINDS.nothing) continue
    if (minds === MINDS.look) looks = true
    else if (minds === MINDS.clues) {
      if (!any) clues.fill(0)
      any = true
      const more = (one as Met).clues as Clues
      for (let at = 0; at < CLUES; at++) clues[at] = (clues[at] as number) | (more[at] as number)
    } else {
      const to = one === null ? text.length : (tokens.end[i] as number)
      const found = looks || (any && mayHit(clues)) ? crisis.find(text.slice(from, to))[0] : undefined
      if (found !== undefined) return { kind: found.kind, start: found.start + from, end: found.end + from }
      from = to
      looks = false
      any = false
    }
  }
  return null
}

function languageOf(desk: Desk, text: string, hints: Hints): Guess {
  const guess = guessLanguage(text, desk.tokens, desk.met, desk.tongue)
  const hinted = hints.language?.slice(0, 2).toLowerCase()
  if (guess.confidence < 0.5 && hinted !== undefined && /^[a-z]{2}$/.test(hinted))
    return { code: hinted, confidence: 0.5 }
  if (guess.confidence < 0.35) return { code: null, confidence: round(guess.confidence) }
  return { code: guess.code, confidence: round(guess.confidence) }
}

/** In a language we cannot read, pictures still speak; words must not be guessed at. */
function keepPictures(words: Word[], count: number): void {
  for (let i = 0; i < count; i++) {
    const word = words[i] as Word
    if (!word.picture) words[i] = mute(word)
  }
}

const muted = new WeakMap<Word, Word>()

function mute(word: Word): Word {
  const known = muted.get(word)
  if (known !== undefined) return known
  const row = new Float32Array(word.row?.length ?? 0)
  const silent = { ...word, silent: true, stops: false, negator: false, turns: false, shouted: false, row }
  muted.set(word, silent)
  return silent
}

function segmentChances(side: Side, segment: Segment): Chances {
  const { sums } = side
  const scale = lengthScale(segment.to - segment.from)
  const part = (head: number): number => sums.start(head) + sums.between(head, segment.from, segment.to) * scale
  return chances(part(0), part(1), part(2), side.calibration.temperature)
}

function segmentSentiment(side: Side, segment: Segment): Sentiment {
  const { sums } = side
  const silent = [0, 1, 2].every((head) => sums.between(head, segment.from, segment.to) === 0)
  return silent ? { label: 'unclear', score: 0 } : verdict(segmentChances(side, segment), side.calibration)
}

/**
 * 'mixed' where both sides are really said. Whether they are is a question of its own, learnt from texts in which people said
 * both; two clauses that plainly disagree need less of it. A text that leans clearly as a whole is not mixed.
 */
function overall(side: Side, chance: Chances, segments: readonly Segment[], danger: boolean): Sentiment {
  const whole = verdict(chance, side.calibration)
  // Beside words of danger a little warmth is more likely misread than meant.
  if (danger && whole.label === 'positive' && whole.score < FAIR) return { label: 'unclear', score: whole.score }
  const lean = Math.abs(whole.score)
  if (lean >= LEANS.clauses || segments.length < 2) return whole
  const both = sigmoid(side.sums.logit(side.sums.at.mixed))
  const bar = side.thresholds['mixed'] ?? 1
  const mixed = (lean < LEANS.whole && both >= bar) || (both >= bar * HALF && clausesDisagree(side, segments))
  return mixed ? { label: 'mixed', score: whole.score } : whole
}

/** Both sides are clearly said and neither is a mere aside to the other. */
function clausesDisagree(side: Side, segments: readonly Segment[]): boolean {
  let lowest = 0
  let highest = 0
  let against = 0
  let forIt = 0
  for (const segment of segments) {
    const score = scoreOf(segmentChances(side, segment))
    lowest = Math.min(lowest, score)
    highest = Math.max(highest, score)
    const weight = Math.sqrt(segment.to - segment.from)
    if (score < 0) against -= score * weight
    else forIt += score * weight
  }
  const lesser = Math.min(against, forIt) / (against + forIt + 1e-9)
  return lowest < -CLAUSE_SIDE && highest > CLAUSE_SIDE && lesser > LESSER_SIDE
}

function sentencesOf(side: Side, segments: readonly Segment[]): Reading['sentences'] {
  const found: Reading['sentences'] = []
  for (let i = 0; i < segments.length; i++) {
    const first = segments[i] as Segment
    if (!first.sentence) continue
    let last = first
    while (segments[i + 1] !== undefined && !(segments[i + 1] as Segment).sentence) last = segments[++i] as Segment
    const whole = { ...first, end: last.end, to: last.to }
    found.push({ start: whole.start, end: whole.end, sentiment: segmentSentiment(side, whole) })
  }
  return found
}

/** A rating that says the opposite of the words is a reason for doubt; one that agrees is a reason for trust. */
function agreed(confidence: number, chance: Chances, rating: number | undefined): number {
  if (rating === undefined || !Number.isFinite(rating)) return confidence
  const gap = Math.abs(Math.min(1, Math.max(0, rating)) * 2 - 1 - scoreOf(chance))
  return round(Math.min(0.99, Math.max(0.05, confidence * (1.12 - 0.3 * gap))))
}
