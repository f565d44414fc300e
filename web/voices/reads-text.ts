import type { Evidence, Reading } from '#understand/contract'
import type { Translate } from '../i18n/use-words.ts'
import { speaksOf, strengthOf } from '../ui/feeling.ts'
import type { uiWords } from '../ui/words.ts'
import type { voicesWords } from './words.ts'

type Say = Translate<typeof voicesWords.texts>
type SayFeeling = Translate<typeof uiWords.texts>
type Judged = Pick<Reading, 'family' | 'kind' | 'sentiment'> & { intensity?: number | undefined }

/** "a complaint, with strong sadness": what the words read as, as part of a sentence about the words. */
export function whatText(reading: Judged, t: Say, feeling: SayFeeling): string {
  const { family, kind, sentiment, intensity } = reading
  const felt = family && family !== 'neutral' ? feelingText(family, intensity, feeling) : null
  if (kind === 'other') return felt ?? t(`reads.sentiment.${sentiment}`)
  return felt ? t('reads.both', { kind: t(`reads.kind.${kind}`), feeling: felt }) : t(`reads.kind.${kind}`)
}

function feelingText(family: NonNullable<Reading['family']>, intensity: number | undefined, t: SayFeeling): string {
  const name = t(`feeling.${family}`)
  return intensity === undefined ? name : t(`feeling.intensity.${strengthOf(intensity)}`, { feeling: name })
}

/** The whole verdict in one sentence, or why there is none. */
export function readsText(reading: Reading | null, t: Say, feeling: SayFeeling): string {
  if (!reading) return t('reads.waiting')
  if (reading.failed) return t('reads.failed')
  if (reading.heldBack === 'employee') return t('reads.employee')
  if (reading.heldBack === 'restricted') return t('reads.restricted')
  if (reading.heldBack === 'no_words') return t('reads.silent')
  const what = whatText(reading, t, feeling)
  if (reading.sentiment === 'unclear')
    return reading.confidence === 0 ? t('reads.unclear') : t('reads.unclear.lean', { what })
  return t('reads.plain', { what })
}

/** How sure, in words people use. */
export function sureText(reading: Reading, t: Say): string {
  if (reading.confidence === 0 || reading.corrected || reading.sentiment === 'unclear') return ''
  if (reading.confidence >= 0.9) return t('sure.very')
  return reading.confidence >= 0.7 ? t('sure.probably') : t('sure.perhaps')
}

/** The evidence that speaks for the verdict: what a reader of the quote is shown. What speaks against it stands under "why". */
export function evidenceFor(reading: Reading): Evidence[] {
  // A person's verdict does not rest on the model's words.
  if (reading.corrected) return []
  const { sentiment, family, urgency } = reading
  return reading.evidence.filter(({ for: speaks }) => {
    if (speaks === 'crisis' || speaks === 'kind:crisis') return true
    if (speaks === 'urgency') return urgency >= 0.5
    if (speaks === 'positive' || speaks === 'negative') return sentiment === speaks || sentiment === 'mixed'
    const said = speaksOf(speaks)
    return said === family && family !== 'neutral'
  })
}
