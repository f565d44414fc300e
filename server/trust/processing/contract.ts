/** What is said over the wire about the record of processing activities (GDPR 30). Pure: the browser may load it. */
import { z } from 'zod'
import { Basis, ContactChannel } from '../consent/contract.ts'
import { State } from '../oversight/contract.ts'

export const PROCESSING_LIMITS = { text: 2000 } as const

const Own = z.string().trim().max(PROCESSING_LIMITS.text).default('')

/** The boxes only the owner can fill. Letters are those of Article 30(1). */
export const ProcessingOwn = z
  .object({
    controller: Own.describe('(a) name and address of the business that answers for it'),
    contact: Own.describe('(a) how to reach somebody there about it'),
    officer: Own.describe('(a) the data protection officer, where there is one'),
    helpers: Own.describe('(d) who else gets to the data and Heed cannot know: who runs the machine, the tax adviser'),
    transfers: Own.describe('(e) whether data goes to a country outside the EU, and how it is protected there'),
    precautions: Own.describe('(g) what else protects it: locks, an encrypted disk, training'),
  })
  .meta({ id: 'ProcessingOwn' })
export type ProcessingOwn = z.output<typeof ProcessingOwn>

const Kept = z.object({
  what: z.string(),
  fields: z.array(z.string()),
  until: z.string().describe('how long it is kept, in words'),
})

export const Processing = z
  .object({
    business: z.string(),
    asOf: z.string(),
    timezone: z.string(),
    own: ProcessingOwn,
    changedBy: z.string().nullable(),
    changedAt: z.string().nullable(),
    people: z
      .array(z.object({ who: z.string(), count: z.int().nullable() }))
      .describe('(c) whose data it is; no count where nobody is told apart'),
    activities: z
      .array(
        z.object({
          key: z.string(),
          name: z.string(),
          why: z.string(),
          data: z.array(Kept),
          machines: z.array(z.object({ name: z.string(), state: State })),
        }),
      )
      .describe('(b), (c), (f) what is done with people’s data, and why'),
    purposes: z
      .array(
        z.object({
          key: z.string(),
          name: z.string(),
          why: z.string(),
          basis: Basis,
          channels: z.array(ContactChannel),
          agreed: z.int(),
        }),
      )
      .describe('(b) what people are written to for'),
    recipients: z.array(z.object({ key: z.string(), who: z.string(), says: z.string() })).describe('(d)'),
    retention: z.array(z.object({ what: z.string(), until: z.string(), decided: z.boolean() })).describe('(f)'),
    measures: z
      .array(z.object({ key: z.string(), on: z.boolean(), says: z.string() }))
      .describe('(g) what protects it, as it is set up now'),
  })
  .meta({ id: 'ProcessingRecord' })
export type Processing = z.infer<typeof Processing>

export const ProcessingQuery = z.object({
  as: z.enum(['file', 'page']).default('file').describe('a file to keep, or a page to print'),
})
