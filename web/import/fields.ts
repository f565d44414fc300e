import type { ImportMapping } from '#listen/contract'

export type Target = ImportMapping['target']

/** In the order people think of them. */
const fields = {
  voices: [
    'text',
    'title',
    'said_at',
    'score',
    'person_name',
    'person_first_name',
    'person_last_name',
    'person_email',
    'person_phone',
    'person_id',
    'order_number',
    'question',
    'source',
    'channel',
    'language',
    'url',
    'external_id',
  ],
  persons: ['name', 'first_name', 'last_name', 'email', 'phone', 'company', 'external_id', 'language', 'created_at'],
  orders: [
    'number',
    'ordered_at',
    'total',
    'currency',
    'item_name',
    'item_quantity',
    'item_price',
    'status',
    'fulfilment',
    'cancelled_at',
    'refunded',
    'person_name',
    'person_email',
    'person_phone',
    'person_id',
    'external_id',
  ],
} as const

export type Field = (typeof fields)[Target][number]

export const fieldsOf = (target: Target): readonly Field[] => fields[target]

/** Asked for even where no column was found: without them much less can be said. */
const telling: Record<Target, readonly Field[]> = {
  voices: ['text', 'said_at', 'score', 'person_name'],
  persons: ['email'],
  orders: ['number', 'ordered_at', 'total'],
}

/** What is taken or missed stands open; what could still be told stands behind "more". Answers make words and a score needless. */
export function fieldsShown({ target, fields: taken, answers }: ImportMapping): { shown: Field[]; hidden: Field[] } {
  const answered = target === 'voices' && answers.length > 0
  const missed = (field: Field): boolean =>
    telling[target].includes(field) && !(answered && (field === 'text' || field === 'score'))
  const open = (field: Field): boolean => taken[field] !== undefined || missed(field)
  return { shown: fields[target].filter(open), hidden: fields[target].filter((field) => !open(field)) }
}

/** The field that means the same when a file is taken for something else. */
const kin: Record<Target, Partial<Record<Field, readonly Field[]>>> = {
  voices: {
    said_at: ['ordered_at', 'created_at'],
    order_number: ['number'],
    person_name: ['name'],
    person_first_name: ['first_name'],
    person_last_name: ['last_name'],
    person_email: ['email'],
    person_phone: ['phone'],
  },
  persons: {
    name: ['person_name'],
    first_name: ['person_first_name'],
    last_name: ['person_last_name'],
    email: ['person_email'],
    phone: ['person_phone'],
    external_id: ['person_id'],
  },
  orders: {
    number: ['order_number', 'external_id'],
    ordered_at: ['said_at', 'created_at'],
    person_name: ['name'],
    person_email: ['email'],
    person_phone: ['phone'],
  },
}

export const kinOf = (target: Target, field: Field): readonly Field[] => kin[target][field] ?? []
