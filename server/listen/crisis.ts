/**
 * Whether words may speak of danger, asked as they come in: such a voice is for few eyes from the first moment, not from
 * when it has been read. The reading hears more (see understand); a person has the last word.
 *
 * Of something said long before Heed heard it single words say little ("an overdose of garlic" in a review of seven years
 * ago), and nobody is in danger now: there the reading decides, which also knows how dark the words are.
 */
import { crisisFinder, type CrisisFinder, type CrisisSpan } from '#engine'

/** Said longer ago than this when Heed heard it: a memory, not somebody waiting. */
export const MEMORY_DAYS = 30
const DAY_MS = 86_400_000

export const isMemory = (saidAt: Date, receivedAt: Date): boolean =>
  receivedAt.getTime() - saidAt.getTime() > MEMORY_DAYS * DAY_MS

let finder: CrisisFinder | null = null

/** What in these words may speak of danger. The patterns are put together at the first question. */
export function crisesIn(words: string): CrisisSpan[] {
  finder ??= crisisFinder()
  return finder(words)
}

export const soundsLikeCrisis = (voice: { title: string; text: string; saidAt: Date }, receivedAt: Date): boolean =>
  !isMemory(voice.saidAt, receivedAt) && crisesIn(`${voice.title}\n\n${voice.text}`).length > 0
