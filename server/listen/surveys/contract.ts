/** What surveys say over the wire. Pure: the browser may load it. */
import { z } from 'zod'
import { Id, Instant, PageQuery, pageOf } from '#platform/contract'
import { Definition, LanguageTag, SURVEY_LIMITS, TEMPLATE_NAMES } from './definition.ts'

export * from './definition.ts'
export { unready, type Unready } from './readiness.ts'

export const surveyRefusals = {
  survey_not_found: 'not_found',
  survey_closed: 'gone',
  survey_not_ready: 'invalid',
  survey_changed: 'conflict',
  question_answered: 'conflict',
  survey_link_unknown: 'not_found',
  survey_link_spent: 'gone',
  survey_link_needed: 'forbidden',
  answers_invalid: 'invalid',
  answers_too_many: 'too_many',
} as const

export const SurveyStatus = z.enum(['draft', 'open', 'closed'])
export type SurveyStatus = z.infer<typeof SurveyStatus>

const Name = z.string().trim().min(1, 'Please give it a name').max(SURVEY_LIMITS.name)

const summary = {
  id: Id,
  name: z.string(),
  status: SurveyStatus,
  languages: z.array(z.string()),
  questionCount: z.int(),
  started: z.int().describe('people who answered at least one question'),
  finished: z.int().describe('of those, who sent it off'),
  lastAnswerAt: z.string().nullable(),
  createdAt: z.string(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
}
export const SurveySummary = z.object(summary).meta({ id: 'SurveySummary' })
export type SurveySummary = z.infer<typeof SurveySummary>
export const SurveyPage = pageOf(SurveySummary)
export const SurveyQuery = PageQuery.extend({ status: SurveyStatus.optional() })

export const Survey = z
  .object({ ...summary, revision: z.int(), definition: Definition, url: z.string().describe('the public address') })
  .meta({ id: 'Survey' })
export type Survey = z.infer<typeof Survey>

export const NewSurvey = z
  .object({
    name: Name,
    template: z.enum(TEMPLATE_NAMES).optional(),
    language: LanguageTag.optional(),
    definition: Definition.optional(),
  })
  .refine((body) => !(body.template && body.definition), {
    message: 'Either a template or a definition',
    path: ['template'],
  })
  .meta({ id: 'NewSurvey' })
export const SurveyChange = z
  .object({
    name: Name.optional(),
    definition: Definition.optional(),
    revision: z.int32().optional().describe('the one you changed; refused when someone else was quicker'),
  })
  .meta({ id: 'SurveyChange' })
export const StatusChange = z.object({ status: z.enum(['open', 'closed']) })

/** A survey as a file: what `GET …/definition` gives and `POST /surveys` takes. */
export const SurveyFile = z.object({ name: Name, definition: Definition }).meta({ id: 'SurveyFile' })
export type SurveyFile = z.infer<typeof SurveyFile>

export const SurveyTemplate = z
  .object({ name: z.enum(TEMPLATE_NAMES), definition: Definition })
  .meta({ id: 'SurveyTemplate' })
export type SurveyTemplate = z.infer<typeof SurveyTemplate>

export const NewLinks = z
  .object({
    links: z
      .array(
        z.object({
          label: z.string().trim().max(120).default(''),
          personId: Id.optional(),
          email: z.email().max(254).optional(),
          name: z.string().trim().max(120).optional(),
        }),
      )
      .min(1)
      .max(1000),
  })
  .meta({ id: 'NewSurveyLinks' })
export const SurveyLink = z
  .object({ id: Id, label: z.string(), personId: Id.nullable(), createdAt: z.string(), spentAt: z.string().nullable() })
  .meta({ id: 'SurveyLink' })
export type SurveyLink = z.infer<typeof SurveyLink>
export const SurveyLinkPage = pageOf(SurveyLink)
/** The address is shown once: only its hash is kept. */
export const SurveyLinksMade = z
  .object({ data: z.array(SurveyLink.extend({ url: z.string() })) })
  .meta({ id: 'SurveyLinksMade' })
export type SurveyLinksMade = z.infer<typeof SurveyLinksMade>

export const AnswerGiven = z
  .object({
    question: z.string(),
    kind: z.string(),
    number: z.number().nullable(),
    choices: z.array(z.string()).nullable(),
    text: z.string().nullable(),
    answeredAt: z.string(),
  })
  .meta({ id: 'SurveyAnswer' })
export type AnswerGiven = z.infer<typeof AnswerGiven>
export const SurveyResponseSchema = z
  .object({
    id: Id,
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    language: z.string(),
    source: z.string(),
    personId: Id.nullable(),
    voiceId: Id.nullable(),
    hidden: z.record(z.string(), z.string()),
    answers: z.array(AnswerGiven),
  })
  .meta({ id: 'SurveyResponse' })
export type SurveyResponse = z.infer<typeof SurveyResponseSchema>
export const SurveyResponsePage = pageOf(SurveyResponseSchema)

const AnswerValue = z.union([
  z.string().max(SURVEY_LIMITS.answer),
  z.number(),
  z.boolean(),
  z.array(z.string().max(40)).max(SURVEY_LIMITS.choices),
])
export const NewResponse = z.object({
  key: z.string().min(1).max(200).optional().describe('your own id of this response: sent again, it counts once'),
  answers: z.record(z.string().max(40), AnswerValue),
  startedAt: Instant.optional(),
  finishedAt: Instant.nullable().optional().describe('null keeps it as a partial response; left out: now'),
  language: LanguageTag.optional(),
  source: z.string().max(80).optional(),
  hidden: z.record(z.string(), z.string().max(SURVEY_LIMITS.hiddenValue)).optional(),
  person: z
    .object({
      email: z.email().max(254).optional(),
      name: z.string().max(120).optional(),
      external: z.string().max(200).optional(),
    })
    .optional(),
})
export type NewResponse = z.infer<typeof NewResponse>
export const NewResponses = z
  .object({ responses: z.array(NewResponse).min(1).max(1000) })
  .meta({ id: 'NewSurveyResponses' })
export const ResponsesKept = z
  .object({ kept: z.int(), known: z.int().describe('were there already') })
  .meta({ id: 'SurveyResponsesKept' })

export const QuestionResult = z
  .object({
    question: z.string(),
    kind: z.string(),
    n: z.int().describe('how many answered; skipped ones are in no count'),
    numbers: z.record(z.string(), z.int()).describe('scales and consent: how many gave each number'),
    choices: z.record(z.string(), z.int()).describe('how many chose each'),
    words: z
      .array(z.object({ text: z.string(), at: z.string(), voiceId: Id.nullable(), number: z.number().nullable() }))
      .describe('the latest words, at most five'),
  })
  .meta({ id: 'SurveyQuestionResult' })
export type QuestionResult = z.infer<typeof QuestionResult>
export const SurveyResults = z
  .object({
    started: z.int(),
    finished: z.int(),
    links: z.object({ made: z.int(), spent: z.int() }),
    bySource: z.array(z.object({ source: z.string(), started: z.int(), finished: z.int() })),
    questions: z.array(QuestionResult),
  })
  .meta({ id: 'SurveyResults' })
export type SurveyResults = z.infer<typeof SurveyResults>

export const PreviewAsked = z.object({
  definition: Definition,
  at: z.string().max(40).describe('a question id, or _end'),
  language: LanguageTag,
  theme: z.enum(['light', 'dark']).optional(),
})
