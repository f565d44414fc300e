/** What is said over the wire about emergencies: who reads them, how long they stay, whom people can call. */
import { z } from 'zod'
import { Id } from '#platform/contract'
import { COUNTRIES } from './help-lines.ts'

export const crisisRefusals = { reader_not_member: 'not_found' } as const

export const CRISIS_LIMITS = { lines: 20, name: 80, number: 60, about: 160, keepDays: 3650 } as const

const Typed = (most: number) => z.string().trim().max(most)

export const HelpLineInput = z
  .object({
    name: Typed(CRISIS_LIMITS.name).min(1, 'Please say who answers there'),
    number: Typed(CRISIS_LIMITS.number).min(1, 'Please give a number'),
    way: z.enum(['call', 'text']).default('call'),
    about: Typed(CRISIS_LIMITS.about).default(''),
    checkedOn: z.iso.date().nullable().default(null).describe('the day somebody here last looked it up'),
  })
  .meta({ id: 'HelpLineInput' })
export const HelpLine = z
  .object({
    name: z.string(),
    number: z.string(),
    way: z.enum(['call', 'text']),
    about: z.string(),
    checkedOn: z.string().nullable(),
  })
  .meta({ id: 'HelpLine' })
export type HelpLine = z.infer<typeof HelpLine>

export const HelpLineList = z
  .object({ data: z.array(HelpLineInput).max(CRISIS_LIMITS.lines) })
  .meta({ id: 'HelpLineList' })

export const CrisisSettings = z
  .object({
    country: z.enum(COUNTRIES).nullable(),
    keepDays: z.int(),
    onThanks: z.boolean().describe('show the help lines on the thank-you page after such an answer'),
    arranged: z.boolean().describe('somebody has looked through this; until then Heed’s own suggestions stand here'),
    changedBy: z.string().nullable(),
    changedAt: z.string().nullable(),
    lines: z.array(HelpLine),
    suggested: z.object({ country: z.enum(COUNTRIES).nullable(), lines: z.array(HelpLine), writtenOn: z.string() }),
    readers: z
      .array(z.object({ accountId: Id, name: z.string(), role: z.string(), always: z.boolean(), named: z.boolean() }))
      .describe('every member; `always` by their role, `named` by an owner'),
    mailReady: z.boolean(),
  })
  .meta({ id: 'CrisisSettings' })
export type CrisisSettings = z.infer<typeof CrisisSettings>

export const CrisisChange = z
  .object({
    country: z.enum(COUNTRIES).nullable().optional(),
    keepDays: z.int().min(1, 'At least one day').max(CRISIS_LIMITS.keepDays).optional(),
    onThanks: z.boolean().optional(),
  })
  .meta({ id: 'CrisisChange' })
export type CrisisChange = z.output<typeof CrisisChange>

export const SuggestionQuery = z.object({ country: z.enum(COUNTRIES) })
