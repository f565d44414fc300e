/** Where on their way a person stands. Pure. */
import { satisfies, type Given } from '../surveys/answer.ts'
import { path } from '../surveys/branching.ts'
import type { Definition, Question } from '../surveys/definition.ts'

export type Answers = ReadonlyMap<string, Given>
export type Step = { question: Question; index: number; count: number; answer: Given | undefined }

export type Standing = {
  definition: Definition
  stored: Answers
  prefill: Answers
  /** Whether what the address brought counts as answered without being shown. */
  skipPrefilled: boolean
}

/** Everything known, shown as chosen: what was stored weighs more than what the address says. */
export const known = ({ stored, prefill }: Standing): Map<string, Given> => new Map([...prefill, ...stored])

const settled = (standing: Standing): Answers => (standing.skipPrefilled ? known(standing) : standing.stored)

/**
 * The step asked for, or without a wish the one after the last answered. Nobody gets past a required question that is
 * still open. Null: there is nothing to ask.
 */
export function stepAt(standing: Standing, at: string | null): Step | null {
  const all = known(standing)
  const way = path(standing.definition, all)
  const done = settled(standing)
  const wished = way.findIndex((question) => question.id === at)
  const resumed = Math.min(way.findLastIndex((question) => done.has(question.id)) + 1, way.length - 1)
  const open = way.findIndex((question) => !satisfies(question, done.get(question.id)))
  const index = Math.min(wished >= 0 ? wished : resumed, open >= 0 ? open : way.length - 1)
  const question = way[index]
  return question ? { question, index, count: way.length, answer: all.get(question.id) } : null
}

/** The question after `from`, past those the address has answered already; null when the end is reached. */
export function after(standing: Standing, from: string): Question | null {
  const way = path(standing.definition, known(standing))
  const rest = way.slice(way.findIndex((question) => question.id === from) + 1)
  return rest.find((question) => !(standing.skipPrefilled && standing.prefill.has(question.id))) ?? null
}

export function before(standing: Standing, from: string): Question | null {
  const way = path(standing.definition, known(standing))
  return way[way.findIndex((question) => question.id === from) - 1] ?? null
}
