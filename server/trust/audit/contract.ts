/** What is said over the wire about the audit log. */
import { z } from 'zod'
import { Id, Instant, pageOf } from '#platform/contract'

export const auditRefusals = { audit_entry_not_found: 'not_found' } as const

export const ACTORS = ['member', 'key', 'heed', 'command'] as const
const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

export const AuditEntry = z
  .object({
    seq: z.number().int(),
    at: z.string(),
    actor: z.enum(ACTORS),
    actorId: Id.nullable(),
    actorName: z.string().nullable().describe('null for somebody whose account is gone'),
    deed: z.string().describe('method and path of the request, or the name of what Heed did by itself'),
    about: Values,
    particulars: Values,
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntryOnWire = z.infer<typeof AuditEntry>

export const AuditPage = pageOf(AuditEntry).meta({ id: 'AuditPage' })

export const AuditQuery = z.object({
  actorId: Id.optional(),
  /** Any id the entry was about: a person, a case, a member. */
  about: Id.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const AuditFormat = z.object({ format: z.enum(['csv', 'jsonl']).default('csv') })

export const AuditVerdict = z
  .object({
    entries: z.number().int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    sound: z.boolean(),
    broken: z
      .object({
        seq: z.number().int(),
        why: z.enum(['missing', 'changed', 'exchanged', 'cut_off', 'rewritten']),
        at: z.string().nullable(),
      })
      .nullable(),
    seal: z.string().nullable().describe('hash of the newest entry: note it down to compare later'),
    sealsChecked: z.number().int(),
  })
  .meta({ id: 'AuditVerdict' })
export type AuditVerdict = z.infer<typeof AuditVerdict>
