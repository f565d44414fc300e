/** Columns that are questions: which of them ask for words, which for a score and on what scale. */
import type { Column } from './column.ts'
import { SCORE_STEMS } from './field-words.ts'
import type { ScoreKind } from '../contract.ts'
import { SCORES } from '../contract.ts'
import type { AnswerColumn, Recognition, ScoreScale } from './mapping.ts'
import type { Shape } from './shape.ts'

const NUMBERED = /^(?:q(?:uestion)?\s*)?\d{1,3}\s*[.:)]\s*/i
const META = /^(?:source|url|country|browser|os|device|action|tags|language|person.*|meta.*|utm.*|userid)$/

/** The scale a column of scores runs on, by its name and the values seen; never narrower than what was seen. */
export function scaleOf(column: Column): ScoreScale {
  const kind = scoreKind(column)
  const max = Number.isFinite(column.max) ? column.max : 0
  if (kind === 'nps') return { kind, min: 0, max: 10 }
  if (kind === 'ces') return { kind, min: 1, max: column.scale === 5 || (max <= 5 && column.filled >= 20) ? 5 : 7 }
  if (kind === 'csat') return { kind, min: 1, max: max > 5 ? 7 : 5 }
  const best = column.scale ?? (max <= 5 ? 5 : max <= 10 ? 10 : 100)
  return { kind, min: best > 5 ? 0 : 1, max: best }
}

/** Whether Heed has a place for scores on this scale. Stars of any number are kept on five; other scales are never bent. */
export const isKept = ({ kind, max }: ScoreScale): boolean => kind === 'star' || SCORES[kind].max === max

/** A name that says NPS beside values up to 5 is not one: such scales are never bent onto each other. */
function scoreKind({ plain, words, min, max, whole, filled }: Column): ScoreKind {
  const says = (kind: keyof typeof SCORE_STEMS): boolean =>
    SCORE_STEMS[kind].some((stem) =>
      stem.length <= 4 ? words.includes(stem) || plain === stem || plain === `${stem}score` : plain.includes(stem),
    )
  const known = filled > 0
  if (says('nps') && (!known || (whole && min >= 0 && max <= 10 && (max > 5 || filled < 20)))) return 'nps'
  if (says('ces') && (!known || (whole && min >= 1 && max <= 7))) return 'ces'
  if (says('csat') && (!known || (whole && min >= 1 && max <= 7))) return 'csat'
  return 'star'
}

/**
 * In survey exports every question column; elsewhere only where at least two columns are worded as questions and hold
 * sentences, so that "What did you like?" and "What can we do better?" each keep their own question.
 */
export function answerColumns(left: Column[], shape: Shape | null, mapping: Recognition['mapping']): AnswerColumn[] {
  if (shape && !shape.answers) return []
  if (shape) return left.filter((column) => column.filled > 0 && !META.test(column.plain)).flatMap(answerOf)
  const worded = left.filter((column) => isQuestion(column.header) && column.text >= 0.3)
  const text = mapping.text && isQuestion(mapping.text.header) ? mapping.text.header : null
  if (worded.length + (text ? 1 : 0) < 2) return []
  const columns = worded.map(({ header }) => ({ header, question: wording(header), score: null }))
  return text ? [{ header: text, question: wording(text), score: null }, ...columns] : columns
}

function answerOf(column: Column): AnswerColumn[] {
  const { header } = column
  const isScore = column.rating > 0.95 && column.max <= 10 && (isQuestion(header) || scoreKind(column) !== 'star')
  if (isScore && !isKept(scaleOf(column))) return []
  if (isScore) return [{ header, question: wording(header), score: scaleOf(column) }]
  const isText = column.text >= 0.3 && column.distinct > 0.3
  return isText || (isQuestion(header) && column.text >= 0.3)
    ? [{ header, question: wording(header), score: null }]
    : []
}

export const isQuestion = (header: string): boolean => /[?？]\s*$/.test(header) || NUMBERED.test(header)

/** The question itself, without the number an export puts before it. */
export const wording = (header: string): string => header.replace(NUMBERED, '').trim() || header
