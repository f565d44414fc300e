import { FAMILY_OF, type Emotion, type EvidenceFor, type Family } from '#engine'

/**
 * Each feeling has a colour of its own and a shape of its own, so that nobody has to see the colour. Shapes are drawn in a
 * box of 16 by 16.
 */
export const feelingShapes: Record<Family, string> = {
  // A flame-edged triangle, pointing up and out.
  anger: 'M8 1.5 15 14H1Z',
  // A cross that turns away.
  disgust: 'M4.2 1.5 8 5.3l3.8-3.8 2.7 2.7L10.7 8l3.8 3.8-2.7 2.7L8 10.7l-3.8 3.8-2.7-2.7L5.3 8 1.5 4.2Z',
  // A diamond standing on its point, easily tipped.
  fear: 'M8 .8 15.2 8 8 15.2.8 8Z',
  // A full round.
  joy: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z',
  // A drop.
  sadness: 'M8 .8c3 3.9 5 6.6 5 9.2a5 5 0 0 1-10 0C3 7.4 5 4.7 8 .8Z',
  // A star with four points.
  surprise: 'M8 .5 9.9 6.1 15.5 8 9.9 9.9 8 15.5 6.1 9.9.5 8l5.6-1.9Z',
  // A level bar.
  neutral: 'M2 6h12v4H2Z',
}

export const feelingText: Record<Family, string> = {
  anger: 'text-feeling-anger',
  disgust: 'text-feeling-disgust',
  fear: 'text-feeling-fear',
  joy: 'text-feeling-joy',
  sadness: 'text-feeling-sadness',
  surprise: 'text-feeling-surprise',
  neutral: 'text-feeling-neutral',
}

export const feelingGround: Record<Family, string> = {
  anger: 'bg-feeling-anger',
  disgust: 'bg-feeling-disgust',
  fear: 'bg-feeling-fear',
  joy: 'bg-feeling-joy',
  sadness: 'bg-feeling-sadness',
  surprise: 'bg-feeling-surprise',
  neutral: 'bg-feeling-neutral',
}

/** What a piece of evidence speaks for, as far as a page tells it apart. */
export type Speaks = Family | 'urgent' | 'said'

export function speaksOf(reason: EvidenceFor): Speaks {
  if (reason === 'urgency' || reason === 'crisis' || reason === 'kind:crisis') return 'urgent'
  if (reason.startsWith('emotion:')) return FAMILY_OF[reason.slice('emotion:'.length) as Emotion] ?? 'neutral'
  return 'said'
}

export type Strength = 'slight' | 'clear' | 'strong'

/** An intensity of 0…1 in one word. The borders split the scale in three. */
export function strengthOf(intensity: number): Strength {
  if (intensity < 1 / 3) return 'slight'
  return intensity < 2 / 3 ? 'clear' : 'strong'
}
