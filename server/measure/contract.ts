/**
 * What measure says over the wire: outcomes with their uncertainty. Pure: the browser may load it.
 *
 * Two rules hold for every figure. It always comes with its interval (95 %) and the number of answers behind it, and
 * `show` says how much that number allows: whoever draws a figure obeys it. And a skipped question is in no denominator.
 */
import { z } from 'zod'

export const refusals = {
  no_such_breakdown: 'invalid',
} as const

export const METRICS = ['sentiment', 'stars', 'nps', 'csat', 'ces', 'heard'] as const
export const MetricName = z.enum(METRICS)
export type MetricName = z.infer<typeof MetricName>

/** What a figure is counted in: `points` −100 … 100, `percent` 0 … 100, `stars` 1 … 5. */
export const UNITS = {
  sentiment: 'points',
  stars: 'stars',
  nps: 'points',
  csat: 'percent',
  ces: 'percent',
  heard: 'percent',
} as const
export const SCALES = { points: [-100, 100], percent: [0, 100], stars: [1, 5] } as const

export const NPS_NOTE =
  'NPS®, Net Promoter® and Net Promoter Score® are registered trademarks of Bain & Company, Inc., Fred Reichheld and NICE Systems, Inc.'

/** How each figure is made, in words for people. */
export const DEFINITIONS: Readonly<Record<MetricName | 'answered', { name: string; asks: string; how: string }>> = {
  sentiment: {
    name: 'Net sentiment',
    asks: 'How everything people wrote reads, whatever way it came in.',
    how: 'The share of voices that read as positive minus the share that read as negative, in points from −100 to +100. Neutral and mixed voices count among all; voices that could not be read do not, and are said beside the figure.',
  },
  stars: {
    name: 'Stars',
    asks: 'Star ratings from 1 to 5, mostly from reviews.',
    how: 'The mean of all star ratings, and the share of 4 and 5 stars. Half stars count as halves.',
  },
  nps: {
    name: 'Net Promoter Score®',
    asks: '“How likely are you to recommend us?” from 0 to 10.',
    how: 'The share of 9 and 10 minus the share of 0 to 6, in points from −100 to +100. Skipped questions do not count. Groups are never averaged: their answers are added.',
  },
  csat: {
    name: 'Satisfied',
    asks: '“How satisfied are you?” from 1 to 5.',
    how: 'The share of 4 and 5 among all answers on the scale 1 to 5. The mean stands beside it.',
  },
  ces: {
    name: 'Easy to deal with',
    asks: '“You made it easy for me”, from 1 (strongly disagree) to 7 (strongly agree). Higher is easier.',
    how: 'The share of 5, 6 and 7 among all answers (customer effort score, version 2.0). The mean stands beside it.',
  },
  heard: {
    name: 'Felt heard',
    asks: 'The one question asked after something was dealt with: did you feel heard?',
    how: 'The share of “yes” among those who answered. How many were asked stands beside it, since those who stay silent may think otherwise. Counted on the day of asking.',
  },
  answered: {
    name: 'Time until it was dealt with',
    asks: 'From when somebody needed us until it was resolved, for what came up in this period.',
    how: 'The median of what is resolved, with an interval made of two of the times themselves. The share within a day also counts what has waited longer than a day without an answer; what came up less than a day ago and still waits does not count yet.',
  },
}

const Day = z.iso.date().describe('a day in the workspace’s time zone')
export const Show = z
  .enum(['none', 'counts-only', 'interval-first', 'full'])
  .describe('how much n allows to show: below 10 counts only, below 30 the interval first')

export const Figure = z
  .object({
    n: z.number().int().describe('answers behind it'),
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable().describe('95 % interval; not centred on the value'),
    show: Show,
    mean: z.number().nullable().describe('mean step of the scale, where there is one'),
    counts: z.record(z.string(), z.number()).describe('the exact counts the figure is made of'),
  })
  .meta({ id: 'Figure' })
export type Figure = z.infer<typeof Figure>

export const Verdict = z
  .enum(['better', 'worse', 'same', 'unclear', 'too-few'])
  .describe(
    '`unclear`: we cannot tell yet. `same`: any difference is too small to matter. `too-few`: fewer than 30 answers on one side',
  )
export type Verdict = z.infer<typeof Verdict>

export const Change = z
  .object({ before: Figure, difference: z.number(), low: z.number(), high: z.number(), verdict: Verdict })
  .meta({ id: 'Change' })
export type Change = z.infer<typeof Change>

export const Point = Figure.extend({ from: Day, to: Day }).meta({ id: 'Point' })
export type Point = z.infer<typeof Point>

export const Metric = z
  .object({
    metric: MetricName,
    unit: z.enum(['points', 'percent', 'stars']),
    figure: Figure,
    change: Change.nullable(),
    trend: z.object({ unit: z.enum(['day', 'week', 'month']), points: z.array(Point) }),
  })
  .meta({ id: 'Metric' })
export type Metric = z.infer<typeof Metric>

export const Share = z
  .object({
    of: z.enum(['family', 'kind']),
    value: z.string(),
    count: z.number().int(),
    n: z.number().int(),
    share: z.number(),
    low: z.number(),
    high: z.number(),
    change: z
      .object({
        before: z.number(),
        beforeN: z.number().int(),
        difference: z.number(),
        low: z.number(),
        high: z.number(),
        moved: z.boolean(),
      })
      .nullable(),
  })
  .meta({
    id: 'Share',
    description:
      'What share of voices reads a certain way, in percent. `moved`: more than chance would explain, judged together with all its neighbours',
  })
export type Share = z.infer<typeof Share>

export const Contrast = z
  .object({
    dimension: z.string(),
    value: z.string(),
    label: z.string(),
    figure: Figure,
    rest: Figure,
    difference: z.number(),
    low: z.number(),
    high: z.number(),
  })
  .meta({
    id: 'Contrast',
    description:
      'A part of the voices whose net sentiment differs from the rest. It goes with it; it need not cause it',
  })
export type Contrast = z.infer<typeof Contrast>

export const Row = z
  .object({
    value: z.string(),
    label: z.string(),
    voices: z.number().int(),
    voicesBefore: z.number().int(),
    figures: z.partialRecord(MetricName, Figure),
  })
  .meta({ id: 'OutcomeRow' })
export type Row = z.infer<typeof Row>

export const Dimension = z.object({ dimension: z.string(), values: z.number().int() }).meta({ id: 'Dimension' })
export type Dimension = z.infer<typeof Dimension>

export const Done = z
  .object({
    opened: z.number().int(),
    resolved: z.number().int(),
    open: z.number().int(),
    reopened: z.number().int(),
    medianHours: z.number().nullable(),
    lowHours: z.number().nullable(),
    highHours: z.number().nullable(),
    show: Show,
    withinDay: Figure,
    before: z.object({ opened: z.number().int(), resolved: z.number().int() }).nullable(),
    withinDayChange: Change.nullable(),
    causes: z
      .array(z.object({ cause: z.string(), count: z.number().int() }))
      .describe('of the latest 2,000 dealt with'),
  })
  .meta({ id: 'Done', description: 'What was done about what came up in this period' })
export type Done = z.infer<typeof Done>

const PeriodOnWire = z.object({ from: Day, to: Day, days: z.number().int() })

export const Outcomes = z
  .object({
    period: PeriodOnWire,
    before: PeriodOnWire.nullable(),
    timezone: z.string(),
    asOf: z.string().nullable().describe('when the counts were last made'),
    counting: z.number().int().describe('days still to be counted anew'),
    firstDay: Day.nullable(),
    only: z.object({ dimension: z.string(), value: z.string(), label: z.string() }).nullable(),
    voices: z.number().int(),
    voicesBefore: z.number().int().nullable(),
    unread: z.number().int().describe('voices whose words could not be read for feeling'),
    metrics: z.array(Metric).describe('only those anybody answered in the period or before it'),
    shares: z.array(Share),
    topics: z.array(Row),
    contrasts: z.array(Contrast),
    done: Done.nullable(),
    dimensions: z.array(Dimension),
    breakdown: z.object({ dimension: z.string(), rows: z.array(Row) }).nullable(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Outcomes' })
export type Outcomes = z.infer<typeof Outcomes>

/** The English of why a part is named among what goes with better and worse. */
export const CONTRAST_WHY = {
  'verdict.above': '{{part}}: the words read better than the rest',
  'verdict.below': '{{part}}: the words read worse than the rest',
  'verdict.none': '{{part}} does not differ for sure from the rest',
  'saw.part': 'Net sentiment of this part, in points',
  'saw.n': 'Messages of this part that could be read',
  'saw.rest': 'Net sentiment of all the rest',
  'saw.restN': 'Messages of all the rest',
  'sum.part': 'This part',
  'sum.rest': 'minus all the rest',
  'sum.means': 'The difference, in points. It probably lies between {{low}} and {{high}}.',
  'by.rule': 'A comparison of two balances, stricter the more parts are compared at once',
  sure: '{{percent}} % sure for this part, so that all {{count}} comparisons together are 95 % sure. It goes with it; it need not be the cause.',
  'change.n': 'More messages make the range narrower. Corrections of readings count at once.',
  overrule: 'Decide for yourself what it means; or turn these comparisons off, under Trust.',
} as const

const DIMENSION = z
  .string()
  .regex(
    /^(source|channel|language|survey|question|topic|attribute:.{1,80})$/,
    'source, channel, language, survey, question, topic or attribute:<name>',
  )

export const OutcomesQuery = z
  .object({
    span: z.enum(['30d', '90d', '12m', 'all']).default('90d').describe('how far back, when from and to are not given'),
    from: Day.optional(),
    to: Day.optional(),
    by: DIMENSION.optional().describe('also broken down by this'),
    only: z.string().max(300).optional().describe('only the part named `dimension=value`, such as `source=google`'),
  })
  .refine((query) => (query.from === undefined) === (query.to === undefined), {
    message: 'Give both from and to, or neither',
    path: ['to'],
  })
  .refine((query) => !query.from || !query.to || query.from <= query.to, {
    message: 'The end is before the beginning',
    path: ['to'],
  })
export type OutcomesQuery = z.output<typeof OutcomesQuery>

export const Breakdowns = z
  .object({
    attributes: z.array(z.string()),
    chosen: z.boolean().describe('false: picked by Heed'),
    candidates: z.array(z.object({ attribute: z.string(), values: z.number().int(), persons: z.number().int() })),
  })
  .meta({ id: 'Breakdowns' })
export type Breakdowns = z.infer<typeof Breakdowns>
export const BreakdownChoice = z
  .object({ attributes: z.array(z.string().min(1).max(80)).max(3) })
  .meta({ id: 'BreakdownChoice' })

export const ContrastQuery = z.object({
  dimension: z.string().max(100),
  value: z.string().max(300),
  span: z.enum(['30d', '90d', '12m', 'all']).default('90d'),
  from: Day.optional(),
  to: Day.optional(),
})
export type ContrastQuery = z.output<typeof ContrastQuery>
