/**
 * The one feeling of a reading. Where the engine found no hold at all it is nothing, not 'neutral': not knowing and
 * knowing that it is neutral are two things.
 */
import { FAMILY_OF, type Emotion, type Family, type Reading } from '#engine'

export type Feeling = { emotion: Emotion | null; family: Family | null }

export const isBlind = (reading: Reading): boolean => reading.confidence === 0

/** A family may be clear where none of its single feelings is; then there is a family and no finer name. */
export function feelingOf(reading: Reading): Feeling {
  if (isBlind(reading)) return { emotion: null, family: null }
  const emotion = reading.emotions[0]?.label ?? 'neutral'
  if (emotion !== 'neutral') return { emotion, family: FAMILY_OF[emotion] }
  const family = reading.families[0]?.label ?? 'neutral'
  return { emotion: family === 'neutral' ? 'neutral' : null, family }
}
