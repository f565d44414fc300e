/**
 * What a survey asks: its questions in one or more languages, when each is shown, and how it ends. A draft may be
 * unfinished (texts missing); what must hold before it opens is `unready` in readiness.ts.
 */
import { z } from 'zod'
import { LanguageTag } from '#platform/contract'
import { ContactChannel, PurposeKey } from '#trust/contract'

export const QUESTION_KINDS = ['nps', 'csat', 'ces', 'star', 'single', 'multiple', 'text', 'consent'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** Surveys to start from; their questions stand in templates.ts, which the browser need not load. */
export const TEMPLATE_NAMES = ['after-visit', 'after-delivery', 'after-complaint', 'nps'] as const
export type TemplateName = (typeof TEMPLATE_NAMES)[number]

/** Kinds answered by a number, with its ends. CES is CES 2.0: higher is easier. */
export const SCALES = { nps: [0, 10], csat: [1, 5], ces: [1, 7], star: [1, 5] } as const
export type ScaleKind = keyof typeof SCALES
export const isScale = (kind: QuestionKind): kind is ScaleKind => kind in SCALES

export const SURVEY_LIMITS = {
  questions: 40,
  choices: 30,
  text: 600,
  answer: 5000,
  name: 120,
  hidden: 20,
  hiddenValue: 300,
} as const

/** Names an address of a survey uses for itself; a question or hidden field called so could never be filled from a link. */
export const RESERVED_NAMES = [
  'lang',
  'source',
  'embed',
  'suId',
  'suToken',
  'skipPrefilled',
  'at',
  'try',
  'fresh',
  'response',
  'question',
  'move',
  'workspace',
] as const

const Name = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,39}$/i, 'Letters, digits, - and _, beginning with a letter')
  .refine((name) => !(RESERVED_NAMES as readonly string[]).includes(name), 'This name is taken by Heed itself')

export { LanguageTag }

/** One text in every language of the survey that has one. */
export const Texts = z.record(LanguageTag, z.string().max(SURVEY_LIMITS.text))
export type Texts = z.infer<typeof Texts>

/** `value` is a number for scales, a choice's id otherwise, and left out for `answered`. */
const Test = z.enum(['is', 'not', 'atLeast', 'atMost', 'includes', 'answered'])
export const Condition = z.object({
  question: Name,
  test: Test,
  value: z.union([z.number(), z.string().max(40)]).optional(),
})
export type Condition = z.infer<typeof Condition>

export const Choice = z.object({ id: Name, text: Texts })
export type Choice = z.infer<typeof Choice>

const base = {
  id: Name.describe('also the name that prefills it: ?<id>=<answer>'),
  text: Texts,
  help: Texts.optional(),
  required: z.boolean().default(false),
  showIf: z.array(Condition).max(5).default([]).describe('shown when all of these hold for earlier answers'),
  endIf: z
    .array(Condition.omit({ question: true }))
    .max(3)
    .default([])
    .describe('the survey ends after this question when one of these holds for its answer'),
}
const ends = { low: Texts.optional(), high: Texts.optional() }
const choices = {
  choices: z.array(Choice).max(SURVEY_LIMITS.choices),
  other: z.boolean().default(false).describe('offer a field for something else'),
}

export const Question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nps'), ...base, ...ends }),
  z.object({ kind: z.literal('csat'), ...base, ...ends }),
  z.object({ kind: z.literal('ces'), ...base, ...ends }),
  z.object({ kind: z.literal('star'), ...base }),
  z.object({ kind: z.literal('single'), ...base, ...choices }),
  z.object({ kind: z.literal('multiple'), ...base, ...choices }),
  z.object({ kind: z.literal('text'), ...base, input: z.enum(['long', 'short', 'email']).default('long') }),
  z.object({
    kind: z.literal('consent'),
    ...base,
    purpose: PurposeKey.optional().describe(
      'what the person agrees to be contacted for; a yes is then written down as consent',
    ),
    channel: ContactChannel.optional().describe('in which way; by e-mail if left out'),
  }),
])
export type Question = z.infer<typeof Question>

const Origin = z
  .url({ protocol: /^https?$/ })
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    'Only scheme and host, such as https://shop.example',
  )

const Shape = z.object({
  languages: z.array(LanguageTag).min(1).max(12).describe('the first is the one used when nothing else fits'),
  welcome: Texts.optional().describe('a few words above the first question'),
  questions: z.array(Question).max(SURVEY_LIMITS.questions),
  ending: z
    .object({
      title: Texts.default({}),
      text: Texts.default({}),
      link: z.object({ url: z.url({ protocol: /^https?$/ }), text: Texts }).optional(),
    })
    .prefault({}),
  theme: z
    .object({
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .optional(),
      sign: z.string().max(80).default('').describe('who asks, shown at the top; the workspace name if empty'),
    })
    .prefault({}),
  access: z.enum(['anyone', 'links']).default('anyone').describe('links: only with a single-use link'),
  hidden: z
    .array(Name)
    .max(SURVEY_LIMITS.hidden)
    .default([])
    .describe('names kept from the address, such as ?journey=onboarding'),
  embedOrigins: z
    .array(Origin)
    .max(20)
    .default([])
    .describe('sites that may show it inside their own pages; none when empty'),
})

export const Definition = Shape.superRefine((definition, context) => {
  const seen = new Map<string, Question>()
  definition.questions.forEach((question, index) => {
    const say = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path: ['questions', index, ...path] })
    if (seen.has(question.id)) say('Two questions have this id', 'id')
    question.showIf.forEach((condition, place) => {
      const earlier = seen.get(condition.question)
      if (!earlier) say('A condition may only look at an earlier question', 'showIf', place)
      else if (!fits(earlier, condition)) say('This condition can never hold for that question', 'showIf', place)
    })
    question.endIf.forEach((condition, place) => {
      if (!fits(question, condition)) say('This can never be the answer here', 'endIf', place)
    })
    if ('choices' in question && new Set(question.choices.map((choice) => choice.id)).size < question.choices.length)
      say('Two choices have the same id', 'choices')
    seen.set(question.id, question)
  })
  if (definition.hidden.some((name) => seen.has(name)))
    context.addIssue({ code: 'custom', message: 'A hidden field has the name of a question', path: ['hidden'] })
}).meta({ id: 'SurveyDefinition' })
export type Definition = z.infer<typeof Definition>

/** Whether an answer to this question could ever meet the condition. */
function fits(question: Question, { test, value }: Pick<Condition, 'test' | 'value'>): boolean {
  if (test === 'answered') return value === undefined
  if (isScale(question.kind)) {
    const [low, high] = SCALES[question.kind]
    return test !== 'includes' && typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
  }
  if (question.kind === 'consent') return test === 'is' && (value === 0 || value === 1)
  if (!('choices' in question)) return false
  if (question.kind === 'single' && test !== 'is' && test !== 'not') return false
  if (question.kind === 'multiple' && test !== 'includes') return false
  return (
    typeof value === 'string' &&
    (question.choices.some((choice) => choice.id === value) || (question.other && value === OTHER))
  )
}

/** The choice that means "something else", with the person's own words beside it. */
export const OTHER = '_other'

/** A text in the wanted language, else in the survey's first, else in any. */
export function textIn(texts: Texts | undefined, language: string, definition: Pick<Definition, 'languages'>): string {
  if (!texts) return ''
  return (
    texts[language] || texts[definition.languages[0] ?? 'en'] || Object.values(texts).find((text) => text !== '') || ''
  )
}
