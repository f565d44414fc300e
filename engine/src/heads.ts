/** The questions a model answers, in the order of its weights. */
import { EMOTIONS, FAMILIES, type Emotion, type Family, type Kind } from './reading.ts'

export const POLARITIES = ['negative', 'neutral', 'positive'] as const

/** 'crisis' is not among them: it has a head of its own, because it must never lose a race against 'complaint'. */
export const RACING_KINDS: readonly Kind[] = [
  'complaint',
  'praise',
  'question',
  'request',
  'suggestion',
  'thanks',
  'leaving',
  'other',
]

/** How the 28 emotions are grouped by the authors of the labels (Demszky et al. 2020, their `sentiment_dict`). */
export const EMOTION_GROUPS = ['positive', 'negative', 'ambiguous', 'neutral'] as const
export type EmotionGroup = (typeof EMOTION_GROUPS)[number]

export const HEADS: readonly string[] = [
  ...POLARITIES.map((name) => `sentiment:${name}`),
  ...EMOTIONS.map((name) => `emotion:${name}`),
  ...FAMILIES.map((name) => `family:${name}`),
  ...RACING_KINDS.map((name) => `kind:${name}`),
  'urgency',
  'intensity',
  'crisis',
  'mixed',
  ...EMOTION_GROUPS.map((name) => `group:${name}`),
  'forum',
]

/** Outside English only the families are learnt; an emotion that bears a family's name speaks for it. */
export const WORLD_HEADS: readonly string[] = HEADS.filter((name) => !/^(emotion|group|forum)\b/.test(name))

export const FAMILY_OF: Readonly<Record<Emotion, Family>> = {
  admiration: 'joy',
  amusement: 'joy',
  anger: 'anger',
  annoyance: 'anger',
  approval: 'joy',
  caring: 'joy',
  confusion: 'surprise',
  curiosity: 'surprise',
  desire: 'joy',
  disappointment: 'sadness',
  disapproval: 'anger',
  disgust: 'disgust',
  embarrassment: 'sadness',
  excitement: 'joy',
  fear: 'fear',
  gratitude: 'joy',
  grief: 'sadness',
  joy: 'joy',
  love: 'joy',
  nervousness: 'fear',
  optimism: 'joy',
  pride: 'joy',
  realization: 'surprise',
  relief: 'joy',
  remorse: 'sadness',
  sadness: 'sadness',
  surprise: 'surprise',
  neutral: 'neutral',
}

export function groupOf(emotion: Emotion): EmotionGroup {
  const family = FAMILY_OF[emotion]
  if (family === 'neutral') return 'neutral'
  if (family === 'surprise') return 'ambiguous'
  return family === 'joy' ? 'positive' : 'negative'
}

export const VALENCE: Readonly<Record<Family, -1 | 0 | 1>> = {
  anger: -1,
  disgust: -1,
  fear: -1,
  sadness: -1,
  joy: 1,
  surprise: 0,
  neutral: 0,
}
