/** Customers' words: patient feedback, reviews, complaints, service turns. They decide sentiment and kind. */
import type { Kind } from '../../engine/src/reading.ts'
import type { Example, Polarity } from './example.ts'
import { rowsOf, type Row } from './rows.ts'

const THANKS = /\bthank(s| you|ful)\b|\bgrateful\b|\bappreciate\b/i
const EMPTY_ANSWER = /^\W*(no|none|nothing|n\/?a|nope|not really|nil|nothing really|no comment|nothing to add)\W*$/i

const TOPICS: Record<string, Example['topic']> = {
  'Trust A - Q1': 'faults',
  'Trust A - Q2': 'merits',
  'Trust B - Q1': 'faults',
  'Trust C - Q1': 'merits',
  'Trust C - Q2': 'faults',
  'What was good?': 'merits',
  'How could we improve?': 'faults',
  'What could we do better?': 'faults',
  'FFT Why?': 'reasons',
}

function base(row: Row, set: string, weight: number): Example {
  return { text: row.text, set, split: row.split, language: 'en', weight }
}

export function kindOfReview(text: string, sentiment: Polarity): Kind | undefined {
  if (sentiment === 'negative') return 'complaint'
  if (sentiment === 'neutral') return undefined
  return THANKS.test(text) && text.length < 160 ? 'thanks' : 'praise'
}

/** Every answer is learnt with its question and without; "Nothing." only with it, because alone it says nothing. */
export function patientFeedback(data: string): Example[] {
  const rows = [...rowsOf(data, 'nhs_fft', 'phase1'), ...rowsOf(data, 'nhs_fft', 'v6')]
  return rows.flatMap((row) => {
    const sentiment = row['sentiment'] as Polarity | null
    if (sentiment === null || sentiment === undefined) return []
    const strength = row['criticality'] ?? row['comment_sentiment']
    const centre = row['criticality'] === undefined ? 3 : 0
    const intensity =
      typeof strength === 'number'
        ? Math.min(1, 0.15 + Math.abs(strength - centre) * (centre === 0 ? 0.17 : 0.3))
        : undefined
    const one: Example = { ...base(row, 'nhs_fft', 1), sentiment }
    if (intensity !== undefined) one.intensity = intensity
    const topic = TOPICS[String(row['question'])]
    const empty = EMPTY_ANSWER.test(row.text)
    const kind = empty ? undefined : kindOfReview(row.text, sentiment)
    const asked: Example = topic === undefined ? one : { ...one, topic }
    if (empty) return topic === undefined ? [] : [{ ...asked, weight: 3 }]
    const alone: Example = kind === undefined ? { ...one, weight: 2.5 } : { ...one, weight: 2.5, kind }
    return topic === undefined ? [alone] : [alone, { ...asked, weight: 1.2 }]
  })
}

export function reviews(data: string): Example[] {
  const found: Example[] = []
  const add = (row: Row, set: string, weight: number, sentiment: Polarity, more: Partial<Example> = {}): void => {
    const kind = kindOfReview(row.text, sentiment)
    found.push({ ...base(row, set, weight), sentiment, ...(kind === undefined ? {} : { kind }), ...more })
  }
  for (const row of rowsOf(data, 'pros_cons')) add(row, 'pros_cons', 0.5, row['sentiment'] as Polarity)
  for (const row of rowsOf(data, 'product_reviews')) {
    const sentiment = row['sentiment'] as string | null
    if (sentiment !== 'positive' && sentiment !== 'negative') continue
    const scores = (row['aspects'] as { score: number }[]).map((aspect) => Math.abs(aspect.score))
    const about = (row['aspects'] as { feature: string }[]).map((aspect) => aspect.feature)
    add(row, 'product_reviews', 1, sentiment, { intensity: Math.min(1, Math.max(...scores, 1) / 3.5), about })
  }
  for (const file of ['amazon_snippets', 'tweetlike']) {
    for (const row of rowsOf(data, 'vader', file)) {
      const intensity = Math.min(1, Math.abs(Number(row['score'])) / 3.4)
      add(row, 'vader', 1.2, row['sentiment'] as Polarity, { intensity })
    }
  }
  for (const row of rowsOf(data, 'fine_foods'))
    add(row, 'fine_foods', row['sentiment'] === 'neutral' ? 0.4 : 1, row['sentiment'] as Polarity)
  for (const row of rowsOf(data, 'womens_clothing_more'))
    add(row, 'womens_clothing_more', 0.8, row['sentiment'] as Polarity)
  for (const row of rowsOf(data, 'womens_clothing')) {
    const stars = Number(row['rating'])
    add(row, 'womens_clothing', 0.8, stars >= 4 ? 'positive' : stars === 3 ? 'neutral' : 'negative')
  }
  return found
}

export function complaints(data: string): Example[] {
  return rowsOf(data, 'cfpb').map((row) => {
    const text = row.text.slice(0, 700)
    return { ...base(row, 'cfpb', 0.4), text, sentiment: 'negative', kind: 'complaint', urgency: 0.55 }
  })
}

const TROUBLE =
  /lost|stolen|declined|not_working|failed|wrong|pending|not_recognised|charged_twice|compromised|swallowed|blocked|reverted|not_received|not_updated|not_showing|unable|extra_charge|forgotten|broken|dispute|payment_issue|registration_problems|damaged|fraud/i
const HURRY = /stolen|compromised|fraud|swallowed|not_recognised|lost_or|reportlost|report_lost/i
const OPENS_QUESTION =
  /^(what|why|how|when|where|who|which|is|are|do|does|did|can|could|will|would|should|has|have|am|was|were)\b/i

function requestKind(text: string): Kind {
  if (/\b(can|could|would|will) (you|u|i get|i have)\b.*\b(please|help|send|give|tell|change|cancel)\b/i.test(text))
    return 'request'
  return text.trim().endsWith('?') || OPENS_QUESTION.test(text.trim()) ? 'question' : 'request'
}

/** Requests with an intent. What sounds like trouble is not called neutral; all else is. */
export function requests(data: string): Example[] {
  const found: Example[] = []
  const add = (row: Row, set: string, weight: number, intent: string): void => {
    const trouble = TROUBLE.test(intent)
    const urgency = HURRY.test(intent) ? 0.9 : trouble ? 0.6 : 0.25
    const kind = trouble && !row.text.endsWith('?') ? 'complaint' : requestKind(row.text)
    const one: Example = { ...base(row, set, weight), kind, urgency }
    found.push(trouble ? one : { ...one, sentiment: 'neutral', intensity: 0.1 })
  }
  for (const row of rowsOf(data, 'banking77')) add(row, 'banking77', 0.25, String(row['intent']))
  for (const row of rowsOf(data, 'clinc150')) {
    if (row['domain'] !== 'small_talk' && row['domain'] !== 'meta') add(row, 'clinc150', 0.2, String(row['intent']))
  }
  for (const row of rowsOf(data, 'natcs')) add(row, 'natcs', 0.3, String(row['intent']))
  for (const row of rowsOf(data, 'nlupp')) add(row, 'nlupp', 0.2, (row['intents'] as string[]).join(' '))
  for (const row of rowsOf(data, 'bitext')) {
    const intent = String(row['intent'])
    if (intent !== 'complaint' && intent !== 'review') add(row, 'bitext', 0.15, intent)
    else if (intent === 'complaint') found.push({ ...base(row, 'bitext', 0.1), kind: 'request', urgency: 0.5 })
  }
  return found
}

const TURN_KINDS: Record<string, Kind> = {
  thankyou: 'thanks',
  confirmation: 'other',
  rejection: 'other',
  openinggreeting: 'other',
  closinggreeting: 'other',
  contentonly: 'other',
}

/** Turns of service conversations: mostly plain facts, which is what 'neutral' and 'other' need to look like. */
export function turns(data: string): Example[] {
  const found: Example[] = []
  for (const row of rowsOf(data, 'multidogo')) {
    const intent = (row['intent'] as string[]).join(' ')
    if (intent.includes('outofdomain')) continue
    const kind = TURN_KINDS[intent] ?? (TROUBLE.test(intent) ? 'complaint' : requestKind(row.text))
    const urgency = HURRY.test(intent) ? 0.85 : kind === 'complaint' ? 0.6 : kind === 'request' ? 0.3 : 0.05
    const calm: Partial<Example> =
      kind === 'complaint' || kind === 'thanks' ? {} : { sentiment: 'neutral', intensity: 0.08 }
    found.push({ ...base(row, 'multidogo', 0.15), kind, urgency, ...calm })
  }
  for (const row of rowsOf(data, 'taskmaster4')) {
    found.push({ ...base(row, 'taskmaster4', 0.2), sentiment: 'neutral', intensity: 0.1, urgency: 0.15 })
  }
  for (const row of rowsOf(data, 'star')) {
    const told = row['told_to']
    if (told === 'complain' || told === 'grumpy') continue
    if (row['turn'] !== 1 && found.length % 3 !== 0)
      found.push({ ...base(row, 'star', 0.12), sentiment: 'neutral', intensity: 0.12 })
    else found.push({ ...base(row, 'star', 0.05), sentiment: 'neutral' })
  }
  return found
}
