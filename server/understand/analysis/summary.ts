/**
 * An analysis in figures that may be said: shares with their Wilson interval and the number behind them, counts alone
 * below ten voices, only the range below thirty. The same for the terminal and the page. Pure.
 */
import { proportion, showing, type Family, type Proportion } from '#engine'
import type { Analysis, Problem, Said } from './analysis.ts'

export type Bar = { label: string; figure: Proportion; family?: Family }
export type Named = { label: string; voices: number; leaning: string }
export type Quoted = Omit<Said, 'weight'> & { reads: string }

export type Summary = {
  title: string
  /** Plain sentences about what was read and what was not. */
  notes: string[]
  /** Voices that may speak of danger, and where; empty where there are none. */
  alarm: string
  judged: number
  /** How careful the figures are, where there are few voices; empty where there are enough. */
  care: string
  sentiments: Bar[]
  feelings: Bar[]
  kinds: Bar[]
  subjects: Named[]
  worrying: Quoted[]
  warm: Quoted[]
  problems: Problem[]
  version: string
}

const SUBJECTS_SHOWN = 10
const LANGUAGES_SHOWN = 5
/** A language this rare may as well be a few misread words. */
const LEAST_SHARE = 0.005

export function summaryOf(sums: Analysis, about: { name: string; column: string; version: string }): Summary {
  const unclear = sums.sentiments.unclear ?? 0
  const judged = sums.voices - unclear
  return {
    title: `${voices(sums.voices)} in ${about.name}`,
    notes: notesOf(sums, about.column, unclear),
    alarm: alarmOf(sums),
    judged,
    care: careOf(judged),
    sentiments: (['positive', 'mixed', 'neutral', 'negative'] as const).flatMap((label) =>
      bar(label, sums.sentiments[label], judged),
    ),
    feelings: most(sums.families)
      .filter(([family]) => family !== 'neutral')
      .flatMap(([family, count]) => bar(family, count, judged).map((one) => ({ ...one, family: family as Family }))),
    kinds: most(sums.kinds)
      .filter(([kind]) => kind !== 'other')
      .flatMap(([kind, count]) => bar(kind, count, judged)),
    subjects: subjectsOf(sums),
    worrying: sums.worrying.map(quoted),
    warm: sums.warm.map(quoted),
    problems: sums.problems,
    version: about.version,
  }
}

const bar = (label: string, count: number | undefined, n: number): Bar[] => {
  const figure = proportion(count ?? 0, n)
  return figure ? [{ label, figure }] : []
}

const most = (counts: Record<string, number>): [string, number][] =>
  Object.entries(counts).toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))

function notesOf(sums: Analysis, column: string, unclear: number): string[] {
  const silent = sums.rows - sums.bad - sums.voices
  return [
    `Read from the column “${column}”${languagesOf(sums)}.`,
    ...(unclear > 0 ? [`The reader would not judge ${counted(unclear)} of them: there was too little to go by.`] : []),
    ...(silent > 0 ? [`${rowsHave(silent)} no words.`] : []),
    ...(sums.bad > 0 ? [`${counted(sums.bad)} ${sums.bad === 1 ? 'row' : 'rows'} could not be read.`] : []),
  ]
}

function alarmOf({ kinds, alarms }: Analysis): string {
  const all = Math.max(kinds.crisis ?? 0, alarms.length)
  if (all === 0) return ''
  const lines = alarms.map(counted).join(', ')
  const where = `${all === 1 ? 'line' : all > alarms.length ? 'the first on lines' : 'lines'} ${lines}`
  return `${voices(all)} may speak of danger to somebody. Please look there first: ${where}.`
}

const rowsHave = (count: number): string => `${counted(count)} ${count === 1 ? 'row has' : 'rows have'}`

function languagesOf({ languages, voices: all }: Analysis): string {
  if (all === 0) return ''
  const names = new Intl.DisplayNames('en-GB', { type: 'language' })
  const known = most(languages).filter(([code]) => code !== '')
  const untold = languages[''] ?? 0
  if (known.length === 1 && untold === 0) return `, all in ${names.of(known[0]![0])}`
  const common = known.filter(([, count]) => count > 1 && count / all >= LEAST_SHARE).slice(0, LANGUAGES_SHOWN)
  const shown = common.map(([code, count]) => `${counted(count)} in ${names.of(code)}`)
  const others = known.slice(common.length).reduce((sum, [, count]) => sum + count, 0)
  return [
    '',
    ...shown,
    ...(others > 0 ? [`${counted(others)} in other languages`] : []),
    ...(untold > 0 ? [`${counted(untold)} too short to tell`] : []),
  ].join(', ')
}

function careOf(judged: number): string {
  const show = showing(judged)
  if (show === 'none') return 'There is nothing here that can be judged.'
  if (show === 'counts-only') return 'Fewer than ten voices: these are counts, too few to say more.'
  return show === 'interval-first' ? 'Fewer than thirty voices: only the range is shown.' : ''
}

function subjectsOf({ subjects }: Analysis): Named[] {
  return [...subjects]
    .filter(([, { voices: times }]) => times > 1)
    .toSorted(([one, a], [other, b]) => b.voices - a.voices || (one < other ? -1 : 1))
    .slice(0, SUBJECTS_SHOWN)
    .map(([label, { voices: times, negative, positive }]) => ({
      label,
      voices: times,
      leaning: `${portion(negative, times)} negative, ${portion(positive, times)} positive`,
    }))
}

/** A part of a group that may be too small for a share. */
function portion(count: number, n: number): string {
  const figure = proportion(count, n)
  if (!figure || figure.show === 'counts-only') return counted(count)
  return figure.show === 'full' ? percent(figure.share) : `${range(figure)}`
}

/** A figure in words, as far as its number of voices allows. */
export function figureOf({ show, share, count, n, ...ends }: Proportion): { value: string; range: string } {
  if (show === 'counts-only') return { value: `${counted(count)} of ${counted(n)}`, range: '' }
  return { value: show === 'full' ? percent(share) : '', range: range(ends) }
}

const range = ({ low, high }: { low: number; high: number }): string =>
  percent(low) === percent(high) ? percent(low) : `${percent(low).slice(0, -1)}–${percent(high)}`

/** Shares of a few in a thousand keep a digit, so that a rare thing is not shown as none. */
export function percent(share: number): string {
  const points = share * 100
  return `${points > 0 && points < 0.95 ? Math.max(0.1, points).toFixed(1) : Math.round(points)}%`
}

export const counted = (count: number): string => count.toLocaleString('en-GB')
const voices = (count: number): string => `${counted(count)} ${count === 1 ? 'voice' : 'voices'}`

/** The words to show, with a sign where something was left out, and the marks where they then stand. */
export function shownWords({ text, cut, marks }: Quoted): { text: string; marks: Quoted['marks'] } {
  const [lead, tail] = [cut.before ? '… ' : '', cut.after ? ' …' : '']
  const shift = lead.length - (text.length - text.trimStart().length)
  return { text: `${lead}${text.trim()}${tail}`, marks: marks.map(([start, end]) => [start + shift, end + shift]) }
}

function quoted({ weight: _weight, ...one }: Said): Quoted {
  const feeling = one.emotion && one.emotion !== 'neutral' ? one.emotion : one.family
  const reads = `reads as ${feeling && feeling !== 'neutral' ? feeling : one.sentiment}`
  return { ...one, reads: one.kind === 'other' ? reads : `${one.kind}, ${reads}` }
}
