/** Tells trust, which stands before act, whether somebody still waits for an answer to a complaint. */
import type { Downstream } from '#trust'
import { hasOpenComplaint } from './store-seen.ts'

export const knowComplaints: Pick<Downstream, 'hasOpenComplaint'> = { hasOpenComplaint }
