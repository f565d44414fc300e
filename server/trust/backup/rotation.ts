/**
 * Which backups stay: the newest of each of the last seven days, of the last five weeks and of the last twelve months
 * that have one. Days, weeks (from Monday) and months are those of UTC, as in the names of the files.
 */
export const KEEP = { days: 7, weeks: 5, months: 12 } as const
const DAY_MS = 86_400_000

export type Kept = { name: string; at: Date }

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
const weekOf = (at: Date): string => String(Math.floor((at.getTime() / DAY_MS + 3) / 7))
const monthOf = (at: Date): string => at.toISOString().slice(0, 7)

/** Those of `all` that may go. Whatever happens, the newest one stays. */
export function outdated<One extends Kept>(all: readonly One[]): One[] {
  const newestFirst = [...all].sort((left, right) => right.at.getTime() - left.at.getTime())
  const staying = new Set<One>()
  for (const [spanOf, most] of [
    [dayOf, KEEP.days],
    [weekOf, KEEP.weeks],
    [monthOf, KEEP.months],
  ] as const) {
    const spans = new Set<string>()
    for (const one of newestFirst) {
      const span = spanOf(one.at)
      if (spans.has(span)) continue
      if (spans.size === most) break
      spans.add(span)
      staying.add(one)
    }
  }
  return newestFirst.filter((one) => !staying.has(one))
}
