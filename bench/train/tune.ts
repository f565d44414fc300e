/** Thresholds, temperature and the curve of confidence: everything decided on held-out rows, with the packed weights. */
import type { Calibration } from '../../engine/src/model.ts'
import { POLARITIES } from '../../engine/src/heads.ts'
import type { Polarity } from './example.ts'

export type Scored = {
  logits: Float64Array
  sentiment?: Polarity | undefined
  labels?: readonly string[] | undefined
  weight: number
  set: string
}

/** The chance from which asserting a label gives the best F1 on these rows. */
export function bestThreshold(rows: readonly { chance: number; is: boolean }[]): { threshold: number; f1: number } {
  const sorted = [...rows].sort((a, b) => b.chance - a.chance)
  const all = rows.filter((row) => row.is).length
  let hits = 0
  let best = { threshold: 0.5, f1: 0 }
  sorted.forEach((row, i) => {
    if (row.is) hits++
    const f1 = (2 * hits) / (i + 1 + all)
    const next = sorted[i + 1]?.chance ?? 0
    if (f1 > best.f1 && next < row.chance) best = { threshold: (row.chance + next) / 2, f1 }
  })
  return best
}

export function thresholds(rows: readonly Scored[], heads: readonly string[], prefix: string): Record<string, number> {
  const found: Record<string, number> = {}
  heads.forEach((name, head) => {
    if (!name.startsWith(`${prefix}:`)) return
    const label = name.slice(prefix.length + 1)
    const known = rows.flatMap((row) =>
      row.labels === undefined
        ? []
        : [{ chance: 1 / (1 + Math.exp(-(row.logits[head] as number))), is: row.labels.includes(label) }],
    )
    if (known.length > 0) found[name] = Math.round(bestThreshold(known).threshold * 1e4) / 1e4
  })
  return found
}

function chancesAt(row: Scored, temperature: number): number[] {
  const z = [0, 1, 2].map((head) => (row.logits[head] as number) / temperature)
  const top = Math.max(...z)
  const e = z.map((value) => Math.exp(value - top))
  const all = e.reduce((a, b) => a + b, 0)
  return e.map((value) => value / all)
}

/**
 * What to add to 'negative' and 'positive' so that the mean over sets of macro-F1 is best: one balance for customers of
 * whom nothing is known, instead of the balance of whichever set was largest. `share`: how far a row's scores move with it.
 */
export function balance(rows: readonly Scored[], share: (row: Scored) => number = () => 1): [number, number, number] {
  const sets = [
    ...Map.groupBy(
      rows.filter((row) => row.sentiment !== undefined),
      (row) => row.set,
    ).values(),
  ].filter((set) => set.length >= 40)
  let best: [number, number, number] = [0, 0, 0]
  let top = -1
  for (let negative = -1.5; negative <= 1.51; negative += 0.1) {
    for (let positive = -1.5; positive <= 1.51; positive += 0.1) {
      const mean = sets.reduce((sum, set) => sum + macro(set, negative, positive, share), 0) / sets.length
      if (mean > top + 1e-9) {
        top = mean
        best = [Math.round(negative * 10) / 10, 0, Math.round(positive * 10) / 10]
      }
    }
  }
  return best
}

function macro(rows: readonly Scored[], negative: number, positive: number, share: (row: Scored) => number): number {
  const hit = [0, 0, 0]
  const said = [0, 0, 0]
  const is = [0, 0, 0]
  for (const row of rows) {
    const by = share(row)
    const [a, b, c] = [
      (row.logits[0] as number) + negative * by,
      row.logits[1] as number,
      (row.logits[2] as number) + positive * by,
    ]
    const top = a >= b && a >= c ? 0 : c >= b ? 2 : 1
    const right = POLARITIES.indexOf(row.sentiment as Polarity)
    said[top] = (said[top] as number) + 1
    is[right] = (is[right] as number) + 1
    if (top === right) hit[top] = (hit[top] as number) + 1
  }
  const present = [0, 1, 2].filter((side) => (is[side] as number) >= 10)
  return (
    present.reduce(
      (sum, side) => sum + (2 * (hit[side] as number)) / ((said[side] as number) + (is[side] as number)),
      0,
    ) / present.length
  )
}

const STEPS = 10

/** Platt-like: one temperature by likelihood, then the share of right labels by top chance, made monotone. */
export function calibrate(rows: readonly Scored[], unclear: number): Calibration {
  const known = rows.filter((row) => row.sentiment !== undefined)
  const right = (row: Scored): number => POLARITIES.indexOf(row.sentiment as Polarity)
  let temperature = 1
  let best = Infinity
  for (let t = 0.4; t <= 3; t += 0.05) {
    let loss = 0
    for (const row of known) loss -= row.weight * Math.log(Math.max(1e-9, chancesAt(row, t)[right(row)] as number))
    if (loss < best) {
      best = loss
      temperature = Math.round(t * 100) / 100
    }
  }
  const hit = new Float64Array(STEPS + 1)
  const seen = new Float64Array(STEPS + 1)
  for (const row of known) {
    const chance = chancesAt(row, temperature)
    const top = Math.max(...chance)
    const step = Math.round(top * STEPS)
    seen[step] = (seen[step] as number) + row.weight
    if (chance.indexOf(top) === right(row)) hit[step] = (hit[step] as number) + row.weight
  }
  return { temperature, unclear, curve: rising(hit, seen) }
}

/** Neighbours that fall are pooled until the curve rises (isotonic regression); a little of the claim itself is mixed in. */
function rising(hit: Float64Array, seen: Float64Array): number[] {
  const pools: { right: number; all: number; steps: number }[] = []
  for (let step = 0; step <= STEPS; step++) {
    pools.push({ right: (hit[step] as number) + (step / STEPS) * CLAIM, all: (seen[step] as number) + CLAIM, steps: 1 })
    for (;;) {
      const last = pools.at(-1)
      const before = pools.at(-2)
      if (last === undefined || before === undefined || before.right / before.all <= last.right / last.all) break
      pools.splice(-2, 2, {
        right: before.right + last.right,
        all: before.all + last.all,
        steps: before.steps + last.steps,
      })
    }
  }
  return pools.flatMap((pool) =>
    Array.from({ length: pool.steps }, () => Math.round(Math.min(0.99, pool.right / pool.all) * 1000) / 1000),
  )
}

const CLAIM = 30
