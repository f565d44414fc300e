import type { Holding } from '#platform'

export const rightsHoldings: Holding[] = [
  {
    table: 'trust.request',
    what: 'what you asked for by right, and what became of it',
    person: 'person_id',
    retained: {
      kind: 'requests',
      what: 'Closed requests in the register',
      age: 'closed_at',
      where: `t.state <> 'open'`,
      says: 't.kind',
    },
    personal: ['note', 'contact_email', 'extension_reason', 'closed_reason', 'opened_by_name', 'closed_by_name'],
    unexported: ['opened_by', 'opened_by_name', 'closed_by_name'],
    words: {
      kind: 'Asked for',
      opened_at: 'Asked',
      due_at: 'Answer due',
      state: 'State',
      closed_at: 'Closed',
      extension_reason: 'Why it took longer',
      closed_reason: 'Answer',
      note: 'Note',
    },
    stays: {
      kind: 'what was asked for, one of five words',
      via: 'one of three words',
      state: 'one of four words',
      proved_by: 'one of two words',
      counts: 'counts alone',
      closed_by_name: 'the member who closed it',
      opened_by_name: 'the member who wrote it down; emptied where it was the person',
    },
    // That a request was answered in time must be shown later, also to those who watch over it: without saying whose.
    strip: {
      when: () => true,
      set: {
        person_id: 'null',
        note: `''`,
        contact_email: 'null',
        extension_reason: 'null',
        closed_reason: `''`,
        opened_by_name: `case when opened_by is null then '' else opened_by_name end`,
        closed_by_name: `case when opened_by is null and closed_by_name = opened_by_name then '' else closed_by_name end`,
      },
    },
  },
  {
    table: 'trust.request_step',
    what: 'every step of it',
    through: [{ column: 'request_id', parent: 'trust.request' }],
    personal: ['note', 'by_name'],
    unexported: ['by_id', 'by_name'],
    words: { kind: 'Step', at: 'When', note: 'Note' },
    stays: { kind: 'one of a few words of Heed', by_name: 'the member who did it; emptied where it was the person' },
    strip: {
      when: () => true,
      set: { note: `''`, by_name: `case when by_id is null then '' else by_name end` },
    },
  },
  {
    table: 'trust.restriction',
    what: 'since when machines leave you alone',
    person: 'person_id',
    personal: ['kind', 'reason', 'by_name'],
    unexported: ['by_id', 'by_name'],
    words: { kind: 'What', since: 'Since', reason: 'Because' },
  },
  {
    table: 'trust.erasure',
    what: 'erasures under way',
    personal: [],
    nobody: 'ids alone, gone when the erasure has ended',
  },
  {
    table: 'trust.erased',
    what: 'who must not come back out of an older backup, as keyed hashes',
    personal: [],
    nobody: 'hashes that say nothing without the secret of this installation',
  },
]
