import type { CaseRecord } from './store.ts'

/** The purpose under which that question is asked; what the person chose for it counts. */
export const ASKING = 'follow_up'

/** Why this person must not be asked now whether they felt heard, or null. After talk of danger no survey ever follows. */
export function mayAsk(found: Pick<CaseRecord, 'status' | 'crisis'>): 'not_after_crisis' | 'case_not_resolved' | null {
  if (found.crisis) return 'not_after_crisis'
  return found.status === 'resolved' ? null : 'case_not_resolved'
}
