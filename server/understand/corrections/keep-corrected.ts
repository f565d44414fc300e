import type { Tx } from '#platform'
import type { ReadingRow } from '../readings/reading.ts'
import { judge, type Judged } from './correction.ts'
import { findCorrections, renewCorrections } from './store.ts'

/** New readings with people's corrections laid over them; what the engine says now is kept beside each correction. */
export async function keepCorrected(tx: Tx, rows: ReadingRow[]): Promise<ReadingRow[]> {
  const corrections = new Map(
    (
      await findCorrections(
        tx,
        rows.map((row) => row.voiceId),
      )
    ).map((one) => [one.voiceId, one]),
  )
  if (corrections.size === 0) return rows
  const renewed: { voiceId: string; read: Judged }[] = []
  const kept = rows.map((row) => {
    const correction = corrections.get(row.voiceId)
    // Who is left alone by machines has no verdict to show, a person's neither, until that is lifted.
    if (!correction || row.heldBack === 'restricted') return row
    renewed.push({ voiceId: row.voiceId, read: judgedOf(row) })
    return { ...row, ...judge(row, correction.verdict) }
  })
  await renewCorrections(tx, renewed)
  return kept
}

export const judgedOf = ({ sentiment, sentimentScore, emotion, family, kind, confidence }: Judged): Judged => ({
  sentiment,
  sentimentScore,
  emotion,
  family,
  kind,
  confidence,
})
