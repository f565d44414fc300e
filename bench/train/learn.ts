/**
 * Learns one weight per feature and head by stochastic gradient steps with a rate per weight (AdaGrad; Duchi, Hazan &
 * Singer 2011). Sentiment and kind are races (softmax), everything else is a yes or no, or a size (logistic).
 */
import { EMOTION_GROUPS, groupOf, POLARITIES, RACING_KINDS } from '../../engine/src/heads.ts'
import { EMOTIONS, FAMILIES } from '../../engine/src/reading.ts'
import { seeded, shuffle } from './chance.ts'
import type { Example } from './example.ts'
import { spread, type Sheet } from './sheet.ts'

export type Group = {
  from: number
  to: number
  race: boolean
  weight(example: Example): number
  /** Added to the scores while learning and never after: what is known of a row before reading it. */
  offset?(example: Example): readonly number[] | undefined
  /** Writes what is wanted of each head; false where the example says nothing about them. */
  target(example: Example, out: Float64Array): boolean
}

export type Learned = { heads: readonly string[]; weights: Float32Array; bias: Float64Array }

/** `least`: in how many training texts that speak to a group a feature must stand before it may learn from them. */
export type Plan = { epochs: number; rate: number; drop: number; decay: number; least: number; seed: number }

/** How much the labels of each set count, beside the weight of its rows: customers decide, forum and film help. */
export type SetShare = (set: string, group: 'sentiment' | 'feeling' | 'kind') => number

/** By set, the log share of each side: with it given, words need not explain why a set is mostly praise. */
export type Priors = ReadonlyMap<string, readonly number[]>

const LEAST_SHARE = 0.04

export function priorsOf(examples: readonly Example[]): Priors {
  const counts = new Map<string, number[]>()
  for (const one of examples) {
    if (one.split !== 'train' || one.sentiment === undefined) continue
    const count = counts.get(one.set) ?? [0, 0, 0]
    const side = POLARITIES.indexOf(one.sentiment)
    count[side] = (count[side] ?? 0) + 1
    counts.set(one.set, count)
  }
  const priors = new Map<string, readonly number[]>()
  for (const [set, count] of counts) {
    const all = count.reduce((a, b) => a + b, 0)
    const shares = count.map((value) => Math.max(LEAST_SHARE, value / all))
    // A set of one side only (complaints, requests) would explain itself away.
    if (count.filter((value) => value > all * 0.02).length >= 2)
      priors.set(
        set,
        shares.map((share) => Math.log(share * 3)),
      )
  }
  return priors
}

export function groupsOf(heads: readonly string[], share: SetShare, priors: Priors): Group[] {
  const found: Group[] = []
  const range = (prefix: string, size: number): number => (size > 0 ? heads.indexOf(prefix) : -1)
  const group = (
    first: string,
    size: number,
    race: boolean,
    target: Group['target'],
    weight: Group['weight'] = () => 1,
  ): void => {
    const from = range(first, size)
    if (from >= 0) found.push({ from, to: from + size, race, weight, target })
  }
  const oneOf = (names: readonly string[], name: string | undefined, out: Float64Array): boolean => {
    if (name === undefined) return false
    for (let i = 0; i < names.length; i++) out[i] = names[i] === name ? 1 : 0
    return true
  }
  const manyOf = (names: readonly string[], said: readonly string[] | undefined, out: Float64Array): boolean => {
    if (said === undefined) return false
    for (let i = 0; i < names.length; i++) out[i] = said.includes(names[i] as string) ? 1 : 0
    return true
  }
  const size = (value: number | undefined, out: Float64Array): boolean => {
    if (value === undefined) return false
    out[0] = value
    return true
  }
  group(
    'sentiment:negative',
    3,
    true,
    (one, out) => oneOf(POLARITIES, one.sentiment, out),
    (one) => share(one.set, 'sentiment'),
  )
  const sentiment = found[0]
  if (sentiment !== undefined) sentiment.offset = (one) => priors.get(one.set)
  const feeling = (one: Example): number => share(one.set, 'feeling')
  group('emotion:admiration', EMOTIONS.length, false, (one, out) => manyOf(EMOTIONS, one.emotions, out), feeling)
  group('family:anger', FAMILIES.length, false, (one, out) => manyOf(FAMILIES, one.families, out), feeling)
  group(
    'kind:complaint',
    RACING_KINDS.length,
    true,
    (one, out) => oneOf(RACING_KINDS, one.kind, out),
    (one) => share(one.set, 'kind'),
  )
  group('urgency', 1, false, (one, out) => size(one.urgency, out))
  group('intensity', 1, false, (one, out) => size(one.intensity, out))
  group('crisis', 1, false, (one, out) => size(one.crisis === undefined ? undefined : Number(one.crisis), out))
  group('mixed', 1, false, (one, out) => size(one.mixed === undefined ? undefined : Number(one.mixed), out))
  group(
    'group:positive',
    EMOTION_GROUPS.length,
    false,
    (one, out) => manyOf(EMOTION_GROUPS, one.emotions?.map(groupOf), out),
    feeling,
  )
  // Film talk is neither a forum nor a customer.
  group('forum', 1, false, (one, out) =>
    size(one.set.startsWith('xed') ? undefined : Number(one.set === 'goemotions'), out),
  )
  return found
}

export function learn(sheet: Sheet, heads: readonly string[], groups: readonly Group[], plan: Plan): Learned {
  const width = heads.length
  const weights = new Float32Array(sheet.hashes.length * width)
  const speed = new Float32Array(sheet.hashes.length * width).fill(0.05)
  const bias = new Float64Array(width)
  const biasSpeed = new Float64Array(width).fill(1)
  const next = seeded(plan.seed)
  const rows = sheet.examples.flatMap((one, index) => (one.split === 'train' ? [index] : []))
  const order = Int32Array.from(rows)
  const ids = new Int32Array(60_000)
  const values = new Float32Array(60_000)
  const z = new Float64Array(width)
  const step = new Float64Array(width)
  const target = new Float64Array(width)
  const dropped = (): boolean => next() < plan.drop
  const seen = groups.map((group) => seenBy(group, sheet, order, ids, values, target))
  const steps = plan.epochs * order.length
  let done = 0
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, next)
    for (const index of order) {
      const rate = plan.rate * (1 - done++ / steps) + 0.002
      const example = sheet.examples[index] as Example
      const size = spread(sheet, index, ids, values, dropped)
      for (let g = 0; g < groups.length; g++) {
        const group = groups[g] as Group
        if (!group.target(example, target)) continue
        const weight = example.weight * group.weight(example)
        if (weight === 0) continue
        score(weights, width, bias, group, ids, values, size, z)
        addOffset(group, example, z)
        slope(group, z, target, weight, step)
        for (let head = group.from; head < group.to; head++) {
          const g = step[head] as number
          biasSpeed[head] = (biasSpeed[head] as number) + g * g
          bias[head] = (bias[head] as number) - (rate * g) / Math.sqrt(biasSpeed[head] as number)
        }
        pull({ weights, speed, width, seen: seen[g] as Uint8Array, ids, values, step }, group, size, rate, plan)
      }
    }
  }
  return { heads, weights, bias }
}

function score(
  weights: Float32Array,
  width: number,
  bias: Float64Array,
  group: Group,
  ids: Int32Array,
  values: Float32Array,
  size: number,
  z: Float64Array,
): void {
  const { from, to } = group
  for (let head = from; head < to; head++) z[head] = bias[head] as number
  for (let i = 0; i < size; i++) {
    const row = (ids[i] as number) * width
    const value = values[i] as number
    for (let head = from; head < to; head++) z[head] = (z[head] as number) + (weights[row + head] as number) * value
  }
}

function addOffset(group: Group, example: Example, z: Float64Array): void {
  group.offset?.(example)?.forEach((value, i) => {
    z[group.from + i] = (z[group.from + i] as number) + value
  })
}

function slope(group: Group, z: Float64Array, target: Float64Array, weight: number, step: Float64Array): void {
  const { from, to } = group
  if (!group.race) {
    for (let head = from; head < to; head++) {
      step[head] = (1 / (1 + Math.exp(-(z[head] as number))) - (target[head - from] as number)) * weight
    }
    return
  }
  let top = -Infinity
  for (let head = from; head < to; head++) top = Math.max(top, z[head] as number)
  let all = 0
  for (let head = from; head < to; head++) all += Math.exp((z[head] as number) - top)
  for (let head = from; head < to; head++) {
    step[head] = (Math.exp((z[head] as number) - top) / all - (target[head - from] as number)) * weight
  }
}

type Work = {
  weights: Float32Array
  speed: Float32Array
  width: number
  seen: Uint8Array
  ids: Int32Array
  values: Float32Array
  step: Float64Array
}

function pull(work: Work, group: Group, size: number, rate: number, plan: Plan): void {
  const { weights, speed, width, seen, ids, values, step } = work
  const { from, to } = group
  for (let i = 0; i < size; i++) {
    const feature = ids[i] as number
    if ((seen[feature] as number) < plan.least) continue
    const row = feature * width
    const value = values[i] as number
    for (let head = from; head < to; head++) {
      const at = row + head
      const g = (step[head] as number) * value + plan.decay * (weights[at] as number)
      const s = (speed[at] as number) + g * g
      speed[at] = s
      weights[at] = (weights[at] as number) - (rate * g) / Math.sqrt(s)
    }
  }
}

/** A feature common in reviews and met once in a forum would only learn that one comment by heart. */
function seenBy(
  group: Group,
  sheet: Sheet,
  order: Int32Array,
  ids: Int32Array,
  values: Float32Array,
  target: Float64Array,
): Uint8Array {
  const seen = new Uint8Array(sheet.hashes.length)
  for (const index of order) {
    const example = sheet.examples[index] as Example
    if (!group.target(example, target) || group.weight(example) === 0) continue
    const size = spread(sheet, index, ids, values, () => false)
    for (let i = 0; i < size; i++) {
      const feature = ids[i] as number
      if ((seen[feature] as number) < 255) seen[feature] = (seen[feature] as number) + 1
    }
  }
  return seen
}
