import type { Holding } from '#platform'

export const retentionHoldings: Holding[] = [
  {
    table: 'trust.retention_rule',
    what: 'how long each kind of thing is kept',
    personal: ['by_name'],
    nobody: 'decisions of the business',
  },
  { table: 'trust.retention_run', what: 'how much went by such a rule', personal: [], nobody: 'counts alone' },
]
