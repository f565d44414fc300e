/** What is said over the wire about how long things are kept. Pure. */
import { z } from 'zod'

export const retentionRefusals = { retention_kind_unknown: 'not_found' } as const

/** How long is common and can be defended, in months; nobody is held to it. */
export const SUGGESTED_MONTHS: Readonly<Record<string, number>> = {
  voices: 36,
  persons: 36,
  cases: 36,
  responses: 36,
  orders: 120,
  imports: 3,
  requests: 36,
  crisis: 6,
}

export const RetentionRule = z
  .object({
    kind: z.string(),
    what: z.string().describe('what is kept, in words'),
    months: z.int().nullable().describe('nothing: for ever'),
    suggested: z.int().nullable(),
    by: z.string().nullable(),
    decidedAt: z.string().nullable(),
  })
  .meta({ id: 'RetentionRule' })
export type RetentionRule = z.infer<typeof RetentionRule>
export const RetentionRun = z
  .object({ kind: z.string(), months: z.int(), gone: z.int(), at: z.string() })
  .meta({ id: 'RetentionRun' })
export const Retention = z
  .object({ rules: z.array(RetentionRule), runs: z.array(RetentionRun) })
  .meta({ id: 'Retention' })
export type Retention = z.infer<typeof Retention>
export const RetentionChange = z.object({ months: z.int().min(1).max(600).nullable() }).meta({ id: 'RetentionChange' })
export const RetentionQuery = z.object({ months: z.coerce.number().int().min(1).max(600) })
export const RetentionPreview = z
  .object({
    gone: z.int().describe('how many would go tonight'),
    held: z.int().describe('how many stay because their person is frozen'),
    months: z
      .array(z.object({ month: z.string(), count: z.int() }))
      .describe('by the month they are from, oldest first'),
    examples: z.array(z.object({ at: z.string(), says: z.string() })).describe('the oldest few'),
  })
  .meta({ id: 'RetentionPreview' })
export type RetentionPreview = z.infer<typeof RetentionPreview>
