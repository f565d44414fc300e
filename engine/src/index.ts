/**
 * The engine reads what a person said: language, sentiment, emotions, intensity, urgency, kind, aspects, and the words
 * that led there. Pure: no I/O, no clock, no dependency, nothing done at import. It never throws on content.
 *
 *     const reader = openReader(new Uint8Array(await readFile(modelFile)))
 *     reader.read('Third time I write, the parcel is still not here.').kind // 'complaint'
 */
export * from './reading.ts'
export { addUp, type Account, type Sides } from './account.ts'
export {
  readSwaps,
  SWAP_GATE,
  SWAP_GROUPS,
  swapSentences,
  type SwapFound,
  type SwapGroup,
  type SwapPair,
} from './swaps.ts'
export { openReader } from './reader.ts'
export { ModelError } from './model.ts'
export { CRISIS_KINDS, crisisFinder, type CrisisFinder, type CrisisKind, type CrisisSpan } from './crisis/crisis.ts'
export {
  findPersonal,
  PERSONAL_KINDS,
  PERSONAL_WORDS,
  redact,
  type PersonalKind,
  type PersonalOptions,
  type PersonalSpan,
  type Redacted,
  type RedactOptions,
} from './personal/personal.ts'
export { COACH_VERSION, readReply, type ReplyReading } from './coach/coach.ts'
export { MECHANISMS, type Level, type Mechanism } from './coach/levels.ts'
export { STEPS, type Step } from './coach/steps.ts'
export { SUGGESTIONS, type Suggestion, type SuggestionKind } from './coach/suggestions.ts'
export { WARNINGS, type Warning, type WarningKind } from './coach/warnings.ts'
export { FAMILY_OF } from './heads.ts'
export * from './statistics/index.ts'

// Spelt in two steps so that bundlers do not carry the file into every page that imports the engine.
const place = '../models/reader.bin'

/** The shipped model, for hosts that have a file system. In a browser, fetch it from wherever you serve it. */
export const modelFile: URL = new URL(place, import.meta.url)
