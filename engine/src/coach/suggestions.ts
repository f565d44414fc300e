/** From what is missing or may backfire to what one could try. The words are English; the keys are for catalogues. */
import type { Levelled, Mechanism } from './levels.ts'
import type { Step } from './steps.ts'
import type { Span } from './sentences.ts'
import type { Warning } from './warnings.ts'

export const SUGGESTIONS = {
  'no.acknowledge': 'Say in your own words what happened to them, so that they see you read it.',
  'no.validate': 'Say once that it is understandable to feel this way.',
  'no.own': 'Say what was yours: “I” or “we” did or missed it.',
  'no.act': 'Say what you do now, or give them a choice of two.',
  'no.followUp': 'Say who will be in touch, and by when.',
  'no.warmth': 'One honest word of your own feeling helps: “I am sorry that…”, “I am glad that…”.',
  ask: 'Ask for the one thing you do not know yet.',
  late_apology: 'Move the apology to the beginning.',
  repeated_apology: 'Once is enough. Use the room for what you will do.',
  vague: 'Name the day, the person or the thing instead.',
  we_for_i: 'Try “I”: it says that somebody has taken this on.',
  blame: 'Leave out whose fault it was; say how it goes on.',
  jargon: 'Use the words they used.',
  pressure: 'Leave them free to choose, and to be cross.',
  template: 'Replace the set phrase by something only this person would get.',
} as const
export type SuggestionKind = keyof typeof SUGGESTIONS
export type Suggestion = { kind: SuggestionKind; text: string }

const MOST = 3
/** What hurts first, then what is missing, in the order a letter is read. */
const ORDER: readonly SuggestionKind[] = [
  'blame',
  'pressure',
  'no.acknowledge',
  'no.warmth',
  'template',
  'no.act',
  'no.own',
  'late_apology',
  'repeated_apology',
  'vague',
  'no.followUp',
  'no.validate',
  'we_for_i',
  'jargon',
  'ask',
]

export function suggestionsOf(
  steps: Record<Step, Span | null>,
  warnings: readonly Warning[],
  levels: Record<Mechanism, Levelled>,
): Suggestion[] {
  const wanted = new Set<SuggestionKind>(warnings.map((one) => one.kind))
  for (const step of ['acknowledge', 'validate', 'own', 'act', 'followUp'] as const)
    if (steps[step] === null) wanted.add(`no.${step}`)
  if (levels.emotionalReaction.level === 0) wanted.add('no.warmth')
  if (levels.exploration.level === 0 && steps.act === null) wanted.add('ask')
  return ORDER.filter((kind) => wanted.has(kind))
    .slice(0, MOST)
    .map((kind) => ({ kind, text: SUGGESTIONS[kind] }))
}
