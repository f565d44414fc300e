/**
 * What the voices of a file read as, added up: sums that several threads make side by side and one lays together, and
 * the few voices that speak most clearly. It stays small however long the file is: subjects that hardly anybody
 * mentions are let go when there get to be too many.
 */
import type { Emotion, Evidence, Family, Kind, Reading, SentimentLabel } from '#engine'
import { feelingOf } from '../readings/feeling.ts'
import { excerptOf } from '../voices/excerpt.ts'

/** One row of a file: what it says, or why it cannot be read. */
export type FileRow = { row: number; line: number; text: string; language: string | null; problem: string | null }
export type Problem = Pick<FileRow, 'row' | 'line'> & { problem: string }

export type Said = {
  line: number
  weight: number
  /** The part of the text that matters, with the spans of it that led to the verdict. */
  text: string
  /** What of the text is left out. */
  cut: { before: boolean; after: boolean }
  marks: [start: number, end: number][]
  kind: Kind
  emotion: Emotion | null
  family: Family | null
  sentiment: SentimentLabel
}

export type Subject = { voices: number; negative: number; positive: number }

export type Analysis = {
  rows: number
  /** Rows that hold words. */
  voices: number
  languages: Record<string, number>
  sentiments: Partial<Record<SentimentLabel, number>>
  families: Partial<Record<Family, number>>
  emotions: Partial<Record<Emotion, number>>
  kinds: Partial<Record<Kind, number>>
  subjects: Map<string, Subject>
  worrying: Said[]
  warm: Said[]
  /** Lines of the first voices that may speak of danger to somebody. */
  alarms: number[]
  bad: number
  problems: Problem[]
}

export const SHOWN = { worrying: 5, warm: 3, alarms: 12, problems: 3, excerpt: 320 } as const
/** So many different subjects are remembered; past it those mentioned once are forgotten first. */
const SUBJECTS = 20_000
/** From this score on an alarming word stands in fair weather: feelings in danger are misread easily, clear delight is not. */
const FAIR = 0.6
/** A quote says something by itself; "Awful." does not. */
const FEWEST_WORDS = 5

export const emptyAnalysis = (): Analysis => ({
  rows: 0,
  voices: 0,
  languages: {},
  sentiments: {},
  families: {},
  emotions: {},
  kinds: {},
  subjects: new Map(),
  worrying: [],
  warm: [],
  alarms: [],
  bad: 0,
  problems: [],
})

export function addProblem(sums: Analysis, { row, line, problem }: Problem): void {
  sums.rows += 1
  sums.bad += 1
  if (sums.problems.length < SHOWN.problems) sums.problems.push({ row, line, problem })
}

export function addReading(sums: Analysis, row: FileRow, reading: Reading): void {
  sums.rows += 1
  if (row.text.trim() === '') return
  sums.voices += 1
  count(sums.languages, reading.language.code ?? '')
  count(sums.sentiments, reading.sentiment.label)
  if (reading.kind === 'crisis' && sums.alarms.length < SHOWN.alarms) sums.alarms.push(row.line)
  keep(sums.worrying, SHOWN.worrying, worryOf(reading), () => said(row, reading, 'worrying'))
  // What the reader would not judge has no feeling and no subject that could be stood by.
  if (reading.sentiment.label === 'unclear') return
  const { emotion, family } = feelingOf(reading)
  if (family) count(sums.families, family)
  if (emotion) count(sums.emotions, emotion)
  count(sums.kinds, reading.kind)
  for (const [subject, label] of subjectsOf(reading)) {
    const own = subjectNamed(sums.subjects, subject)
    own.voices += 1
    if (label === 'negative' || label === 'positive') own[label] += 1
  }
  forget(sums.subjects)
  keep(sums.warm, SHOWN.warm, warmthOf(reading), () => said(row, reading, 'warm'))
}

/** Lays the sums of one portion onto those before it. */
export function addAnalysis(sums: Analysis, more: Analysis): void {
  sums.rows += more.rows
  sums.voices += more.voices
  sums.bad += more.bad
  for (const part of ['languages', 'sentiments', 'families', 'emotions', 'kinds'] as const) {
    const own: Record<string, number> = sums[part]
    for (const [name, times] of Object.entries(more[part])) count(own, name, times)
  }
  for (const [name, subject] of more.subjects) {
    const own = subjectNamed(sums.subjects, name)
    own.voices += subject.voices
    own.negative += subject.negative
    own.positive += subject.positive
  }
  forget(sums.subjects)
  for (const one of more.worrying) keep(sums.worrying, SHOWN.worrying, one.weight, () => one)
  for (const one of more.warm) keep(sums.warm, SHOWN.warm, one.weight, () => one)
  sums.alarms.push(...more.alarms.slice(0, SHOWN.alarms - sums.alarms.length))
  sums.problems.push(...more.problems.slice(0, SHOWN.problems - sums.problems.length))
}

function count(counts: Record<string, number>, name: string, times = 1): void {
  counts[name] = (counts[name] ?? 0) + times
}

/** A voice that names a thing three times speaks of it once; the side it is named on most clearly counts. */
function subjectsOf(reading: Reading): Map<string, SentimentLabel> {
  const named = new Map<string, { label: SentimentLabel; score: number }>()
  for (const { text, sentiment } of reading.aspects) {
    const name = text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
    if (Math.abs(sentiment.score) >= Math.abs(named.get(name)?.score ?? 0)) named.set(name, sentiment)
  }
  return new Map([...named].map(([name, { label }]) => [name, label]))
}

function subjectNamed(subjects: Map<string, Subject>, name: string): Subject {
  const known = subjects.get(name)
  if (known) return known
  const fresh = { voices: 0, negative: 0, positive: 0 }
  subjects.set(name, fresh)
  return fresh
}

function forget(subjects: Map<string, Subject>): void {
  for (let least = 1; subjects.size > SUBJECTS; least *= 2)
    for (const [name, { voices }] of subjects) if (voices <= least) subjects.delete(name)
}

/**
 * How much a voice needs somebody, by its words: danger first, then how clearly and strongly something is wrong. An alarming
 * word in fair weather ("an overdose of chocolate") does not come before those; its line is among the alarms all the same.
 */
function worryOf(reading: Reading): number {
  const { sentiment, confidence, intensity, urgency, kind } = reading
  if (kind === 'crisis' && sentiment.score < FAIR) return 10 + urgency
  if (sentiment.label !== 'negative' && sentiment.label !== 'mixed') return 0
  return Math.max(0, -sentiment.score) * confidence * (0.6 + 0.4 * intensity) + 0.5 * urgency
}

/** What may speak of danger is never shown off as warm, however it reads. */
function warmthOf({ sentiment, confidence, intensity, kind }: Reading): number {
  if (sentiment.label !== 'positive' || kind === 'crisis') return 0
  return sentiment.score * confidence * (0.6 + 0.4 * intensity)
}

function evidenceFor(reading: Reading, side: 'worrying' | 'warm'): Evidence[] {
  const { evidence, kind } = reading
  if (side === 'warm') return evidence.filter((one) => one.for === 'positive')
  const alarm = evidence.filter((one) => one.for === 'crisis')
  return kind === 'crisis' && alarm.length > 0
    ? alarm
    : evidence.filter((one) => one.for === 'negative' || one.for === 'urgency')
}

function said(row: FileRow, reading: Reading, side: 'worrying' | 'warm'): Omit<Said, 'weight'> | null {
  if (row.text.trim().split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS && reading.kind !== 'crisis') return null
  const { excerpt, evidence } = excerptOf(row.text, SHOWN.excerpt, evidenceFor(reading, side), [])
  const cut = { before: !row.text.startsWith(excerpt), after: !row.text.endsWith(excerpt) }
  const marks = evidence.map(({ start, end }): [number, number] => [start, end])
  const { kind, sentiment } = reading
  return { line: row.line, text: excerpt, cut, marks, kind, ...feelingOf(reading), sentiment: sentiment.label }
}

/** Keeps the `most` weightiest, the earlier one where two weigh the same, and the same words only once. */
function keep(best: Said[], most: number, weight: number, make: () => Omit<Said, 'weight'> | null): void {
  if (weight <= 0 || (best.length === most && weight <= best[most - 1]!.weight)) return
  const one = make()
  if (!one || best.some(({ text }) => text === one.text)) return
  const at = best.findIndex((other) => other.weight < weight)
  best.splice(at < 0 ? best.length : at, 0, { ...one, weight })
  best.length = Math.min(best.length, most)
}
