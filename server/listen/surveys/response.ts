/** What one person answered in one go, and the voice it becomes. Pure. */
import type { GivenById } from './branching.ts'
import { path } from './branching.ts'
import { isScale, textIn, type Definition, type ScaleKind } from './definition.ts'

export type SpokenPart = { text: string; question: string | null; scoreKind: ScaleKind | null; score: number | null }

/**
 * The words and the score of a response, or null where there are neither: ticks alone are counted in the survey's own
 * results but nobody can read them as a letter. An e-mail address says who, not what.
 */
export function spoken(definition: Definition, given: GivenById, language: string): SpokenPart | null {
  const words: { question: string; text: string }[] = []
  let scored: { question: string; kind: ScaleKind; score: number } | null = null
  for (const question of path(definition, given)) {
    const answer = given.get(question.id)
    if (!answer) continue
    const asked = textIn(question.text, language, definition)
    if (isScale(question.kind) && answer.number !== null)
      scored ??= { question: asked, kind: question.kind, score: answer.number }
    const isWords = question.kind === 'text' ? question.input !== 'email' : 'choices' in question
    if (isWords && answer.text) words.push({ question: asked, text: answer.text })
  }
  if (!scored && words.length === 0) return null
  return {
    text: words.map((one) => one.text).join('\n\n'),
    question: words[0]?.question ?? scored?.question ?? null,
    scoreKind: scored?.kind ?? null,
    score: scored?.score ?? null,
  }
}

/** The address somebody left so that they can be answered. */
export function addressLeft(definition: Definition, given: GivenById): string | null {
  for (const question of path(definition, given)) {
    if (question.kind === 'text' && question.input === 'email') {
      const answer = given.get(question.id)
      if (answer?.text) return answer.text
    }
  }
  return null
}
