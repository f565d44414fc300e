/** The arithmetic of our small charts: where a value stands, and which round figures to write beside it. */

export interface Scale {
  (value: number): number
  readonly ticks: readonly number[]
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  if (lead <= 1) return power
  if (lead <= 2) return 2 * power
  return (lead <= 5 ? 5 : 10) * power
}

/** Round figures that span the values: 0.31…0.92 gives 0.2, 0.4, 0.6, 0.8, 1. */
export function ticksOf(low: number, high: number, wanted = 4): number[] {
  if (!(high > low)) return [low]
  const step = roundStep((high - low) / wanted)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

/** Stretches the ticks' span over a length, upwards from the bottom. */
export function verticalScale(low: number, high: number, top: number, bottom: number): Scale {
  const spread = high > low ? [low, high] : [low - 0.5, high + 0.5]
  const ticks = ticksOf(spread[0] ?? 0, spread[1] ?? 1)
  const first = ticks[0] ?? 0
  const last = ticks.at(-1) ?? 1
  const place = (value: number): number => bottom - ((value - first) / (last - first)) * (bottom - top)
  return Object.assign(place, { ticks })
}

export interface Plotted {
  x: number
  y: number
}

/** Lines between neighbours; a missing point breaks the line instead of bridging what nobody knows. */
export function runsOf<T>(points: readonly (T | null)[]): T[][] {
  const runs: T[][] = [[]]
  for (const point of points) {
    if (point === null) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 0)
}

export function lineThrough(points: readonly Plotted[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}

export function bandBetween(points: readonly { x: number; low: number; high: number }[]): string {
  const there = points.map(({ x, high }) => ({ x, y: high }))
  const back = points.toReversed().map(({ x, low }) => ({ x, y: low }))
  return `${lineThrough([...there, ...back])}Z`
}
