import type { ReasonPart } from '#act/contract'
import type { Translate } from '../i18n/say.ts'
import type { reasonWords } from './words.ts'

type Say = Translate<typeof reasonWords.texts>

/** The reason as one sentence: quotes in brackets behind what they are evidence for, the rest after commas. */
export function reasonText(parts: readonly ReasonPart[], t: Say): string {
  // Which key needs which values is the server's promise; here they come together as they are.
  const say = t as (key: string, values?: ReasonPart['values']) => string
  return parts.reduce((said, part) => {
    const words = say(part.key, part.values)
    if (said === '') return words
    return part.key === 'quote' ? `${said} (${words})` : `${said}, ${words.charAt(0).toLowerCase()}${words.slice(1)}`
  }, '')
}
