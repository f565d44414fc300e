/** What act says over the wire: today, cases, the felt-heard question, a person's timeline. Pure: the browser may load it. */
import { z } from 'zod'
import { Id, PageQuery, pageOf } from '#platform/contract'
import { ScoreKind } from '#listen/contract'
import { Order, Person } from '#people/contract'
import { CRISIS_KINDS } from '#engine'
import { HelpLine } from '#trust/contract'
import { Evidence, Family, Kind, Sentiment } from '#understand/contract'
import { ImpactPart, Reason, ReasonPart } from './attention/contract.ts'

export * from './attention/contract.ts'
export { CASE_WHY } from './attention/explanation-words.ts'
export * from './overrides/contract.ts'

export const refusals = {
  case_not_found: 'not_found',
  case_taken: 'conflict',
  case_resolved: 'conflict',
  case_not_resolved: 'conflict',
  note_needed: 'invalid',
  person_needed: 'forbidden',
  not_after_crisis: 'conflict',
  nobody_to_ask: 'conflict',
  case_worked_on: 'conflict',
  emergency_stays: 'conflict',
  override_not_found: 'not_found',
} as const

export const LIMITS = {
  note: 5000,
  cause: 80,
  done: 2000,
  words: 2000,
  excerpt: 280,
  shown: 30,
  mostShown: 200,
  counted: 999,
} as const

export const CASE_STATUS = ['open', 'taken', 'resolved'] as const
const Hand = z.object({ id: Id.nullable(), name: z.string() })
const Score = z.object({ kind: ScoreKind, value: z.number() })

export const CaseRow = z
  .object({
    id: Id,
    voiceId: Id,
    status: z.enum(CASE_STATUS),
    history: z.boolean().describe('brought in long after it was said; nobody waits for an answer'),
    crisis: z.boolean(),
    strongDistress: z.boolean(),
    cameBack: z.boolean().describe('the person said that they did not feel heard'),
    excerpt: z.string(),
    title: z.string(),
    source: z.string(),
    channel: z.string(),
    score: Score.nullable(),
    person: z.object({ id: Id, name: z.string() }).nullable(),
    saidAt: z.string(),
    waitingSince: z.string(),
    dueAt: z.string().nullable(),
    assignee: Hand.nullable(),
    sentiment: Sentiment.nullable(),
    family: Family.nullable(),
    intensity: z.number(),
    attention: z.number().describe('strength × impact × waiting'),
    sentence: z.string().describe('why this is here, in English'),
    parts: z.array(ReasonPart).describe('the same sentence in parts, for translation'),
  })
  .meta({ id: 'CaseRow' })
export type CaseRow = z.infer<typeof CaseRow>

export const TodayQuery = z.object({
  limit: z.coerce.number().int().min(1).max(LIMITS.mostShown).default(LIMITS.shown).describe('how many of each group'),
})
export const TodayCounts = z
  .object({
    now: z.int().describe(`waiting and taken by nobody; counted up to ${LIMITS.counted + 1}`),
    mine: z.int(),
    others: z.int(),
    secondLook: z.int(),
    overADay: z.int().describe('of those waiting: for more than a day'),
    resolvedLately: z.int().describe('resolved within the last 24 hours'),
  })
  .meta({ id: 'TodayCounts' })
export type TodayCounts = z.infer<typeof TodayCounts>
export const Today = z
  .object({
    asOf: z.string(),
    counts: TodayCounts,
    now: z.array(CaseRow),
    mine: z.array(CaseRow),
    others: z.array(CaseRow),
    secondLook: z.array(CaseRow),
    banners: z
      .object({
        approvals: z.int().describe('letters of programs that wait for this person’s word'),
        helpLines: z.boolean().describe('this person owns the place, and nobody has looked through the help lines'),
      })
      .describe('what else to tell whoever asks, beside the letters'),
  })
  .meta({ id: 'Today' })
export type Today = z.infer<typeof Today>

export const Note = z.object({ id: Id, author: Hand, text: z.string(), at: z.string() }).meta({ id: 'Note' })
export type Note = z.infer<typeof Note>
export const STEP_KINDS = ['opened', 'taken', 'released', 'noted', 'resolved', 'asked', 'heard', 'reopened'] as const
export const Step = z
  .object({ id: Id, kind: z.enum(STEP_KINDS), by: Hand, at: z.string(), detail: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Step' })
export type Step = z.infer<typeof Step>

export const CaseVoice = z.object({
  id: Id,
  title: z.string(),
  text: z.string(),
  question: z.string().nullable(),
  source: z.string(),
  channel: z.string(),
  score: Score.nullable(),
  saidAt: z.string(),
  orderNumber: z.string().nullable(),
  url: z.string().nullable(),
  reading: z
    .object({
      language: z.string().nullable(),
      sentiment: Sentiment,
      family: Family.nullable(),
      intensity: z.number(),
      urgency: z.number(),
      kind: Kind,
      confidence: z.number(),
      evidence: z.array(Evidence),
      version: z.string(),
      corrected: z.boolean(),
    })
    .nullable(),
})
export type CaseVoice = z.infer<typeof CaseVoice>

export const Case = CaseRow.extend({
  voice: CaseVoice,
  emergency: z
    .object({
      kinds: z.array(z.enum(CRISIS_KINDS)),
      signs: z.array(z.object({ kind: z.enum(CRISIS_KINDS), start: z.int(), end: z.int() })),
      lines: z.array(HelpLine),
      arranged: z.boolean().describe('the lines were looked through here; else they are suggestions'),
      keepDays: z.int(),
    })
    .nullable()
    .describe('only where it may speak of danger: which words, and whom people can call'),
  contact: Person.nullable().describe('who said it, with the ways to reach them'),
  earlier: z
    .array(
      CaseVoice.omit({ reading: true, question: true, orderNumber: true, url: true }).extend({
        sentiment: Sentiment.nullable(),
        family: Family.nullable(),
      }),
    )
    .describe('what this person said before, newest first'),
  orders: z.array(Order),
  troubles: z
    .array(
      z.object({
        id: Id,
        status: z.enum(CASE_STATUS),
        saidAt: z.string(),
        cause: z.string().nullable(),
        done: z.string().nullable(),
        feltHeard: z.boolean().nullable(),
      }),
    )
    .describe('their other cases'),
  added: z
    .array(z.object({ voiceId: Id, text: z.string(), at: z.string() }))
    .describe('what the person wrote when asked whether they felt heard'),
  notes: z.array(Note),
  steps: z.array(Step),
  resolution: z.object({ at: z.string(), by: Hand, cause: z.string(), done: z.string() }).nullable(),
  noteNeeded: z.boolean().describe('strong distress or danger: closing it takes a note'),
  heard: z.object({
    askedAt: z.string().nullable(),
    answer: z.boolean().nullable(),
    answeredAt: z.string().nullable(),
    mayAsk: z.boolean(),
    whyNot: z.string().nullable().describe('what the person said, or still waits for, that stands in the way'),
  }),
  why: z.object({
    reason: Reason,
    strength: z.number(),
    impact: z.number(),
    impactParts: z.array(ImpactPart),
    hours: z.number(),
    waitingFactor: z.number(),
    attention: z.number(),
    tier: z.int(),
  }),
}).meta({ id: 'Case' })
export type Case = z.infer<typeof Case>

export const Assignment = z
  .object({
    to: Id.optional().describe('another member; yourself if left out'),
    takeOver: z.boolean().default(false).describe('although somebody else has it'),
  })
  .meta({ id: 'Assignment' })
export const NewNote = z
  .object({ text: z.string().trim().min(1, 'Write something first').max(LIMITS.note) })
  .meta({ id: 'NewNote' })
export const Resolution = z
  .object({
    cause: z.string().trim().min(1, 'Name the cause in a word or two').max(LIMITS.cause),
    done: z.string().trim().min(1, 'Say what was done').max(LIMITS.done),
    note: z.string().trim().max(LIMITS.note).default(''),
  })
  .meta({ id: 'Resolution' })
export const Causes = z
  .object({ data: z.array(z.object({ cause: z.string(), count: z.int() })) })
  .meta({ id: 'Causes' })
export const HeardQuestion = z
  .object({
    link: z.string(),
    text: z.string().describe('ready to copy'),
    to: z.string().nullable(),
    mailed: z.boolean(),
    notMailed: z.string().nullable().describe('why no mail goes out just now, in words'),
    waits: z.boolean().describe('a program asked for it: it is mailed once a teammate has let it go'),
  })
  .meta({ id: 'HeardQuestion' })
export type HeardQuestion = z.infer<typeof HeardQuestion>
export const HeardAnswer = z.object({
  answer: z.enum(['yes', 'no']).optional(),
  words: z.string().trim().max(LIMITS.words).optional(),
})
export const CaseOfVoice = z
  .object({ data: z.object({ id: Id, status: z.enum(CASE_STATUS) }).nullable() })
  .meta({ id: 'CaseOfVoice' })

export const TIMELINE_KINDS = ['voice', 'order', 'step'] as const
export const TimelineEntry = z
  .object({
    kind: z.enum(TIMELINE_KINDS),
    id: Id,
    at: z.string(),
    voice: CaseVoice.omit({ question: true, orderNumber: true, url: true, reading: true })
      .extend({
        question: z.string().nullable(),
        surveyId: Id.nullable(),
        caseId: Id.nullable(),
        sentiment: Sentiment.nullable(),
        family: Family.nullable(),
        intensity: z.number().nullable(),
        crisis: z.boolean().describe('may speak of danger'),
      })
      .optional(),
    order: Order.optional(),
    step: Step.extend({
      caseId: Id,
      voiceId: Id,
      note: z.string().nullable(),
      cause: z.string().nullable(),
      done: z.string().nullable(),
    }).optional(),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>
export const TimelinePage = pageOf(TimelineEntry)
export const TimelineQuery = PageQuery
