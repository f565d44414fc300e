/** What is said over the wire about what does not belong on Today. Pure: the browser may load it. */
import { z } from 'zod'
import { Id, Instant } from '#platform/contract'

export const BECAUSE = ['nobody_waits', 'misread', 'not_ours', 'other'] as const
export const Because = z
  .enum(BECAUSE)
  .describe('nobody waits for an answer; the words were read wrongly; it is not for us; something else')
export type Because = z.infer<typeof Because>

export const OverrideInput = z
  .object({ because: Because, note: z.string().trim().max(1000).default('') })
  .meta({ id: 'OverrideInput' })
export const Override = z
  .object({ voiceId: Id, rule: z.string(), because: Because, note: z.string(), byName: z.string(), at: Instant })
  .meta({ id: 'Override' })
export type Override = z.infer<typeof Override>
export const OverrideOfVoice = z.object({ data: Override.nullable() }).meta({ id: 'OverrideOfVoice' })

const Share = z.number().min(0).max(1)
const Group = z.object({
  value: z.string(),
  n: z.int().describe('voices of this group'),
  chosen: z.int().describe('of these, how many were put first'),
  share: Share.nullable(),
  low: Share.nullable(),
  high: Share.nullable(),
  show: z.enum(['none', 'counts-only', 'interval-first', 'full']),
  ratio: z.number().nullable().describe('share of the group ÷ share of the group with the highest one'),
  p: z.number().nullable().describe('this group beside all others, times the number of groups'),
})
export const FIRSTS = ['today', 'top'] as const
export const FairnessQuery = z.object({
  by: z
    .string()
    .regex(/^(language|channel|attribute:.{1,80})$/, 'language, channel or attribute:<name>')
    .default('language'),
  months: z.coerce.number().int().min(1).max(24).default(6),
})
export const FairnessGroups = z
  .object({
    by: z.string(),
    from: z.iso.date(),
    attributes: z.array(z.string()).describe('attributes of persons that groups can be made of'),
    measures: z.array(
      z.object({
        first: z.enum(FIRSTS).describe('`today`: put on Today by a rule; `top`: among the heaviest fifth of these'),
        groups: z.array(Group),
        leftOut: z.int().describe('groups with fewer than ten voices, not compared'),
        difference: z.number().nullable(),
        ratio: z.number().nullable().describe('lowest share ÷ highest share'),
        flagged: z.boolean().describe('the ratio is below four fifths'),
        test: z.enum(['fisher', 'chi-square']).nullable(),
        p: z.number().nullable(),
        verdict: z
          .enum(['even', 'differs', 'may-be-chance', 'too-few'])
          .describe('`differs`: below four fifths, and hardly by chance'),
      }),
    ),
  })
  .meta({ id: 'FairnessGroups' })
export type FairnessGroups = z.infer<typeof FairnessGroups>
