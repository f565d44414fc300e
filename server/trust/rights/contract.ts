/** What is said over the wire about people's rights. Pure. */
import { z } from 'zod'
import { Id, PageQuery, pageOf } from '#platform/contract'

export const rightsRefusals = {
  person_not_here: 'not_found',
  request_not_found: 'not_found',
  request_closed: 'conflict',
  request_not_proved: 'conflict',
  request_link_over: 'gone',
  extension_too_late: 'conflict',
  already_extended: 'conflict',
  proof_needs_note: 'invalid',
  no_address: 'conflict',
  not_confirmed: 'invalid',
  erasure_waits: 'conflict',
} as const

export const REQUEST_KINDS = ['export', 'erasure', 'restriction', 'objection', 'correction'] as const
export const RequestKind = z.enum(REQUEST_KINDS)
export type RequestKind = z.infer<typeof RequestKind>

export const REQUEST_WAYS = ['preferences', 'team', 'letter'] as const
export const RequestWay = z.enum(REQUEST_WAYS)
export type RequestWay = z.infer<typeof RequestWay>

export const PROOFS = ['signed_link', 'member'] as const
export const Proof = z.enum(PROOFS)
export type Proof = z.infer<typeof Proof>

export const REQUEST_STATES = ['open', 'done', 'refused', 'withdrawn'] as const
export const RequestState = z.enum(REQUEST_STATES)
export type RequestState = z.infer<typeof RequestState>

export const RIGHTS_LIMITS = { note: 2000, soonDays: 7, linkDays: 7, proofDays: 14 } as const

export type Restrictions = { frozen: boolean; objected: boolean }

/** What `openRequest` is given. `member` is a member's word, with a note on how they know. */
export type NewRequest = {
  workspaceId: string
  personId: string
  kind: RequestKind
  via: RequestWay
  provedBy: Proof
  note?: string
  contactEmail?: string
}

export const RequestStep = z.object({
  kind: z.string(),
  by: z.string(),
  at: z.string(),
  note: z.string(),
})

export const Request = z
  .object({
    id: Id,
    personId: Id.nullable().describe('nothing once the person is erased'),
    personName: z.string().nullable(),
    kind: RequestKind,
    via: RequestWay,
    state: RequestState,
    provedBy: Proof.nullable().describe('nothing while the person has not confirmed it yet'),
    note: z.string(),
    openedBy: z.string(),
    openedAt: z.string(),
    dueAt: z.string(),
    overdue: z.boolean(),
    soonDue: z.boolean(),
    extendedAt: z.string().nullable(),
    extensionReason: z.string().nullable(),
    closedAt: z.string().nullable(),
    closedBy: z.string().nullable(),
    closedReason: z.string().nullable(),
    counts: z.record(z.string(), z.number()).nullable(),
    erasing: z.boolean().describe('an erasure is under way'),
    steps: z.array(RequestStep),
  })
  .meta({ id: 'RightsRequest' })
export type Request = z.infer<typeof Request>
export const RequestPage = pageOf(Request)
export const RequestQuery = PageQuery.extend({ state: z.enum(['open', 'closed']).optional(), person: Id.optional() })

const Note = z.string().trim().max(RIGHTS_LIMITS.note)

export const RequestWish = z
  .object({
    personId: Id,
    kind: RequestKind,
    via: z.enum(['team', 'letter']).default('team'),
    proof: z
      .enum(['word', 'link'])
      .describe('a member’s word, with a note, or a link sent to an address of the person'),
    note: Note.default(''),
  })
  .meta({ id: 'RequestWish' })
export const RequestOpened = z
  .object({
    id: Id,
    dueAt: z.string(),
    link: z.string().nullable().describe('for the person alone, where a link was asked for'),
    mailed: z.boolean(),
  })
  .meta({ id: 'RequestOpened' })
export const LinkMade = z.object({ link: z.string(), mailed: z.boolean() }).meta({ id: 'RequestLink' })
export const RequestCounts = z.object({ open: z.int(), overdue: z.int(), soon: z.int() }).meta({ id: 'RequestCounts' })
export type RequestCounts = z.infer<typeof RequestCounts>
export const Extension = z.object({ reason: Note.min(1, 'Say why it takes longer') }).meta({ id: 'RequestExtension' })
export const Closure = z
  .object({ state: z.enum(['done', 'refused', 'withdrawn']), reason: Note.default('') })
  .refine((body) => body.state !== 'refused' || body.reason !== '', {
    path: ['reason'],
    message: 'Say why; the person must be told',
  })
  .meta({ id: 'RequestClosure' })

export const RESTRICTION_KINDS = ['frozen', 'objected'] as const
export const RestrictionKind = z.enum(RESTRICTION_KINDS)
export const RestrictionReason = z.object({ reason: Note.default('') }).meta({ id: 'RestrictionReason' })
export const PersonRights = z
  .object({
    id: Id,
    name: z.string(),
    hasAddress: z.boolean().describe('whether a link can be sent to them'),
    restrictions: z.array(z.object({ kind: RestrictionKind, since: z.string(), by: z.string(), reason: z.string() })),
    erasing: z.boolean(),
    requests: z.array(Request),
  })
  .meta({ id: 'PersonRights' })
export type PersonRights = z.infer<typeof PersonRights>
export const Erasure = z
  .object({
    confirmed: z.string().max(400).describe('the name of the person, typed'),
    keepOrders: z.boolean().default(true).describe('keep day and total of their orders for the books, without them'),
    note: Note.default('').describe('why, where no request was opened before'),
  })
  .meta({ id: 'PersonErasure' })
