import type { Processing } from '#platform'
import type { Holding } from '#trust'

export const peopleHoldings: Holding[] = [
  {
    table: 'people.person',
    what: 'persons',
    person: 'id',
    retained: {
      kind: 'persons',
      what: 'People nobody has heard of since',
      age: 'created_at',
      where: `t.kind <> 'employee'`,
      says: 't.name',
      idle: true,
    },
    personal: ['name', 'company', 'attributes', 'language', 'kind'],
    words: {
      kind: 'Known as',
      name: 'Name',
      company: 'Company',
      language: 'Language',
      attributes: 'Other things noted',
      created_at: 'First written down',
    },
  },
  {
    table: 'people.identity',
    what: 'how you are recognised',
    person: 'person_id',
    personal: ['kind', 'value', 'shown'],
    words: { kind: 'Kind', shown: 'As given', value: 'As compared' },
  },
  {
    table: 'people.orders',
    what: 'what you ordered',
    person: 'person_id',
    contact: 'ordered_at',
    personal: ['number', 'items', 'source', 'status'],
    words: {
      number: 'Number',
      ordered_at: 'Ordered',
      items: 'What',
      total_minor: 'Total, in the smallest coin',
      refunded_minor: 'Given back, in the smallest coin',
      currency: 'Currency',
      status: 'State',
      source: 'Came from',
    },
    stays: { currency: 'the unit of an amount that stays in the books' },
    // Tax law asks for amounts and days, not for names: what was bought, its number and the hour go with the person.
    strip: {
      when: ({ keepOrders }) => keepOrders,
      set: {
        person_id: 'null',
        number: 'id::text',
        source: `'erased'`,
        status: `''`,
        items: `'[]'`,
        import_id: 'null',
        ordered_at: `date_trunc('day', ordered_at)`,
      },
    },
  },
  {
    table: 'people.apart',
    what: 'that two records that look alike are two people',
    through: [
      { column: 'one_id', parent: 'people.person' },
      { column: 'other_id', parent: 'people.person' },
    ],
    personal: ['by_name'],
    unexported: ['one_id', 'other_id', 'by_name'],
    words: { at: 'When' },
  },
]

export const peopleProcessing: Processing = {
  capability: 'people',
  name: 'Knowing who somebody is',
  why: 'To recognise that several messages, orders and answers come from one person, and to keep what they wish.',
}
