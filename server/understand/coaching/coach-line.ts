/** One line a reply: what other programs rely on. */
import type { ReplyReading } from '#engine'

export type ReplyRow = { row: number; heard: string; reply: string; problem: string | null }

/** Spans as [from, to) into the reply; a step not taken is null. */
export function coachLine({ row }: ReplyRow, read: ReplyReading): string {
  const { emotionalReaction, interpretation, exploration, spans, steps, warnings, suggestions, version } = read
  return `${JSON.stringify({
    row,
    emotionalReaction,
    interpretation,
    exploration,
    steps,
    warnings,
    suggestions: suggestions.map(({ text }) => text),
    spans,
    version,
  })}\n`
}

export const coachProblem = ({ row, problem }: ReplyRow): string => `${JSON.stringify({ row, problem })}\n`
