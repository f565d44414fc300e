/** What is said over the wire about consent: purposes, wordings, records, and why somebody may be written to. Pure. */
import { z } from 'zod'
import { Id, PageQuery, pageOf } from '#platform/contract'

export const consentRefusals = {
  purpose_not_found: 'not_found',
  purpose_taken: 'conflict',
  person_unknown: 'not_found',
  wording_not_found: 'not_found',
  channel_not_used: 'invalid',
  nothing_to_confirm: 'conflict',
  confirmation_not_mailed: 'unavailable',
  may_not_contact: 'conflict',
  too_many_links: 'too_many',
} as const

export const CONTACT_CHANNELS = ['email', 'sms', 'phone', 'post', 'chat'] as const
export const ContactChannel = z.enum(CONTACT_CHANNELS)
export type ContactChannel = z.infer<typeof ContactChannel>

export const BASES = ['consent', 'contract', 'legitimate_interest', 'legal_obligation'] as const
export const Basis = z.enum(BASES)
export type Basis = z.infer<typeof Basis>

export const WORDING_LANGUAGES = ['en', 'de', 'fr', 'es', 'ar'] as const
export const WordingLanguage = z.enum(WORDING_LANGUAGES)
export type WordingLanguage = z.infer<typeof WordingLanguage>

export const CONSENT_ACTS = ['given', 'confirmed', 'withdrawn'] as const
export const CONSENT_WAYS = ['survey', 'preferences', 'import', 'team', 'mail', 'unsubscribe', 'api'] as const
export type ConsentAct = (typeof CONSENT_ACTS)[number]
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** How it stands now: nothing said, agreed but the address still has to confirm, agreed, taken back. */
export const CONSENT_STATES = ['none', 'unconfirmed', 'agreed', 'withdrawn'] as const
export const ConsentState = z.enum(CONSENT_STATES)
export type ConsentState = z.infer<typeof ConsentState>

export const FREQUENCIES = ['any', 'week', 'month', 'quarter'] as const
export const Frequency = z.enum(FREQUENCIES)
export type Frequency = z.infer<typeof Frequency>

/** Why somebody may be contacted, or may not. The first five mean yes. */
export const CONTACT_REASONS = [
  'agreed',
  'contract',
  'legal_obligation',
  'legitimate_interest',
  'soft_opt_in',
  'purpose_unknown',
  'purpose_over',
  'channel_not_used',
  'person_unknown',
  'frozen',
  'objected',
  'erased_before',
  'withdrawn',
  'paused',
  'not_agreed',
  'unconfirmed',
  'no_address',
  'bounced',
  'complaint_open',
  'too_soon',
  'quiet_hours',
] as const
export const ContactReason = z.enum(CONTACT_REASONS)
export type ContactReason = z.infer<typeof ContactReason>

export const CONSENT_LIMITS = { title: 120, wording: 1000, note: 4000, remark: 1000, confirmationDays: 14 } as const

export const PurposeKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Small letters, digits and _, beginning with a letter')

const Title = z.string().trim().min(1, 'Give it a name').max(CONSENT_LIMITS.title)
const WordingText = z.string().trim().min(1, 'Write what people agree to').max(CONSENT_LIMITS.wording)

export const Wording = z
  .object({
    language: WordingLanguage,
    version: z.int(),
    title: z.string(),
    text: z.string(),
    writtenAt: z.string(),
    writtenBy: z.string(),
  })
  .meta({ id: 'Wording' })
export type Wording = z.infer<typeof Wording>

export const Purpose = z
  .object({
    key: z.string(),
    basis: Basis,
    note: z.string(),
    marketing: z.boolean(),
    asks: z.boolean().describe('asks how the business did: never while a complaint is open'),
    quiet: z.boolean().describe('keeps quiet hours'),
    doubleOptIn: z.boolean().describe('by e-mail it counts only once the address has confirmed it'),
    softOptIn: z.boolean().describe('customers whose address came with a sale may be written to until they say no'),
    channels: z.array(ContactChannel),
    retired: z.boolean(),
    wordings: z.array(Wording).describe('the current one in each language'),
    agreed: z.int(),
    unconfirmed: z.int(),
    withdrawn: z.int(),
  })
  .meta({ id: 'Purpose' })
export type Purpose = z.infer<typeof Purpose>
export const PurposeList = z.object({ data: z.array(Purpose) })

const purposeFields = {
  basis: Basis,
  note: z.string().trim().max(CONSENT_LIMITS.note),
  marketing: z.boolean(),
  asks: z.boolean(),
  quiet: z.boolean(),
  doubleOptIn: z.boolean(),
  softOptIn: z.boolean(),
  channels: z.array(ContactChannel).min(1, 'Choose at least one way'),
}

export const NewPurpose = z
  .object({
    key: PurposeKey,
    ...purposeFields,
    note: purposeFields.note.default(''),
    marketing: z.boolean().default(false),
    asks: z.boolean().default(false),
    quiet: z.boolean().default(true),
    doubleOptIn: z.boolean().default(true),
    softOptIn: z.boolean().default(false),
    language: WordingLanguage.default('en'),
    title: Title,
    text: WordingText,
  })
  .meta({ id: 'NewPurpose' })
export const PurposeChange = z
  .object({ ...purposeFields, retired: z.boolean() })
  .partial()
  .meta({ id: 'PurposeChange' })
export const NewWording = z
  .object({ language: WordingLanguage, title: Title, text: WordingText })
  .meta({ id: 'NewWording' })
export const WordingList = z.object({ data: z.array(Wording) })

export const ContactRules = z
  .object({
    keepAddress: z.boolean().describe('whether the network address is kept with a consent'),
    knownFrom: z.int().min(0).max(1440).describe('minutes after midnight where the person is'),
    knownTo: z.int().min(0).max(1440),
    unknownFrom: z
      .int()
      .min(0)
      .max(1440)
      .describe('the same where nobody knows where they are, by the workspace’s clock'),
    unknownTo: z.int().min(0).max(1440),
  })
  .refine((rules) => rules.knownFrom < rules.knownTo, { path: ['knownTo'], message: 'Ends before it begins' })
  .refine((rules) => rules.unknownFrom < rules.unknownTo, { path: ['unknownTo'], message: 'Ends before it begins' })
  .meta({ id: 'ContactRules' })
export type ContactRules = z.infer<typeof ContactRules>

export const ConsentEntry = z
  .object({
    id: Id,
    purpose: z.string(),
    channel: ContactChannel,
    act: z.enum(CONSENT_ACTS),
    way: z.enum(CONSENT_WAYS),
    shown: z.string().describe('what the person saw or heard, word for word'),
    language: z.string().nullable(),
    version: z.int().nullable(),
    proved: z.boolean(),
    at: z.string(),
    by: z.string(),
    address: z.string().nullable(),
    note: z.string(),
  })
  .meta({ id: 'ConsentEntry' })
export type ConsentEntry = z.infer<typeof ConsentEntry>

export const PersonConsent = z
  .object({
    purposes: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        basis: Basis,
        doubleOptIn: z.boolean(),
        channels: z.array(
          z.object({
            channel: ContactChannel,
            state: ConsentState,
            since: z.string().nullable(),
            mailedAt: z.string().nullable(),
          }),
        ),
        wordings: z.array(Wording),
      }),
    ),
    history: z.array(ConsentEntry),
    frequency: Frequency,
    language: z.string().nullable(),
    pausedUntil: z.string().nullable(),
    frozen: z.boolean(),
    objected: z.boolean(),
    erasedBefore: z.string().nullable().describe('when somebody with this address was erased at their wish'),
    mailReady: z.boolean(),
    hasEmail: z.boolean(),
  })
  .meta({ id: 'PersonConsent' })
export type PersonConsent = z.infer<typeof PersonConsent>

export const NewConsent = z
  .object({
    purpose: PurposeKey,
    channel: ContactChannel,
    act: z.enum(['given', 'withdrawn']),
    way: z.enum(['team', 'import', 'api']).default('team'),
    language: WordingLanguage.optional().describe('of the wording that was read out or shown'),
    version: z.int().positive().optional(),
    shown: z.string().max(CONSENT_LIMITS.wording).optional().describe('the words, where they were no wording of Heed'),
    at: z.iso.datetime({ offset: true }).optional().describe('when it was given; now if left out'),
    note: z.string().trim().max(CONSENT_LIMITS.remark).default(''),
  })
  .meta({ id: 'NewConsent' })
export type NewConsent = z.output<typeof NewConsent>

export const AskedConfirmation = z.object({ purpose: PurposeKey }).meta({ id: 'AskedConfirmation' })
export const PreferenceLink = z.object({ link: z.string() }).meta({ id: 'PreferenceLink' })

export const ContactQuestion = z
  .object({ purpose: PurposeKey, channel: ContactChannel })
  .meta({ id: 'ContactQuestion' })
export const ContactAnswer = z
  .object({
    answer: z.boolean(),
    reason: ContactReason,
    words: z.string(),
    notBefore: z.string().nullable().describe('from when on asking again may help'),
  })
  .meta({ id: 'ContactAnswer' })
export type ContactAnswer = z.infer<typeof ContactAnswer>

export const ContactRow = ContactAnswer.extend({
  id: Id,
  personId: Id,
  personName: z.string(),
  purpose: z.string(),
  channel: ContactChannel,
  at: z.string(),
  asker: z.string(),
}).meta({ id: 'ContactRow' })
export type ContactRow = z.infer<typeof ContactRow>
export const ContactPage = pageOf(ContactRow)
export const ContactQuery = PageQuery.extend({
  answer: z.enum(['yes', 'no']).optional(),
  person: Id.optional(),
})

export const NewBounce = z
  .object({
    channel: z.enum(['email', 'sms', 'phone']),
    address: z.string().min(1).max(320),
    why: z.string().trim().max(300).default(''),
  })
  .meta({ id: 'NewBounce' })
