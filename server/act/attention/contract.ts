/** Why something is on Today, as it crosses the wire. Pure: the browser may load it. */
import { z } from 'zod'
import { Family, Sentiment } from '#understand/contract'

export const RULES = ['crisis', 'leaving', 'complaint', 'asks', 'negative', 'lowScore', 'person'] as const
export const Rule = z.enum(RULES).describe('the one rule that opened the case; `person`: somebody opened it by hand')
export type Rule = z.infer<typeof Rule>

export const IMPACT_PARTS = ['orders', 'years', 'troubles', 'leaving'] as const
export const ImpactPart = z.object({ what: z.enum(IMPACT_PARTS), points: z.number() })
export type ImpactPart = z.infer<typeof ImpactPart>

/** Everything the sentence of reason is made of, kept with the case, with the version that read the words. */
export const Reason = z
  .object({
    rule: Rule,
    sentiment: Sentiment.nullable(),
    family: Family.nullable(),
    intensity: z.number(),
    urgency: z.number(),
    confidence: z.number(),
    quote: z.string().nullable().describe('the words that led there'),
    score: z.object({ kind: z.string(), value: z.number() }).nullable(),
    personKind: z.string().nullable(),
    orders: z.int(),
    since: z.string().nullable().describe('first order or first word of this person'),
    troubles: z.int().describe('earlier cases within a year'),
    impact: z.array(ImpactPart),
    version: z.string().nullable().describe('which model read the words'),
  })
  .meta({ id: 'Reason' })
export type Reason = z.infer<typeof Reason>

/**
 * The English of the sentence, part by part, in the form of the catalogues: the page translates the keys, the API gives
 * the sentence. It speaks of words and never of people: "reads as very worried".
 */
export const REASON_WORDS = {
  'rule.crisis': 'May speak of danger to somebody',
  'rule.leaving': 'Speaks of leaving',
  'rule.complaint': 'Reads as a complaint',
  'rule.asks': 'Asks for an answer',
  'rule.asksSoon': 'Asks for an answer soon',
  'rule.lowScore': 'A low score without clear words',
  'rule.person': 'Put here by a teammate',
  'reads.anger.1': 'Reads as a little annoyed',
  'reads.anger.2': 'Reads as annoyed',
  'reads.anger.3': 'Reads as angry',
  'reads.disgust.1': 'Reads as a little put off',
  'reads.disgust.2': 'Reads as put off',
  'reads.disgust.3': 'Reads as disgusted',
  'reads.fear.1': 'Reads as a little worried',
  'reads.fear.2': 'Reads as worried',
  'reads.fear.3': 'Reads as very worried',
  'reads.sadness.1': 'Reads as a little sad or let down',
  'reads.sadness.2': 'Reads as sad or let down',
  'reads.sadness.3': 'Reads as very sad or let down',
  'reads.unhappy.1': 'Reads as a little unhappy',
  'reads.unhappy.2': 'Reads as unhappy',
  'reads.unhappy.3': 'Reads as very unhappy',
  'reads.mixed': 'Reads as good and bad at once',
  'reads.surprise': 'Reads as confused or surprised',
  quote: '“{{words}}”',
  'score.star_one': '{{count}} star',
  'score.star_other': '{{count}} stars',
  'score.nps': '{{value}} of 10',
  'score.csat': '{{value}} of 5',
  'score.ces': '{{value}} of 7 for ease',
  'relation.years_one': 'a {{who}} for a year',
  'relation.years_other': 'a {{who}} for {{count}} years',
  'relation.orders_one': '{{count}} order so far',
  'relation.orders_other': '{{count}} orders so far',
  'relation.first': 'a new {{who}}',
  'troubles.second': 'not the first trouble within a year',
  'troubles.many': '{{count}} troubles before this one in a year',
  'waiting.minutes': 'waiting less than an hour',
  'waiting.hours_one': 'waiting {{count}} hour',
  'waiting.hours_other': 'waiting {{count}} hours',
  'waiting.days_one': 'waiting {{count}} day',
  'waiting.days_other': 'waiting {{count}} days',
  'waiting.came_back': 'did not feel heard last time',
} as const
export type ReasonKey = keyof typeof REASON_WORDS extends infer K
  ? K extends `${infer Stem}_one` | `${infer Stem}_other`
    ? Stem
    : K
  : never

export const ReasonPart = z
  .object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
  .meta({ id: 'ReasonPart' })
export type ReasonPart = z.infer<typeof ReasonPart>
