/** Changes to a survey while it is being made. Pure: each gives a new definition that still holds together. */
import type { Choice, Definition, Question, QuestionKind, Texts } from '#listen/contract'

const COMMON = { required: false, showIf: [], endIf: [] }

/** A short id nobody has to read: the kind, and a number when there is one already. It also prefills the question. */
export function freshId(taken: readonly string[], stem: string): string {
  if (!taken.includes(stem)) return stem
  for (let number = 2; ; number += 1) if (!taken.includes(`${stem}${number}`)) return `${stem}${number}`
}

const STEMS: Record<QuestionKind, string> = {
  nps: 'recommend',
  csat: 'satisfied',
  ces: 'easy',
  star: 'stars',
  single: 'choice',
  multiple: 'choices',
  text: 'words',
  consent: 'agree',
}

export function newQuestion(definition: Definition, kind: QuestionKind, text: string): Question {
  const taken = [...definition.questions.map((question) => question.id), ...definition.hidden]
  const home = definition.languages[0] ?? 'en'
  const base = { ...COMMON, id: freshId(taken, STEMS[kind]), text: { [home]: text } }
  switch (kind) {
    case 'single':
    case 'multiple':
      return { ...base, kind, other: false, choices: [newChoice([]), newChoice([newChoice([])])] }
    case 'text':
      return { ...base, kind, input: 'long' }
    default:
      return { ...base, kind }
  }
}

export function newChoice(others: readonly Choice[]): Choice {
  const taken = others.map((choice) => choice.id)
  let number = others.length + 1
  while (taken.includes(`option${number}`)) number += 1
  return { id: `option${number}`, text: {} }
}

/** One text in one language; emptied, it is as if it had never been written. */
export function withText(texts: Texts | undefined, language: string, text: string): Texts {
  const { [language]: _, ...others } = texts ?? {}
  return text === '' ? others : { ...others, [language]: text }
}

export type Edit = (question: Question) => Question

export function addQuestion(definition: Definition, question: Question, at: number): Definition {
  const questions = [...definition.questions]
  questions.splice(at, 0, question)
  return whole({ ...definition, questions })
}

export function changeQuestion(
  definition: Definition,
  id: string,
  change: (question: Question) => Question,
): Definition {
  return whole({
    ...definition,
    questions: definition.questions.map((question) => (question.id === id ? change(question) : question)),
  })
}

export function removeQuestion(definition: Definition, id: string): Definition {
  return whole({ ...definition, questions: definition.questions.filter((question) => question.id !== id) })
}

export function moveQuestion(definition: Definition, id: string, by: -1 | 1): Definition {
  const from = definition.questions.findIndex((question) => question.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= definition.questions.length) return definition
  const questions = [...definition.questions]
  questions.splice(to, 0, ...questions.splice(from, 1))
  return whole({ ...definition, questions })
}

/** Conditions that lost their ground (a question moved behind them, a choice taken away) go with it. */
function whole(definition: Definition): Definition {
  const earlier = new Map<string, Question>()
  const questions = definition.questions.map((question) => {
    const showIf = question.showIf.filter((condition) => {
      const source = earlier.get(condition.question)
      return source !== undefined && stillFits(source, condition.value)
    })
    const endIf = question.endIf.filter((condition) => stillFits(question, condition.value))
    earlier.set(question.id, question)
    const same = showIf.length === question.showIf.length && endIf.length === question.endIf.length
    return same ? question : { ...question, showIf, endIf }
  })
  return { ...definition, questions }
}

const stillFits = (question: Question, value: string | number | undefined): boolean =>
  typeof value !== 'string' ||
  !('choices' in question) ||
  question.choices.some((choice) => choice.id === value) ||
  (value === '_other' && question.other)
