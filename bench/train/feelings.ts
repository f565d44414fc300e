/** Feelings: forum comments with 28 labels, film lines in twelve languages, reviews in Indonesian and posts in Thai. */
import { FAMILY_OF, VALENCE } from '../../engine/src/heads.ts'
import type { Emotion, Family } from '../../engine/src/reading.ts'
import type { Example, Polarity } from './example.ts'
import { rowsOf } from './rows.ts'

export function sideOf(families: readonly Family[]): Polarity | undefined {
  const sides = new Set(families.map((family) => VALENCE[family]))
  if (sides.has(1)) return sides.has(-1) ? undefined : 'positive'
  if (sides.has(-1)) return 'negative'
  return families.every((family) => family === 'neutral') ? 'neutral' : undefined
}

export function forum(data: string): Example[] {
  return rowsOf(data, 'goemotions').map((row) => {
    const emotions = row['labels'] as Emotion[]
    const families = [...new Set(emotions.map((emotion) => FAMILY_OF[emotion]))]
    const one: Example = {
      text: row.text,
      set: 'goemotions',
      split: row.split,
      language: 'en',
      weight: 1,
      emotions,
      families,
    }
    const sentiment = sideOf(families)
    if (sentiment !== undefined) one.sentiment = sentiment
    if (families.length === 1 && families[0] === 'neutral') one.intensity = 0.15
    if (emotions.length === 1 && row.text.length < 120) {
      if (emotions[0] === 'gratitude' && /thank/i.test(row.text)) one.kind = 'thanks'
      else if (emotions[0] === 'curiosity' && row.text.trim().endsWith('?')) one.kind = 'question'
      else if (emotions[0] === 'admiration') one.kind = 'praise'
    }
    return one
  })
}

const PLUTCHIK: Record<string, Family | null> = {
  anger: 'anger',
  anticipation: null,
  disgust: 'disgust',
  fear: 'fear',
  joy: 'joy',
  sadness: 'sadness',
  surprise: 'surprise',
  trust: 'joy',
  neutral: 'neutral',
}

export const FILM_LANGUAGES = ['de', 'es', 'fi', 'fr', 'it', 'nl', 'pl', 'pt', 'pt_br', 'sv', 'tr'] as const

/** Anticipation has no family of its own; a line with nothing else teaches no family, but is no feeling for or against. */
export function film(data: string, file: string): Example[] {
  return rowsOf(data, 'xed', file).map((row) => {
    const labels = row['labels'] as string[]
    const families = [
      ...new Set(labels.map((label) => PLUTCHIK[label]).filter((one) => one !== null && one !== undefined)),
    ]
    const language = file === 'pt_br' ? 'pt' : file
    const one: Example = {
      text: row.text,
      set: `xed_${file}`,
      split: row.split,
      language,
      weight: file === 'en' ? 0.3 : 0.6,
    }
    // In English the forum comments teach the families; film lines, labelled in another way, cost .03 of F1 there.
    if (families.length > 0 && file !== 'en') one.families = families
    const sentiment = labels.every((label) => label === 'anticipation' || label === 'surprise')
      ? 'neutral'
      : sideOf(families)
    if (sentiment !== undefined) one.sentiment = sentiment
    return one
  })
}

const SHOP_FEELINGS: Record<string, Family> = {
  happy: 'joy',
  love: 'joy',
  anger: 'anger',
  fear: 'fear',
  sadness: 'sadness',
}

export function elsewhere(data: string): Example[] {
  const thai = rowsOf(data, 'wisesight_th', 'wisesight').map((row): Example => {
    const label = String(row['label'])
    const one: Example = { text: row.text, set: 'wisesight_th', split: row.split, language: 'th', weight: 0.6 }
    return label === 'question' ? { ...one, kind: 'question' } : { ...one, sentiment: label as Polarity }
  })
  const indonesian = rowsOf(data, 'prdect_id').map((row): Example => {
    const family = SHOP_FEELINGS[String(row['emotion'])] ?? 'neutral'
    const sentiment = row['sentiment'] as Polarity
    const kind = sentiment === 'negative' ? 'complaint' : 'praise'
    return {
      text: row.text,
      set: 'prdect_id',
      split: row.split,
      language: 'id',
      weight: 1,
      sentiment,
      families: [family],
      kind,
    }
  })
  return [...thai, ...indonesian]
}
