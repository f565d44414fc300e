/** Which emotions and families a text asserts: those whose chance passes the threshold tuned for the label. */
import { EMOTION_GROUPS, FAMILY_OF, groupOf, VALENCE } from './heads.ts'
import { EMOTIONS, FAMILIES, type Emotion, type Family, type Reading, type Sentiment } from './reading.ts'
import { round, sigmoid } from './sentiment.ts'
import type { Sums } from './sums.ts'

type Feelings = Pick<Reading, 'emotions' | 'families'>
type Listed<Label> = { label: Label; score: number }[]

/** Thresholds as logits, so that a curve is computed only for what is asserted. */
export type Bars = { emotion: Float64Array; family: Float64Array; group: Float64Array }

export function barsOf(thresholds: Record<string, number>): Bars {
  const bar = (name: string): number => {
    const chance = Math.min(0.999, Math.max(0.001, thresholds[name] ?? 0.5))
    return Math.log(chance / (1 - chance))
  }
  return {
    emotion: Float64Array.from(EMOTIONS, (label) => bar(`emotion:${label}`)),
    family: Float64Array.from(FAMILIES, (label) => bar(`family:${label}`)),
    group: Float64Array.from(EMOTION_GROUPS, (label) => bar(`group:${label}`)),
  }
}

const NEUTRAL: Feelings = { emotions: [{ label: 'neutral', score: 1 }], families: [{ label: 'neutral', score: 1 }] }

/** In both lists 'neutral' stands last: it is asserted when nothing else is. */
function asserted<Label extends string>(
  sums: Sums,
  first: number,
  labels: readonly Label[],
  bars: Float64Array,
  calmer: number,
): Listed<Label> {
  const found: (Listed<Label>[number] & { over: number })[] = []
  const last = labels.length - 1
  for (let i = 0; i < last; i++) {
    const logit = sums.logit(first + i)
    const over = logit - (bars[i] as number)
    if (over < 0) continue
    found.push({ label: labels[i] as Label, score: round(sigmoid(logit)), over })
  }
  if (found.length > 1) found.sort((a, b) => b.over - a.over)
  const calm = sums.logit(first + last) - (bars[last] as number)
  if (found.length === 0 || calm > calmer + (found[0]?.over ?? 0)) {
    return [{ label: labels[last] as Label, score: round(sigmoid(sums.logit(first + last))) }]
  }
  return found.map(({ label, score }) => ({ label, score }))
}

export function feelingsOf(sums: Sums, bars: Bars, sentiment: Sentiment, blind: boolean): Feelings {
  if (blind) return NEUTRAL
  // Outside English there is no head per emotion; each family but its siblings is itself one of the 28 labels.
  if (sums.at.emotion < 0) {
    const families = asserted(sums, sums.at.family, FAMILIES, bars.family, CALMER.families)
    return { emotions: families.map((one): Listed<Emotion>[number] => ({ ...one })), families }
  }
  const heard = inGroups(sums, bars, asserted(sums, sums.at.emotion, EMOTIONS, bars.emotion, CALMER.emotions))
  const emotions = heard[0]?.label === 'neutral' ? (nearest(sums, bars, sentiment) ?? heard) : heard
  if (!sums.quiet) return { emotions, families: familiesOf(sums, emotions) }
  const families = asserted(sums, sums.at.family, FAMILIES, bars.family, CALMER.families)
  return { emotions, families: families[0]?.label === 'neutral' ? named(sums, emotions, families) : families }
}

/**
 * Whether a text is warm, bitter, puzzled or calm is told more surely than which of 28 shades it has. So a shade of a
 * group that is not heard must be clearly over its bar, and a group that is clearly heard has its nearest shade.
 */
function inGroups(sums: Sums, bars: Bars, found: Listed<Emotion>): Listed<Emotion> {
  if (sums.at.group < 0) return found
  const over = EMOTION_GROUPS.map((_, i) => sums.logit(sums.at.group + i) - (bars.group[i] as number))
  const kept = found.filter(({ label, score }) => {
    const group = over[EMOTION_GROUPS.indexOf(groupOf(label))] as number
    const bar = bars.emotion[EMOTIONS.indexOf(label)] as number
    return group > 0 || Math.log(score / (1 - score)) - bar > CLEAR
  })
  for (const [i, group] of EMOTION_GROUPS.entries()) {
    if ((over[i] as number) < 0 || kept.some(({ label }) => groupOf(label) === group)) continue
    let best: Emotion | null = null
    let top = -Infinity
    for (const [at, label] of EMOTIONS.entries()) {
      const distance = sums.logit(sums.at.emotion + at) - (bars.emotion[at] as number)
      if (groupOf(label) !== group || distance <= top) continue
      best = label
      top = distance
    }
    if (best !== null)
      kept.push({ label: best, score: round(sigmoid(sums.logit(sums.at.emotion + EMOTIONS.indexOf(best)))) })
  }
  const feeling = kept.filter(({ label }) => label !== 'neutral')
  if (feeling.length > 0 && feeling.length < kept.length)
    return [...feeling, ...kept.filter(({ label }) => label === 'neutral')]
  return kept.length > 0 ? kept : NEUTRAL.emotions
}

/** By how much, as a logit over its bar, a shade stands although its group is not heard. */
const CLEAR = 1

/**
 * The emotion heads learnt from forum talk, the sentiment head from customers. Where the customer side is sure and the
 * forum side hears nothing, the nearest feeling on that side is asserted.
 */
function nearest(sums: Sums, bars: Bars, sentiment: Sentiment): Listed<Emotion> | null {
  if (Math.abs(sentiment.score) < SURE) return null
  const side = Math.sign(sentiment.score)
  let best = -1
  let over = -NEAR
  for (let i = 0; i < EMOTIONS.length - 1; i++) {
    if (VALENCE[FAMILY_OF[EMOTIONS[i] as Emotion]] !== side) continue
    const distance = sums.logit(sums.at.emotion + i) - (bars.emotion[i] as number)
    if (distance > over) {
      over = distance
      best = i
    }
  }
  if (best < 0) return null
  return [{ label: EMOTIONS[best] as Emotion, score: round(sigmoid(sums.logit(sums.at.emotion + best))) }]
}

/** A feeling was named, so its family is. */
function named(sums: Sums, emotions: Listed<Emotion>, otherwise: Listed<Family>): Listed<Family> {
  const first = emotions[0]
  return first === undefined || first.label === 'neutral' ? otherwise : familiesOf(sums, [first])
}

/** A feeling was named, so its family is, and no other: the two lists never disagree. */
function familiesOf(sums: Sums, emotions: Listed<Emotion>): Listed<Family> {
  const families = new Set(emotions.map(({ label }) => FAMILY_OF[label]))
  return Array.from(families, (label) => ({
    label,
    score: round(sigmoid(sums.logit(sums.at.family + FAMILIES.indexOf(label)))),
  }))
}

/** By how much calm, as a logit over its bar, must outdo the strongest feeling to silence it. */
const CALMER = { emotions: 1.5, families: 0.5 }
const SURE = 0.75
/** How far below its bar, as a logit, a feeling may stay and still be the nearest. */
const NEAR = 1.2
