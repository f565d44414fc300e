/** Counts of verdicts and of those a person said otherwise to, as shares with their Wilson intervals. */
import { proportion } from '#engine'
import type { DisagreementRow, Disagreements } from '#trust/contract'

export type VerdictCount = {
  dimension: string
  value: string
  verdicts: number
  disagreed: number
}

export function disagreementsOf(since: Date, counted: readonly VerdictCount[]): Disagreements {
  const dimensions = [...new Set(counted.map((row) => row.dimension))].filter((dimension) => dimension !== '')
  const all = counted.find((row) => row.dimension === '')
  return {
    since: since.toISOString().slice(0, 10),
    all: rowOf(all ?? { dimension: '', value: '', verdicts: 0, disagreed: 0 }),
    by: dimensions.map((dimension) => ({
      dimension,
      rows: counted.filter((row) => row.dimension === dimension && row.verdicts > 0).map(rowOf),
    })),
  }
}

function rowOf({ value, verdicts, disagreed }: VerdictCount): DisagreementRow {
  const found = proportion(disagreed, verdicts)
  return {
    value,
    verdicts,
    disagreed,
    share: found?.share ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
    show: found?.show ?? 'none',
  }
}
