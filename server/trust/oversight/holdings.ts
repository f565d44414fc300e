import type { Holding } from '#platform'

export const oversightHoldings: Holding[] = [
  {
    table: 'trust.switch',
    what: 'what machines may do here, who said so and why',
    personal: ['why', 'by_name'],
    nobody: 'those who work with Heed',
    team: true,
  },
  {
    table: 'trust.approval',
    what: 'messages that waited for a person; their words are never kept',
    person: 'person_id',
    personal: ['asked_by', 'decided_by_name'],
    words: { automation: 'What would have sent it', asked_at: 'Asked', status: 'State', decided_at: 'Decided' },
  },
  {
    table: 'trust.fairness_note',
    what: 'what was done about differences between groups',
    personal: ['text', 'by_name'],
    nobody: 'groups, never one person',
  },
]
