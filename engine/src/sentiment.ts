/** From three scores to a verdict, or to the admission that there is none. */
import type { Calibration } from './model.ts'
import type { Sentiment } from './reading.ts'

export type Chances = { negative: number; neutral: number; positive: number }

export function chances(negative: number, neutral: number, positive: number, temperature: number): Chances {
  const top = Math.max(negative, neutral, positive)
  const a = Math.exp((negative - top) / temperature)
  const b = Math.exp((neutral - top) / temperature)
  const c = Math.exp((positive - top) / temperature)
  const all = a + b + c
  return { negative: a / all, neutral: b / all, positive: c / all }
}

export function scoreOf(chance: Chances): number {
  return round(chance.positive - chance.negative)
}

export function labelOf(chance: Chances): 'negative' | 'neutral' | 'positive' {
  if (chance.negative >= chance.positive) return chance.negative >= chance.neutral ? 'negative' : 'neutral'
  return chance.positive >= chance.neutral ? 'positive' : 'neutral'
}

/** The measured share of right labels among texts with this top chance. */
export function confidenceOf(chance: Chances, calibration: Calibration): number {
  const top = Math.max(chance.negative, chance.neutral, chance.positive)
  const { curve } = calibration
  const place = top * (curve.length - 1)
  const low = Math.floor(place)
  const from = curve[low] ?? top
  const to = curve[Math.min(low + 1, curve.length - 1)] ?? from
  return round(from + (to - from) * (place - low))
}

export function verdict(chance: Chances, calibration: Calibration): Sentiment {
  const sure = confidenceOf(chance, calibration) >= calibration.unclear
  return { label: sure ? labelOf(chance) : 'unclear', score: scoreOf(chance) }
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
