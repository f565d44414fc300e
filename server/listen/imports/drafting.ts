/**
 * From rows to drafts, as a mapping says. A drafter reads one file once, from its first row: it counts equal rows for their
 * fingerprints and holds the order whose lines are still coming. A row that cannot be kept, or only in part, is an issue
 * with its line, field and reason; it never stops the others.
 */
import type { Complain, DraftBatch, Draft, RowIssue } from './draft.ts'
import { occurrences } from './occurrence.ts'
import type { Mapping } from './mapping.ts'
import { orderDrafter } from './order-draft.ts'
import { personDrafter } from './person-draft.ts'
import type { Row } from './row.ts'
import { isBad } from './row.ts'
import { voiceDrafter } from './voice-draft.ts'

export type Drafter = { take(rows: readonly Row[]): DraftBatch; end(): DraftBatch }

export function drafter(mapping: Mapping): Drafter {
  const prints = occurrences()
  const make = { voices: voiceDrafter, persons: personDrafter, orders: orderDrafter }[mapping.target]
  const rows = make(mapping, prints)
  return {
    take(batch) {
      const drafts: Draft[] = []
      const issues: RowIssue[] = []
      for (const row of batch) {
        const complain: Complain = (field, reason, kept) =>
          void issues.push({ line: row.line, field, reason, kept, row })
        if (isBad(row)) complain(null, row.reason, false)
        else {
          for (const note of row.notes ?? []) complain(null, note, true)
          for (const draft of rows.row(row, complain)) drafts.push(draft)
        }
      }
      return { drafts, issues }
    },
    end: () => ({ drafts: rows.end(), issues: [] }),
  }
}
