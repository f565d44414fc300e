/** What people says over the wire: persons, their identities, attributes and orders. Pure: the browser may load it. */
import { z } from 'zod'
import { Id, PageQuery, pageOf } from '#platform/contract'

export const refusals = {
  person_not_found: 'not_found',
  person_ambiguous: 'conflict',
  file_exists: 'conflict',
  identity_taken: 'conflict',
  cannot_merge: 'conflict',
  not_merged: 'conflict',
} as const

export const PERSON_KINDS = ['customer', 'supplier', 'partner', 'neighbour', 'employee'] as const
export const PersonKind = z.enum(PERSON_KINDS)
export type PersonKind = z.infer<typeof PersonKind>

export const LIMITS = { name: 200, attribute: 1000, attributes: 60, identities: 20 } as const

export const AttributeValue = z.union([z.string().max(LIMITS.attribute), z.number(), z.boolean()])
export const Attributes = z
  .record(z.string().min(1).max(80), AttributeValue)
  .refine((all) => Object.keys(all).length <= LIMITS.attributes, `At most ${LIMITS.attributes} attributes`)
export type Attributes = z.infer<typeof Attributes>

export const IDENTITY_KINDS = ['email', 'phone', 'external'] as const
export const Identity = z
  .object({
    kind: z.enum(IDENTITY_KINDS),
    value: z.string().min(1).max(320).describe('an address, a number, or system:id'),
  })
  .meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>

export const Person = z
  .object({
    id: Id,
    kind: PersonKind,
    name: z.string(),
    company: z.string(),
    language: z.string().nullable(),
    attributes: z.record(z.string(), z.unknown()),
    identities: z.array(Identity),
    createdAt: z.string(),
    mergedInto: Id.nullable().describe('the record this duplicate belongs to'),
    duplicates: z.array(Id).describe('records merged into this one'),
    orders: z.object({
      count: z.int(),
      firstAt: z.string().nullable(),
      lastAt: z.string().nullable(),
      totals: z.array(z.object({ currency: z.string(), minor: z.number() })),
    }),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

export const PersonRow = z
  .object({
    id: Id,
    kind: PersonKind,
    name: z.string(),
    company: z.string(),
    email: z.string().nullable(),
    externalId: z.string().nullable().describe('id in another system, as system:id'),
    createdAt: z.string(),
  })
  .meta({ id: 'PersonRow' })
export type PersonRow = z.infer<typeof PersonRow>
export const PersonPage = pageOf(PersonRow)
export const PersonQuery = PageQuery.extend({
  q: z.string().max(200).optional().describe('beginning of a name, or a whole address, number or id'),
  kind: PersonKind.optional(),
})

export const NewPerson = z
  .object({
    kind: PersonKind.default('customer'),
    name: z.string().trim().max(LIMITS.name).default(''),
    company: z.string().trim().max(LIMITS.name).default(''),
    language: z.string().min(2).max(12).nullable().default(null),
    attributes: Attributes.default({}),
    identities: z.array(Identity).max(LIMITS.identities).default([]),
  })
  .refine((person) => person.name !== '' || person.identities.length > 0, {
    path: ['name'],
    message: 'Give a name or a way to recognise the person',
  })
  .meta({ id: 'NewPerson' })

export const PersonChange = z
  .object({
    kind: PersonKind.optional(),
    name: z.string().trim().max(LIMITS.name).optional(),
    company: z.string().trim().max(LIMITS.name).optional(),
    language: z.string().min(2).max(12).nullable().optional(),
    attributes: Attributes.optional().describe('replaces all attributes'),
    identities: z.array(Identity).max(LIMITS.identities).optional().describe('replaces all identities'),
  })
  .meta({ id: 'PersonChange' })

export const Merge = z.object({ into: Id }).meta({ id: 'Merge' })
/** The English of why two records may be one person. */
export const DUPLICATE_WHY = {
  'verdict.alike': 'These two records may be one person',
  'verdict.not': 'Nothing says that these two records are one person',
  'verdict.apart': '{{name}} said that these are two people',
  'saw.name': 'Name on a record (case and accents are ignored)',
  'by.rule': 'One rule: the same first and last name',
  'by.person': '{{name}}',
  sure: 'We cannot tell. Two people may share a name, so Heed never joins records by itself.',
  'sure.person': 'A person said so.',
  'change.name': 'Correcting the name on one of them.',
  'change.off': 'Turning this suggestion off, under Trust.',
  overrule: 'Say that these are two people, or that they are one. Both can be taken back.',
} as const

export const PairQuery = z.object({ a: Id, b: Id })
export const DuplicatePair = z.object({ a: PersonRow, b: PersonRow, why: z.string() }).meta({ id: 'DuplicatePair' })

export const Order = z
  .object({
    id: Id,
    number: z.string(),
    source: z.string(),
    orderedAt: z.string(),
    totalMinor: z.number().describe('in the smallest unit of the currency'),
    refundedMinor: z.number(),
    currency: z.string(),
    status: z.string(),
    items: z.array(z.object({ name: z.string(), quantity: z.number() })),
  })
  .meta({ id: 'Order' })
export type Order = z.infer<typeof Order>
