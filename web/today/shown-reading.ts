import { FAMILY_OF, type Emotion, type Family } from '#engine'
import type { CaseVoice } from '#act/contract'

type Reading = NonNullable<CaseVoice['reading']>

const dark = (reading: Reading): boolean =>
  reading.sentiment === 'negative' || ['complaint', 'leaving', 'crisis'].includes(reading.kind)

/** The feeling worth a mark: none where it is neutral, or where it would say the opposite of the sentence beside it. */
export function feelingShown(reading: Reading): Family | null {
  if (reading.family === null || reading.family === 'neutral') return null
  return dark(reading) && reading.family === 'joy' ? null : reading.family
}

/** Evidence that agrees with the verdict. A stray hint of joy in a complaint stays in Voices, where all of it is shown. */
export function evidenceShown(reading: Reading): Reading['evidence'] {
  if (!dark(reading)) return reading.evidence
  return reading.evidence.filter(
    ({ for: what }) => !what.startsWith('emotion:') || FAMILY_OF[what.slice('emotion:'.length) as Emotion] !== 'joy',
  )
}
