import { Refusal } from '#platform'
import type { Who } from '#trust'
import type { CaseRecord } from './store.ts'

/** Whose hand does it, for notes and history. */
export const handOf = (who: Who): { id: string | null; name: string } => ({ id: who.accountId, name: who.name })

export function orNotFound<Row>(row: Row | undefined): Row {
  if (!row)
    throw new Refusal(
      'case_not_found',
      'There is no such case here. It may have been withdrawn because nobody was waiting any more.',
    )
  return row
}

/** Two people must not answer one person twice without knowing of each other. */
export function refuseIfOthers(found: CaseRecord, who: Who): void {
  if (found.status !== 'taken' || (found.assigneeId === who.accountId && who.accountId !== null)) return
  throw new Refusal(
    'case_taken',
    `${found.assigneeName} has taken this${found.takenAt ? ` (since ${found.takenAt.toISOString().slice(0, 16).replace('T', ' ')} UTC)` : ''}.`,
  )
}

export function refuseIfResolved(found: CaseRecord): void {
  if (found.status === 'resolved')
    throw new Refusal('case_resolved', `${found.resolvedByName} has already resolved this.`)
}
