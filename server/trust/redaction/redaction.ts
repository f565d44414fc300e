/**
 * Words without the personal details in them. Whoever may see contact details gets words as they were written; everybody
 * else, and every place where words leave the house (a public page, an optional language model), gets them through here.
 */
import { redact, type Redacted } from '#engine'
import { mayDo } from '../roles.ts'
import type { Who } from '../who.ts'

/** Places of the original and where they stand now, for evidence and for what was searched. */
export type Shown = Pick<Redacted, 'text' | 'moved'>
export type ShowWords = (text: string) => Shown

const asWritten: ShowWords = (text) => ({ text, moved: (offset) => offset })
const without: ShowWords = (text) => redact(text)

export const seesContacts = (who: Who): boolean => mayDo(who.role, 'contacts.see')

/** How this one is shown words. */
export const wordsFor = (who: Who): ShowWords => (seesContacts(who) ? asWritten : without)

/** For public pages and language models: never as written, whoever asks. */
export const withoutPersonal = (text: string): string => redact(text).text
