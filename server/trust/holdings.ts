/** What trust and the platform keep. */
import type { Holding, Processing } from '#platform'
import { processingHoldings } from './processing/holdings.ts'
import { retentionHoldings } from './retention/holdings.ts'
import { accountHoldings } from './accounts/holdings.ts'
import { consentHoldings } from './consent/holdings.ts'
import { oversightHoldings } from './oversight/holdings.ts'
import { rightsHoldings } from './rights/holdings.ts'

export type { Holding } from '#platform'

export const trustHoldings: Holding[] = [
  ...accountHoldings,
  { table: 'trust.workspace', what: 'businesses on this installation', personal: [], nobody: 'the business itself' },
  {
    table: 'trust.member',
    what: 'who belongs to a workspace',
    personal: ['name', 'email'],
    nobody: 'those who work with Heed',
    team: true,
  },
  {
    table: 'trust.invitation',
    what: 'open invitations',
    personal: ['email'],
    nobody: 'those who are asked to work with Heed',
    team: true,
  },
  { table: 'trust.api_key', what: 'keys for programs', personal: [], nobody: 'programs' },
  {
    table: 'trust.audit_entry',
    what: 'who did what to which record: ids and codes, no words',
    personal: [],
    nobody: 'ids and codes alone, so that the log need not be changed',
  },
  {
    table: 'trust.crisis_setting',
    what: 'what was arranged for emergencies',
    personal: ['changed_by'],
    nobody: 'those who work with Heed',
    team: true,
  },
  {
    table: 'trust.help_line',
    what: 'whom people can call in an emergency',
    personal: [],
    nobody: 'public numbers',
  },
  {
    table: 'platform.event',
    what: 'what happened, for later parts of Heed',
    personal: [],
    nobody: 'ids alone; those of what is erased are taken out by the last step of an erasure',
  },
  {
    table: 'platform.delivery',
    what: 'who still has to hear of it',
    personal: [],
    nobody: 'ids of events alone, gone with them',
  },
  {
    table: 'platform.allowance',
    what: 'how much was asked lately',
    personal: [],
    nobody: 'keyed fingerprints of addresses, gone within minutes',
  },
  {
    table: 'platform.migration',
    what: 'which versions of the database were applied',
    personal: [],
    nobody: 'versions of the database',
  },
  ...consentHoldings,
  ...oversightHoldings,
  ...rightsHoldings,
  ...retentionHoldings,
  ...processingHoldings,
]

export const trustProcessing: Processing = {
  capability: 'trust',
  name: 'Keeping promises to people',
  why: 'To write to people only as they agreed, to answer what they ask by right, and to be able to show both.',
}
