/** What listen says over the wire. Pure: the browser may load it. */
import { z } from 'zod'
import { Id, Instant } from '#platform/contract'
import { Attributes, PersonKind } from '#people/contract'
import { importRefusals } from './imports/contract.ts'
import { surveyRefusals } from './surveys/contract.ts'

export * from './imports/contract.ts'
export * from './surveys/contract.ts'

export const refusals = {
  ...surveyRefusals,
  ...importRefusals,
  voice_not_found: 'not_found',
  key_reused: 'conflict',
} as const

export const CHANNELS = ['review', 'survey', 'email', 'chat', 'phone', 'counter', 'post', 'order', 'other'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

/** Each score with its scale. Bounds are the scale's own: a value outside is refused, never bent. */
export const SCORES = {
  nps: { min: 0, max: 10, whole: true },
  csat: { min: 1, max: 5, whole: true },
  ces: { min: 1, max: 7, whole: true },
  star: { min: 1, max: 5, whole: false },
} as const
export const SCORE_KINDS = ['nps', 'csat', 'ces', 'star'] as const
export const ScoreKind = z.enum(SCORE_KINDS)
export type ScoreKind = z.infer<typeof ScoreKind>

export const LIMITS = {
  text: 100_000,
  title: 1_000,
  question: 1_000,
  batch: 1_000,
  source: 60,
  future: 86_400_000,
} as const

/** PostgreSQL text cannot hold a zero byte; it never carries meaning in what people say. */
const Words = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\u0000', ''))
    .pipe(z.string().max(most, `is longer than ${most.toLocaleString('en')} characters`))

export const Score = z
  .object({ kind: ScoreKind, value: z.number() })
  .superRefine(({ kind, value }, context) => {
    const { min, max, whole } = SCORES[kind]
    if (value < min || value > max || (whole && !Number.isInteger(value)))
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: `${kind} goes from ${min} to ${max}${whole ? ' in whole steps' : ''}`,
      })
  })
  .meta({ id: 'Score' })

export const Speaker = z
  .object({
    name: z.string().trim().max(200).optional(),
    email: z.string().max(320).optional(),
    phone: z.string().max(60).optional(),
    externalId: z.string().max(200).optional().describe('id in another system, as system:id'),
    kind: PersonKind.optional(),
    attributes: Attributes.optional(),
  })
  .meta({ id: 'Speaker' })
export type Speaker = z.infer<typeof Speaker>

export const VoiceInput = z
  .object({
    text: Words(LIMITS.text).default(''),
    title: Words(LIMITS.title).default(''),
    question: Words(LIMITS.question).optional(),
    saidAt: Instant.optional().describe('when it was said; now if left out'),
    source: z.string().trim().min(1).max(LIMITS.source).default('api'),
    channel: Channel.default('other'),
    externalId: z.string().min(1).max(300).optional().describe('id in the source: the same id again is the same voice'),
    language: z.string().min(2).max(12).optional(),
    score: Score.optional(),
    person: Speaker.optional(),
    orderNumber: z.string().max(100).optional(),
    url: z.url().max(2000).optional(),
    attributes: Attributes.optional(),
  })
  .refine((voice) => voice.text.trim() !== '' || voice.title.trim() !== '' || voice.score !== undefined, {
    path: ['text'],
    message: 'a voice needs words or a score',
  })
  .meta({ id: 'VoiceInput' })
export type VoiceInput = z.output<typeof VoiceInput>

export const VoiceBatch = z.object({ voices: z.array(VoiceInput).min(1).max(LIMITS.batch) }).meta({ id: 'VoiceBatch' })
export const VoicesInput = z.union([VoiceBatch, VoiceInput])

export const HeardVoice = z
  .object({ id: Id, status: z.enum(['heard', 'known']).describe('known: it was already here') })
  .meta({ id: 'HeardVoice' })
export const Heard = z.object({ data: z.array(HeardVoice) }).meta({ id: 'Heard' })
export type Heard = z.infer<typeof Heard>
