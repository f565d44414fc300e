/** What still keeps a draft from being opened to people. Pure; the builder shows the same list the server refuses with. */
import { textIn, type Definition } from './definition.ts'

export type Unready = { field: string; reason: string; question: string | null }

export function unready(definition: Definition): Unready[] {
  const found: Unready[] = []
  const say = (field: string, reason: string, question: string | null = null) => found.push({ field, reason, question })
  const home = definition.languages[0] ?? 'en'
  if (definition.questions.length === 0) say('questions', 'Ask at least one question.')
  definition.questions.forEach((question, index) => {
    const at = `questions.${index}`
    if (!question.text[home]?.trim()) say(`${at}.text`, `Question ${index + 1} has no words yet.`, question.id)
    if (!('choices' in question)) return
    if (question.choices.length < 2 && !(question.other && question.choices.length === 1))
      say(`${at}.choices`, `Question ${index + 1} needs at least two choices.`, question.id)
    if (question.choices.some((choice) => !textIn(choice.text, home, { languages: [home] }).trim()))
      say(`${at}.choices`, `A choice of question ${index + 1} is empty.`, question.id)
  })
  return found
}
