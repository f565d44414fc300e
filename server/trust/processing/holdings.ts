import type { Holding } from '#platform'

export const processingHoldings: Holding[] = [
  {
    table: 'trust.processing',
    what: 'what an owner wrote into the record of processing',
    personal: ['changed_by'],
    nobody: 'those who work with Heed',
    team: true,
  },
]
