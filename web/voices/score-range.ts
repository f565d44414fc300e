import type { ScoreKind } from '#listen/contract'
import type { VoicesSearch } from './search.ts'

/** The ranges people ask for, by kind of score: the unhappy end, the happy end, or any. */
const ENDS: Record<ScoreKind, { low: number; high: number }> = {
  star: { low: 2, high: 4 },
  nps: { low: 6, high: 9 },
  csat: { low: 2, high: 4 },
  ces: { low: 3, high: 5 },
}
export const SCORE_RANGES = (Object.keys(ENDS) as ScoreKind[]).flatMap(
  (kind) => [`${kind}.low`, `${kind}.high`, kind] as const,
)
export type ScoreRange = `${ScoreKind}.low` | `${ScoreKind}.high` | ScoreKind

type Scored = Pick<VoicesSearch, 'scoreKind' | 'scoreMin' | 'scoreMax'>

export function searchOfRange(range: string): Scored {
  const [kind, end] = range.split('.') as [ScoreKind, 'low' | 'high' | undefined]
  if (!(kind in ENDS)) return {}
  if (end === 'low') return { scoreKind: kind, scoreMax: ENDS[kind].low }
  return end === 'high' ? { scoreKind: kind, scoreMin: ENDS[kind].high } : { scoreKind: kind }
}

/** The range a search asks for, or nothing if it is none of these. */
export function rangeOfSearch({ scoreKind, scoreMin, scoreMax }: Scored): ScoreRange | null {
  return (
    SCORE_RANGES.find((range) => {
      const asked = searchOfRange(range)
      return asked.scoreKind === scoreKind && asked.scoreMin === scoreMin && asked.scoreMax === scoreMax
    }) ?? null
  )
}
