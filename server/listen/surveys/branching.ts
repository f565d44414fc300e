/** Which questions a person is asked, given what they have answered so far. Pure. */
import type { Given } from './answer.ts'
import type { Condition, Definition, Question } from './definition.ts'

/** Answers by question id. A question that was skipped has none. */
export type GivenById = ReadonlyMap<string, Given>

/**
 * The questions on this person's way, in order, up to where the survey ends for them. A condition on an unanswered
 * question does not hold, so a branch opens only by an answer.
 */
export function path(definition: Definition, given: GivenById): Question[] {
  const way: Question[] = []
  // An answer given before its question left the way (the person went back) opens no branch.
  const counted = new Map<string, Given>()
  for (const question of definition.questions) {
    if (!question.showIf.every((condition) => holds(condition, counted.get(condition.question)))) continue
    way.push(question)
    const answer = given.get(question.id)
    if (!answer) continue
    counted.set(question.id, answer)
    if (question.endIf.some((condition) => holds(condition, answer))) break
  }
  return way
}

/** The one after this on the way, or null at the end. Without `after`, the first. */
export function next(way: readonly Question[], after: string | null): Question | null {
  const at = after === null ? -1 : way.findIndex((question) => question.id === after)
  return way[at + 1] ?? null
}

/** Where somebody who comes back goes on: the first question without an answer, else the last one. */
export function resumeAt(way: readonly Question[], given: GivenById): Question | null {
  return way.find((question) => !given.has(question.id)) ?? way.at(-1) ?? null
}

function holds({ test, value }: Pick<Condition, 'test' | 'value'>, answer: Given | undefined): boolean {
  if (!answer) return false
  switch (test) {
    case 'answered':
      return true
    case 'is':
      return answer.number === value || answer.choices?.[0] === value
    case 'not':
      return answer.number !== null ? answer.number !== value : answer.choices?.[0] !== value
    case 'atLeast':
      return answer.number !== null && answer.number >= Number(value)
    case 'atMost':
      return answer.number !== null && answer.number <= Number(value)
    case 'includes':
      return answer.choices?.includes(String(value)) ?? false
  }
}
