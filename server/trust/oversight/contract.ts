/**
 * What is said over the wire about machines under people's eyes: why a verdict came out as it did, what each automation
 * does and whether it may, what waits for a person, how often people disagreed. Pure: the browser may load it.
 */
import { z } from 'zod'
import { Id, Instant } from '#platform/contract'

export const oversightRefusals = {
  automation_unknown: 'not_found',
  automation_fixed: 'conflict',
  choice_unknown: 'invalid',
  why_needed: 'invalid',
  owner_needed: 'forbidden',
  person_must_decide: 'forbidden',
  approval_not_found: 'not_found',
  approval_decided: 'conflict',
  fairness_note_not_found: 'not_found',
} as const

export const OVERSIGHT_LIMITS = { why: 500, note: 2000, about: 120 } as const

/** A sentence of an explanation: a key of the capability's words with its values, and the English of it. */
export const Sentence = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  text: z.string(),
})
export type Sentence = z.infer<typeof Sentence>

export const Seen = z.object({
  what: Sentence,
  quote: z.string().nullable().describe('words somebody said, where that is what was seen'),
  figure: z.number().nullable().describe('how much it counted; what `sum` adds or multiplies'),
})
export type Seen = z.infer<typeof Seen>

/** The one shape in which every automated verdict gives its reasons. */
export const Explanation = z
  .object({
    automation: z.string().describe('its row in the register'),
    verdict: Sentence,
    saw: z.array(Seen),
    sum: z
      .object({
        how: z.enum(['add', 'multiply']),
        parts: z.array(z.object({ what: Sentence, figure: z.number() })),
        result: z.number(),
        means: Sentence,
      })
      .nullable()
      .describe('where the verdict is a sum: its parts, which add up (or multiply) to the result'),
    decidedBy: z.object({
      kind: z.enum(['model', 'rule', 'person']),
      name: Sentence,
      version: z.string().nullable(),
      at: Instant.nullable(),
    }),
    sure: z.object({ share: z.number().min(0).max(1).nullable(), words: Sentence }),
    wouldChange: z.array(Sentence),
    overrule: Sentence,
    holds: z
      .boolean()
      .nullable()
      .describe('recomputed just now, it comes out as it is stored; null: cannot be recomputed'),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>

/** Makes sentences out of a table of words: `say('rule', { name })`. */
export const sayer =
  <Words extends Readonly<Record<string, string>>>(words: Words) =>
  (key: keyof Words & string, values?: Record<string, string | number>): Sentence => {
    const text = (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values?.[name] ?? whole))
    return values ? { key, values, text } : { key, text }
  }

export const STATES = ['on', 'ask', 'off'] as const
export const State = z
  .enum(STATES)
  .describe('`on`: it does so by itself; `ask`: it prepares and a person lets go; `off`: it does not happen')
export type State = z.infer<typeof State>

export const AUTOMATION_KINDS = ['model', 'rule', 'message'] as const

/** One thing a machine does by itself, declared by the capability that does it. */
export const AutomationDeclared = z.object({
  key: z.string().describe('capability.purpose'),
  kind: z
    .enum(AUTOMATION_KINDS)
    .describe('a trained model, a rule anybody can follow, or a message that leaves the house'),
  name: z.string(),
  does: z.string(),
  affects: z.string(),
  decides: z.string().describe('what a person decides'),
  off: z.string().describe('what happens instead while it is off; or why it cannot be turned off'),
  back: z.string().describe('how what it did is taken back'),
  choices: z.array(State).describe('a single one: it cannot be switched'),
  standard: State.describe('how it stands until somebody turns it'),
  pressed: z.boolean().describe('happens only when a person presses a button'),
  irreversible: z.boolean().describe('what it does cannot be taken back; no automation of Heed may say so'),
})

export const Turn = z
  .object({ state: State, why: z.string(), byName: z.string(), at: Instant })
  .meta({ id: 'SwitchTurn' })
export type Turn = z.infer<typeof Turn>

export const AutomationShown = AutomationDeclared.extend({
  state: State,
  turns: z.array(Turn).describe('who turned it, when and why, newest first'),
}).meta({ id: 'Automation' })
export type AutomationShown = z.infer<typeof AutomationShown>

export const Register = z.object({ data: z.array(AutomationShown) }).meta({ id: 'AutomationRegister' })

export const SwitchInput = z
  .object({ state: State, why: z.string().trim().max(OVERSIGHT_LIMITS.why).default('') })
  .meta({ id: 'SwitchInput' })
export type SwitchInput = z.output<typeof SwitchInput>

export const Approval = z
  .object({
    id: Id,
    automation: z.string(),
    name: z.string().describe('what waits, in words'),
    subject: Id,
    personId: Id.nullable(),
    askedBy: z.string(),
    askedAt: Instant,
    status: z.enum(['waiting', 'approved', 'declined']),
    decidedByName: z.string().nullable(),
    releaseAt: Instant.nullable().describe('until then it can be taken back'),
    letter: z.object({ to: z.string(), subject: z.string(), text: z.string() }).describe('exactly what would leave'),
  })
  .meta({ id: 'Approval' })
export type Approval = z.infer<typeof Approval>
export const ApprovalList = z.object({ data: z.array(Approval) }).meta({ id: 'ApprovalList' })
export const Decision = z.object({ decision: z.enum(['approved', 'declined']) }).meta({ id: 'ApprovalDecision' })

const Share = z.number().min(0).max(1)
export const DisagreementRow = z.object({
  value: z.string(),
  verdicts: z.int().describe('verdicts of this kind in the last twelve months'),
  disagreed: z.int().describe('of these, how many a person said otherwise to'),
  share: Share.nullable(),
  low: Share.nullable(),
  high: Share.nullable().describe('Wilson interval, 95 %'),
  show: z.enum(['none', 'counts-only', 'interval-first', 'full']),
})
export type DisagreementRow = z.infer<typeof DisagreementRow>
export const Disagreements = z
  .object({
    since: z.iso.date(),
    all: DisagreementRow,
    by: z.array(z.object({ dimension: z.string(), rows: z.array(DisagreementRow) })),
  })
  .meta({ id: 'Disagreements' })
export type Disagreements = z.infer<typeof Disagreements>

export const FairnessNoteInput = z
  .object({
    about: z.string().min(1).max(OVERSIGHT_LIMITS.about),
    text: z.string().trim().min(1, 'Say what was done').max(OVERSIGHT_LIMITS.note),
  })
  .meta({ id: 'FairnessNoteInput' })
export const FairnessNote = z
  .object({ id: Id, about: z.string(), text: z.string(), byName: z.string(), at: Instant })
  .meta({ id: 'FairnessNote' })
export type FairnessNote = z.infer<typeof FairnessNote>
export const FairnessNotes = z.object({ data: z.array(FairnessNote) }).meta({ id: 'FairnessNotes' })
