/**
 * The reply coach: what a reply shows of empathy, which steps it takes, what may backfire, and one or two things to try.
 * Advice about words, for the person who writes them, before they send. Never a score of a person. English only.
 *
 *     readReply('Third time I write, the parcel is still not here.', 'We apologise for any inconvenience.')
 *     // emotionalReaction 1, interpretation 0, exploration 0; steps: none; warnings: template; …
 */
import { levelsOf, MECHANISMS, type Level, type Mechanism } from './levels.ts'
import { lowered, type Span } from './sentences.ts'
import { stepsOf, type Step } from './steps.ts'
import { suggestionsOf, type Suggestion } from './suggestions.ts'
import { warningsOf, type Warning } from './warnings.ts'

/** Grows when a rule changes: the same texts and version always give the same advice. */
export const COACH_VERSION = 'coach-2'

export type ReplyReading = Record<Mechanism, Level> & {
  /** The sentences each level comes from; offsets are UTF-16 indices into the reply. */
  spans: (Span & { for: Mechanism })[]
  steps: Record<Step, Span | null>
  warnings: Warning[]
  /** At most three, the most helpful first. */
  suggestions: Suggestion[]
  version: string
}

/** `heard` is what the reply answers; it may be empty. Any string is read, in time proportional to its length. */
export function readReply(heard: string, reply: string): ReplyReading {
  const said = lowered(String(heard))
  const text = lowered(String(reply))
  const levels = levelsOf(text)
  const steps = stepsOf(said, text, levels)
  const warnings = warningsOf(said, text)
  return {
    emotionalReaction: levels.emotionalReaction.level,
    interpretation: levels.interpretation.level,
    exploration: levels.exploration.level,
    spans: MECHANISMS.flatMap((name) => levels[name].spans.map((span) => ({ ...span, for: name }))),
    steps,
    warnings,
    suggestions: suggestionsOf(steps, warnings, levels),
    version: COACH_VERSION,
  }
}
