import type { Issue } from '#listen/contract'
import type { z } from 'zod'

export type IssueRow = z.infer<typeof Issue>

export type Reason = {
  /** The reason without what stood in the one cell: `… is not a date Heed can read.` */
  text: string
  kept: boolean
  rows: number
  lines: number[]
  /** What stood there, as far as the reasons name it. */
  examples: string[]
}

const LINES_NAMED = 5
const EXAMPLES = 3
const quoted = /^“([^”]*)”\s*/

/** Many rows fail for few reasons: the same sentence about different cells is one reason. Most frequent first. */
export function groupReasons(issues: readonly IssueRow[]): Reason[] {
  const reasons = new Map<string, Reason>()
  for (const { reason, kept, line, field } of issues) {
    const example = quoted.exec(reason)?.[1]
    const text =
      example === undefined ? reason.replace(/\d[\d,]* characters/, '… characters') : reason.replace(quoted, '… ')
    const key = `${kept} ${field ?? ''} ${text}`
    const group = reasons.get(key) ?? { text, kept, rows: 0, lines: [], examples: [] }
    reasons.set(key, group)
    group.rows += 1
    if (group.lines.length < LINES_NAMED) group.lines.push(line)
    if (example && group.examples.length < EXAMPLES && !group.examples.includes(example)) group.examples.push(example)
  }
  return [...reasons.values()].sort((one, other) => Number(one.kept) - Number(other.kept) || other.rows - one.rows)
}
