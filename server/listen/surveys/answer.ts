/** One question answered by one person: reading it from a form, an address or the API, strictly. Pure. */
import { isScale, OTHER, SCALES, SURVEY_LIMITS, type Question } from './definition.ts'

/** Scales and consent have a number, choices have ids, words are text (also beside "something else"). */
export type Given = { kind: Question['kind']; number: number | null; choices: string[] | null; text: string | null }

/** Why an answer cannot be taken; the page has a sentence for each in every language. */
export type AnswerTrouble = 'not_offered' | 'not_email' | 'too_long' | 'missing'

/** An answer, nothing (skipped), or why not. */
export type Read = { given: Given } | { given: null } | { trouble: AnswerTrouble }

const NOTHING: Read = { given: null }
const MANY = 60

/** Reads what came in as texts: form fields, address parameters. `other` is the field beside "something else". */
export function readAnswer(question: Question, values: readonly string[], other: string = ''): Read {
  const said = values
    .slice(0, MANY)
    .map((value) => value.trim())
    .filter((value) => value !== '')
  const first = said[0]
  if (isScale(question.kind)) return first === undefined ? NOTHING : readScale(question, first)
  switch (question.kind) {
    case 'consent':
      // An unticked box is an answer of its own once the question was shown: no.
      return { given: given(question, { number: first === '1' || first === 'true' || first === 'on' ? 1 : 0 }) }
    case 'text':
      return readWords(question, values.join('\n'))
    case 'single':
    case 'multiple':
      return readChoices(question, question.kind === 'single' ? said.slice(0, 1) : said, other)
    default:
      return { trouble: 'not_offered' }
  }
}

/** Lists in an address are joined by commas: ?why=price,taste. */
export const splitPrefill = (question: Question, value: string): string[] =>
  question.kind === 'multiple' ? value.split(',') : [value]

function readScale(question: Question, value: string): Read {
  const [low, high] = isScale(question.kind) ? SCALES[question.kind] : [0, -1]
  const number = /^\d{1,2}$/.test(value) ? Number(value) : NaN
  return number >= low && number <= high ? { given: given(question, { number }) } : { trouble: 'not_offered' }
}

function readWords(question: Question & { kind: 'text' }, value: string): Read {
  // Null bytes cannot be stored as text.
  const text = value.replaceAll('\0', '').replaceAll('\r\n', '\n').trim()
  if (text === '') return NOTHING
  if (text.length > SURVEY_LIMITS.answer) return { trouble: 'too_long' }
  if (question.input === 'email' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)) return { trouble: 'not_email' }
  return { given: given(question, { text }) }
}

function readChoices(question: Question & { kind: 'single' | 'multiple' }, said: string[], other: string): Read {
  const offered = new Set([...question.choices.map((choice) => choice.id), ...(question.other ? [OTHER] : [])])
  const choices = [...new Set(said)]
  if (choices.some((id) => !offered.has(id))) return { trouble: 'not_offered' }
  const words = question.other ? other.replaceAll('\0', '').trim() : ''
  if (words.length > SURVEY_LIMITS.text) return { trouble: 'too_long' }
  // Who writes something else means it, ticked or not; a single choice made elsewhere outweighs it.
  if (words && !choices.includes(OTHER) && (question.kind === 'multiple' || choices.length === 0)) choices.push(OTHER)
  if (choices.length === 0) return NOTHING
  return { given: given(question, { choices, text: choices.includes(OTHER) && words ? words : null }) }
}

const given = (question: Question, part: Partial<Given>): Given => ({
  kind: question.kind,
  number: null,
  choices: null,
  text: null,
  ...part,
})

/** The reverse of `readAnswer`, for carrying answers along in a form. */
export function writeAnswer(answer: Given): { values: string[]; other: string } {
  if (answer.number !== null) return { values: [String(answer.number)], other: '' }
  if (answer.choices) return { values: answer.choices, other: answer.text ?? '' }
  return { values: answer.text === null ? [] : [answer.text], other: '' }
}

/** Whether a required question has been met: a consent that is required must be given. */
export const satisfies = (question: Question, answer: Given | undefined): boolean =>
  !question.required || (answer !== undefined && !(question.kind === 'consent' && answer.number !== 1))
