import type { EvidenceFor } from '#engine'
import { speaksOf, type Speaks } from './feeling.ts'

/** A stretch of a text that led to a verdict. Offsets are UTF-16 indices, half open, as the engine gives them. */
export interface EvidenceSpan {
  start: number
  end: number
  for: EvidenceFor
  weight: number
}

export interface Piece {
  text: string
  speaks: Speaks | null
  /** 0…1, against the strongest evidence of the same text. */
  weight: number
}

interface Stretch {
  start: number
  end: number
  speaks: Speaks
  weight: number
}

function stretchesOf(text: string, spans: readonly EvidenceSpan[]): Stretch[] {
  return spans
    .filter(({ start, end, weight }) => weight > 0 && start >= 0 && end > start && end <= text.length)
    .map((span) => ({ start: span.start, end: span.end, speaks: speaksOf(span.for), weight: span.weight }))
}

/** What a feeling is always beats a plain "for or against"; between equals the weightier wins. */
function strongest(stretches: readonly Stretch[]): Stretch | undefined {
  const rank = ({ speaks, weight }: Stretch): number => (speaks === 'said' ? 0 : 1e6) + weight
  return stretches.toSorted((a, b) => rank(b) - rank(a))[0]
}

/**
 * Cuts a text at the borders of its evidence, so that it can be written out piece by piece. Where evidence overlaps, the
 * strongest is shown. "Cold again, sorry" with evidence on 0–4 and 0–10 gives "Cold", " again" and ", sorry".
 */
export function piecesOf(text: string, spans: readonly EvidenceSpan[]): Piece[] {
  const stretches = stretchesOf(text, spans)
  const most = Math.max(...stretches.map(({ weight }) => weight), 0)
  const borders = new Set([0, text.length, ...stretches.flatMap(({ start, end }) => [start, end])])
  const cuts = [...borders].toSorted((a, b) => a - b)
  const pieces: Piece[] = []
  for (let at = 0; at + 1 < cuts.length; at += 1) {
    const [start = 0, end = 0] = [cuts[at], cuts[at + 1]]
    const over = strongest(stretches.filter((one) => one.start <= start && one.end >= end))
    const piece = { text: text.slice(start, end), speaks: over?.speaks ?? null, weight: over ? over.weight / most : 0 }
    const before = pieces.at(-1)
    if (before && before.speaks === piece.speaks && before.weight === piece.weight) before.text += piece.text
    else pieces.push(piece)
  }
  return pieces
}
