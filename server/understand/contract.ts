/** What understand says over the wire: voices with their readings, filters, corrections, saved views. Pure. */
import { z } from 'zod'
import { EMOTIONS, FAMILIES, KINDS, SENTIMENTS, type EvidenceFor } from '#engine'
import { Channel, ScoreKind } from '#listen/contract'
import { PersonKind } from '#people/contract'
import { Id, Instant, PageQuery, pageOf } from '#platform/contract'

export const refusals = {
  voice_not_seen: 'not_found',
  not_read_yet: 'conflict',
  nothing_to_correct: 'invalid',
  no_correction: 'not_found',
  view_not_found: 'not_found',
  view_name_taken: 'conflict',
  too_many_views: 'conflict',
  reader_unavailable: 'unavailable',
  no_such_file: 'not_found',
  file_unreadable: 'invalid',
  no_words_column: 'invalid',
  person_must_judge: 'forbidden',
} as const

export { VOICE_WHY } from './readings/explanation-words.ts'

export const LIMITS = { q: 200, excerpt: 420, note: 1000, viewName: 80, views: 100 } as const

export const Sentiment = z.enum(SENTIMENTS)
export const Family = z.enum(FAMILIES)
export const Emotion = z.enum(EMOTIONS)
export const Kind = z.enum(KINDS)
/** A family of feelings or one feeling by name; a name that is both (anger, joy …) means the family. */
export const Feeling = z.union([Family, Emotion])
export type Feeling = z.infer<typeof Feeling>

/**
 * The words a reading is about, and what its offsets count in: title, empty line, text. Many sites make a title of the
 * first words of the text; such a title says nothing of its own and is left out.
 */
export function wordsOf({ title, text }: { title: string; text: string }): string {
  const head = title.trim()
  const bare = head.replace(/\s*(…|\.{2,})$/, '')
  if (head === '' || text.trimStart().startsWith(bare)) return text
  return text === '' ? head : `${head}\n\n${text}`
}

/** PostgreSQL text cannot hold a zero byte; it never carries meaning. */
const Typed = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replaceAll('\u0000', '').trim())
const Share = z.number().min(0).max(1)
const Leaning = z.object({ label: Sentiment, score: z.number().describe('−1 … 1') })
export const Evidence = z.object({
  start: z.int(),
  end: z.int(),
  for: z.custom<EvidenceFor>((value) => typeof value === 'string'),
  weight: z.number(),
})
export type Evidence = z.infer<typeof Evidence>

/** What the words read as. Verdicts are about words, never about the person. */
export const ReadingMark = z
  .object({
    sentiment: Sentiment,
    sentimentScore: z.number().describe('−1 … 1'),
    family: Family.nullable(),
    emotion: Emotion.nullable(),
    intensity: Share,
    urgency: Share,
    kind: Kind,
    confidence: Share.describe('the measured chance that the sentiment is right'),
    language: z.string().nullable(),
    heldBack: z.enum(['no_words', 'employee', 'restricted']).nullable().describe('why there is no verdict'),
    failed: z.boolean(),
    corrected: z.boolean().describe('a person said otherwise, and that is what stands here'),
  })
  .meta({ id: 'ReadingMark' })
export type ReadingMark = z.infer<typeof ReadingMark>

export const Verdict = z.object({
  sentiment: Sentiment.optional(),
  family: Family.optional(),
  kind: Kind.optional(),
})
export type Verdict = z.infer<typeof Verdict>

export const Correction = z
  .object({
    verdict: Verdict,
    read: z.object({ sentiment: Sentiment, family: Family.nullable(), kind: Kind }).describe('what the engine says'),
    readScore: z.number().describe('−1 … 1, what the engine says'),
    note: z.string(),
    byName: z.string(),
    at: Instant,
  })
  .meta({ id: 'Correction' })
export type Correction = z.infer<typeof Correction>

export const CorrectionInput = Verdict.extend({ note: Typed(LIMITS.note).default('') }).meta({
  id: 'CorrectionInput',
})
export type CorrectionInput = z.output<typeof CorrectionInput>

export const Reading = ReadingMark.extend({
  emotions: z.array(z.object({ label: Emotion, score: Share })),
  evidence: z
    .array(Evidence)
    .describe('offsets into the title, an empty line and the text (the text alone where the title repeats it)'),
  aspects: z.array(z.object({ start: z.int(), end: z.int(), text: z.string(), sentiment: Leaning })),
  version: z.string(),
  readAt: Instant,
}).meta({ id: 'Reading' })
export type Reading = z.infer<typeof Reading>

const Spoken = z.object({ id: Id, name: z.string(), kind: PersonKind })
const VoiceHead = z.object({
  id: Id,
  saidAt: Instant,
  source: z.string(),
  channel: Channel,
  question: z.string().nullable(),
  score: z.object({ kind: ScoreKind, value: z.number() }).nullable(),
  person: Spoken.nullable(),
  language: z.string().nullable().describe('as the source claims'),
})

const Span = z.object({ start: z.int(), end: z.int() })

export const VoiceRow = VoiceHead.extend({
  excerpt: z.string().describe('the words, or the part of them that matters here'),
  /** Whether something was left out before or after. */
  cut: z.boolean(),
  evidence: z.array(Evidence).describe('offsets into the excerpt'),
  found: z.array(Span).describe('what was searched for, offsets into the excerpt'),
  crisis: z.boolean().describe('may speak of danger'),
  reading: ReadingMark.nullable().describe('null until it was read'),
}).meta({ id: 'VoiceRow' })
export type VoiceRow = z.infer<typeof VoiceRow>
export const VoicePage = pageOf(VoiceRow)

export const Voice = VoiceHead.extend({
  title: z.string(),
  text: z.string(),
  receivedAt: Instant,
  surveyId: Id.nullable(),
  responseId: Id.nullable(),
  importId: Id.nullable(),
  externalId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  url: z.string().nullable(),
  attributes: z.record(z.string(), z.unknown()),
  crisis: z.boolean().describe('may speak of danger: for few eyes, and not read for feelings'),
  withheld: z.boolean().describe('contact details in the words are left out for this role'),
  reading: Reading.nullable(),
  correction: Correction.nullable(),
}).meta({ id: 'Voice' })
export type Voice = z.infer<typeof Voice>

/** A day of the workspace's own time zone, or an exact moment. */
const Day = z.union([z.iso.date(), Instant])
const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(40).optional(),
  )
const Name = Typed(60)

export const VoiceFilter = z
  .object({
    q: Typed(LIMITS.q).optional().describe('words; "in quotes" for a phrase, -word to leave out'),
    from: Day.optional(),
    to: Day.optional().describe('a day is meant to its end'),
    source: many(Name),
    feeling: many(Feeling).describe('families or single feelings'),
    sentiment: many(Sentiment),
    kind: many(Kind),
    language: many(Name),
    intensityMin: z.coerce.number().min(0).max(1).optional(),
    urgencyMin: z.coerce.number().min(0).max(1).optional(),
    scoreKind: ScoreKind.optional(),
    scoreMin: z.coerce.number().optional(),
    scoreMax: z.coerce.number().optional(),
    personId: Id.optional().describe('with every record merged into this person'),
    surveyId: Id.optional(),
    importId: Id.optional(),
  })
  .meta({ id: 'VoiceFilter' })
export type VoiceFilter = z.output<typeof VoiceFilter>

export const SORTS = ['newest', 'strongest'] as const
export const Sort = z.enum(SORTS)
export type Sort = z.infer<typeof Sort>
export const VoiceQuery = VoiceFilter.extend({ ...PageQuery.shape, sort: Sort.default('newest') })
export const ExportQuery = VoiceFilter.extend({
  format: z.enum(['csv', 'jsonl']).default('csv'),
  personal: z
    .enum(['with', 'without'])
    .default('with')
    .describe('without: no names, addresses, numbers and links, neither beside the words nor in them'),
})

const Tally = z.array(z.object({ value: z.string(), count: z.int() }))
export const Facets = z
  .object({ sources: Tally, languages: Tally, scores: z.array(ScoreKind), total: z.int(), asOf: Instant })
  .meta({ id: 'Facets' })
export type Facets = z.infer<typeof Facets>

export const ReadingProgress = z
  .object({
    waiting: z.int().describe('heard and not read yet'),
    read: z.int().describe('of those heard in the last hour'),
    total: z.int().describe('heard in the last hour'),
    off: z.boolean().describe('reading is switched off here'),
  })
  .meta({ id: 'ReadingProgress' })
export type ReadingProgress = z.infer<typeof ReadingProgress>

/** How far back from today: kept in a view as such, so that 'the last month' stays the last month. */
export const SPANS = ['7d', '30d', '90d', '12m'] as const
export const SavedFilter = VoiceFilter.extend({ sort: Sort.optional(), span: z.enum(SPANS).optional() })
export const ViewInput = z
  .object({ name: Typed(LIMITS.viewName).pipe(z.string().min(1, 'Please give a name')), filter: SavedFilter })
  .meta({ id: 'ViewInput' })
export type ViewInput = z.output<typeof ViewInput>
export const View = z
  .object({ id: Id, name: z.string(), filter: SavedFilter, byName: z.string(), createdAt: Instant })
  .meta({ id: 'View' })
export type View = z.infer<typeof View>
export const ViewList = z.object({ data: z.array(View) })

const SwapGroup = z.object({
  what: z.string(),
  one: z.string(),
  other: z.string(),
  n: z.int().describe('pairs of sentences'),
  mean: z.number().describe('mean of one − other, on scores from −1 to 1'),
  sd: z.number().nullable(),
  t: z.number().nullable(),
  df: z.int(),
  p: z.number().nullable().describe('two-sided, paired t test'),
  adjusted: z.number().nullable().describe('p times the number of groups'),
  largest: z.number(),
  passes: z.boolean().describe('mean at most .01 and none above .05'),
  worst: z.object({ one: z.string(), other: z.string(), difference: z.number() }).nullable(),
})
export const SwapCheck = z
  .object({
    id: Id,
    status: z.enum(['waiting', 'running', 'done', 'failed']),
    done: z.int(),
    total: z.int(),
    version: z.string().nullable(),
    groups: z.array(SwapGroup),
    byName: z.string(),
    askedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'SwapCheck' })
export type SwapCheck = z.infer<typeof SwapCheck>
export const SwapChecks = z.object({ data: z.array(SwapCheck) }).meta({ id: 'SwapChecks' })

export const ModelCard = z.object({ name: z.string(), card: z.string().describe('Markdown') }).meta({ id: 'ModelCard' })
