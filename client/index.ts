/**
 * A typed client for Heed, made by `npm run describe` from docs/api/openapi.json: do not edit.
 *
 *     const heed = createClient({ url: 'http://localhost:7330', key: 'heed_…' })
 *     await heed.postVoices({ body: { text: 'The rye loaf was still warm.' } })
 */
/* eslint-disable */

export type Problem = { type: string; title: string; status: number; detail: string; code: string; errors?: { field: string; reason: string; line?: number }[] }

/** Thrown for every refusal, with the server's own words. */
export class HeedProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'HeedProblem'
    this.problem = problem
  }
}

export type ClientOptions = { url: string; key: string; fetch?: typeof fetch }
type Asked = { query?: Record<string, unknown>; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

export type Me = { account: ({ id: string; name: string; email: string } | null); firstRun: boolean; mailReady: boolean; memberships: ({ workspaceId: string; name: string; role: "owner" | "manager" | "teammate" | "observer"; isSample: boolean; needsTwoStep: boolean })[] }

export type Workspace = { id: string; name: string; isSample: boolean; language: string; timezone: string; twoStepRequired: boolean; createdAt: string }

export type WorkspaceChange = { name?: string; language?: string; timezone?: string; twoStepRequired?: boolean }

export type Member = { accountId: string; name: string; email: string; role: "owner" | "manager" | "teammate" | "observer"; joinedAt: string }

export type Invitation = { id: string; email: string; role: "owner" | "manager" | "teammate" | "observer"; createdAt: string; expiresAt: string }

export type NewInvitation = { email: string; role: "owner" | "manager" | "teammate" | "observer" }

export type InvitationMade = { id: string; email: string; role: "owner" | "manager" | "teammate" | "observer"; createdAt: string; expiresAt: string; link: string; mailed: boolean }

export type ProviderSetup = { back: string; setup: ({ name: string; issuer: string; clientId: string; believeEmail: boolean; domains: ({ domain: string; role: "manager" | "teammate" | "observer" })[] } | null); settings: ("HEED_OIDC_ISSUER" | "HEED_OIDC_CLIENT_ID" | "HEED_OIDC_CLIENT_SECRET" | "HEED_OIDC_NAME" | "HEED_OIDC_DOMAINS" | "HEED_OIDC_TRUST_EMAIL")[] }

export type ProviderCheck = { at: string; sound: boolean; findings: ({ key: string; verdict: "good" | "note" | "bad"; says: string })[] }

export type PermissionTable = { roles: ("owner" | "manager" | "teammate" | "observer")[]; data: PermissionRow[] }

export type PermissionRow = { permission: string; from: "owner" | "manager" | "teammate" | "observer"; scope: ("read" | "listen" | "act" | "import" | "export" | "manage" | null) }

export type Key = { id: string; name: string; prefix: string; scopes: ("read" | "listen" | "act" | "import" | "export" | "manage")[]; state: "works" | "expired" | "orphaned"; keeper: ({ name: string; role: "owner" | "manager" | "teammate" | "observer" } | null); createdAt: string; expiresAt: unknown; lastUsedAt: unknown }

export type NewKey = { name: string; scopes?: ("read" | "listen" | "act" | "import" | "export" | "manage")[]; days?: (number | null) }

export type KeyMade = { id: string; name: string; prefix: string; scopes: ("read" | "listen" | "act" | "import" | "export" | "manage")[]; state: "works" | "expired" | "orphaned"; keeper: ({ name: string; role: "owner" | "manager" | "teammate" | "observer" } | null); createdAt: string; expiresAt: unknown; lastUsedAt: unknown; key: string }

export type CrisisSettings = { country: ("AT" | "AU" | "BE" | "CA" | "CH" | "DE" | "DK" | "ES" | "FI" | "FR" | "GB" | "IE" | "IT" | "NL" | "NO" | "NZ" | "PL" | "PT" | "SE" | "US" | "EU" | null); keepDays: number; onThanks: boolean; arranged: boolean; changedBy: unknown; changedAt: unknown; lines: HelpLine[]; suggested: { country: ("AT" | "AU" | "BE" | "CA" | "CH" | "DE" | "DK" | "ES" | "FI" | "FR" | "GB" | "IE" | "IT" | "NL" | "NO" | "NZ" | "PL" | "PT" | "SE" | "US" | "EU" | null); lines: HelpLine[]; writtenOn: string }; readers: { accountId: string; name: string; role: string; always: boolean; named: boolean }[]; mailReady: boolean }

export type HelpLine = { name: string; number: string; way: "call" | "text"; about: string; checkedOn: unknown }

export type CrisisChange = { country?: ("AT" | "AU" | "BE" | "CA" | "CH" | "DE" | "DK" | "ES" | "FI" | "FR" | "GB" | "IE" | "IT" | "NL" | "NO" | "NZ" | "PL" | "PT" | "SE" | "US" | "EU" | null); keepDays?: number; onThanks?: boolean }

export type HelpLineList = { data: HelpLineInput[] }

export type HelpLineInput = { name: string; number: string; way?: "call" | "text"; about?: string; checkedOn?: (string | null) }

export type RightsRequest = { id: string; personId: (string | null); personName: unknown; kind: "export" | "erasure" | "restriction" | "objection" | "correction"; via: "preferences" | "team" | "letter"; state: "open" | "done" | "refused" | "withdrawn"; provedBy: ("signed_link" | "member" | null); note: string; openedBy: string; openedAt: string; dueAt: string; overdue: boolean; soonDue: boolean; extendedAt: unknown; extensionReason: unknown; closedAt: unknown; closedBy: unknown; closedReason: unknown; counts: (Record<string, number> | null); erasing: boolean; steps: { kind: string; by: string; at: string; note: string }[] }

export type RequestCounts = { open: number; overdue: number; soon: number }

export type RequestWish = { personId: string; kind: "export" | "erasure" | "restriction" | "objection" | "correction"; via?: "team" | "letter"; proof: "word" | "link"; note?: string }

export type RequestOpened = { id: string; dueAt: string; link: unknown; mailed: boolean }

export type RequestExtension = { reason: string }

export type RequestClosure = { state: "done" | "refused" | "withdrawn"; reason?: string }

export type RequestLink = { link: string; mailed: boolean }

export type PersonRights = { id: string; name: string; hasAddress: boolean; restrictions: ({ kind: "frozen" | "objected"; since: string; by: string; reason: string })[]; erasing: boolean; requests: RightsRequest[] }

export type RestrictionReason = { reason?: string }

export type PersonErasure = { confirmed: string; keepOrders?: boolean; note?: string }

export type Retention = { rules: RetentionRule[]; runs: RetentionRun[] }

export type RetentionRule = { kind: string; what: string; months: (number | null); suggested: (number | null); by: unknown; decidedAt: unknown }

export type RetentionRun = { kind: string; months: number; gone: number; at: string }

export type RetentionPreview = { gone: number; held: number; months: { month: string; count: number }[]; examples: { at: string; says: string }[] }

export type RetentionChange = { months: (number | null) }

export type ProcessingRecord = { business: string; asOf: string; timezone: string; own: ProcessingOwn; changedBy: unknown; changedAt: unknown; people: ({ who: string; count: (number | null) })[]; activities: ({ key: string; name: string; why: string; data: { what: string; fields: string[]; until: string }[]; machines: ({ name: string; state: "on" | "ask" | "off" })[] })[]; purposes: ({ key: string; name: string; why: string; basis: "consent" | "contract" | "legitimate_interest" | "legal_obligation"; channels: ("email" | "sms" | "phone" | "post" | "chat")[]; agreed: number })[]; recipients: { key: string; who: string; says: string }[]; retention: { what: string; until: string; decided: boolean }[]; measures: { key: string; on: boolean; says: string }[] }

export type ProcessingOwn = { controller: string; contact: string; officer: string; helpers: string; transfers: string; precautions: string }

export type Purpose = { key: string; basis: "consent" | "contract" | "legitimate_interest" | "legal_obligation"; note: string; marketing: boolean; asks: boolean; quiet: boolean; doubleOptIn: boolean; softOptIn: boolean; channels: ("email" | "sms" | "phone" | "post" | "chat")[]; retired: boolean; wordings: Wording[]; agreed: number; unconfirmed: number; withdrawn: number }

export type Wording = { language: "en" | "de" | "fr" | "es" | "ar"; version: number; title: string; text: string; writtenAt: string; writtenBy: string }

export type NewPurpose = { key: string; basis: "consent" | "contract" | "legitimate_interest" | "legal_obligation"; note?: string; marketing?: boolean; asks?: boolean; quiet?: boolean; doubleOptIn?: boolean; softOptIn?: boolean; channels: ("email" | "sms" | "phone" | "post" | "chat")[]; language?: "en" | "de" | "fr" | "es" | "ar"; title: string; text: string }

export type PurposeChange = { basis?: "consent" | "contract" | "legitimate_interest" | "legal_obligation"; note?: string; marketing?: boolean; asks?: boolean; quiet?: boolean; doubleOptIn?: boolean; softOptIn?: boolean; channels?: ("email" | "sms" | "phone" | "post" | "chat")[]; retired?: boolean }

export type NewWording = { language: "en" | "de" | "fr" | "es" | "ar"; title: string; text: string }

export type ContactRules = { keepAddress: boolean; knownFrom: number; knownTo: number; unknownFrom: number; unknownTo: number }

export type ContactRow = { answer: boolean; reason: "agreed" | "contract" | "legal_obligation" | "legitimate_interest" | "soft_opt_in" | "purpose_unknown" | "purpose_over" | "channel_not_used" | "person_unknown" | "frozen" | "objected" | "erased_before" | "withdrawn" | "paused" | "not_agreed" | "unconfirmed" | "no_address" | "bounced" | "complaint_open" | "too_soon" | "quiet_hours"; words: string; notBefore: unknown; id: string; personId: string; personName: string; purpose: string; channel: "email" | "sms" | "phone" | "post" | "chat"; at: string; asker: string }

export type PersonConsent = { purposes: ({ key: string; title: string; basis: "consent" | "contract" | "legitimate_interest" | "legal_obligation"; doubleOptIn: boolean; channels: ({ channel: "email" | "sms" | "phone" | "post" | "chat"; state: "none" | "unconfirmed" | "agreed" | "withdrawn"; since: unknown; mailedAt: unknown })[]; wordings: Wording[] })[]; history: ConsentEntry[]; frequency: "any" | "week" | "month" | "quarter"; language: unknown; pausedUntil: unknown; frozen: boolean; objected: boolean; erasedBefore: unknown; mailReady: boolean; hasEmail: boolean }

export type ConsentEntry = { id: string; purpose: string; channel: "email" | "sms" | "phone" | "post" | "chat"; act: "given" | "confirmed" | "withdrawn"; way: "survey" | "preferences" | "import" | "team" | "mail" | "unsubscribe" | "api"; shown: string; language: unknown; version: (number | null); proved: boolean; at: string; by: string; address: unknown; note: string }

export type NewConsent = { purpose: string; channel: "email" | "sms" | "phone" | "post" | "chat"; act: "given" | "withdrawn"; way?: "team" | "import" | "api"; language?: "en" | "de" | "fr" | "es" | "ar"; version?: number; shown?: string; at?: string; note?: string }

export type AskedConfirmation = { purpose: string }

export type PreferenceLink = { link: string }

export type ContactQuestion = { purpose: string; channel: "email" | "sms" | "phone" | "post" | "chat" }

export type ContactAnswer = { answer: boolean; reason: "agreed" | "contract" | "legal_obligation" | "legitimate_interest" | "soft_opt_in" | "purpose_unknown" | "purpose_over" | "channel_not_used" | "person_unknown" | "frozen" | "objected" | "erased_before" | "withdrawn" | "paused" | "not_agreed" | "unconfirmed" | "no_address" | "bounced" | "complaint_open" | "too_soon" | "quiet_hours"; words: string; notBefore: unknown }

export type NewBounce = { channel: "email" | "sms" | "phone"; address: string; why?: string }

export type AutomationRegister = { data: Automation[] }

export type Automation = { key: string; kind: "model" | "rule" | "message"; name: string; does: string; affects: string; decides: string; off: string; back: string; choices: ("on" | "ask" | "off")[]; standard: "on" | "ask" | "off"; pressed: boolean; irreversible: boolean; state: "on" | "ask" | "off"; turns: SwitchTurn[] }

export type SwitchTurn = { state: "on" | "ask" | "off"; why: string; byName: string; at: string }

export type SwitchInput = { state: "on" | "ask" | "off"; why?: string }

export type ApprovalList = { data: Approval[] }

export type Approval = { id: string; automation: string; name: string; subject: string; personId: (string | null); askedBy: string; askedAt: string; status: "waiting" | "approved" | "declined"; decidedByName: unknown; releaseAt: (string | null); letter: { to: string; subject: string; text: string } }

export type ApprovalDecision = { decision: "approved" | "declined" }

export type FairnessNotes = { data: FairnessNote[] }

export type FairnessNote = { id: string; about: string; text: string; byName: string; at: string }

export type FairnessNoteInput = { about: string; text: string }

export type AuditPage = { data: AuditEntry[]; meta: { nextCursor: unknown } }

export type AuditEntry = { seq: number; at: string; actor: "member" | "key" | "heed" | "command"; actorId: (string | null); actorName: unknown; deed: string; about: Record<string, unknown>; particulars: Record<string, unknown>; hash: string }

export type AuditVerdict = { entries: number; from: unknown; to: unknown; sound: boolean; broken: ({ seq: number; why: "missing" | "changed" | "exchanged" | "cut_off" | "rewritten"; at: unknown } | null); seal: unknown; sealsChecked: number }

export type BackupState = { daily: boolean; folder: string; running: boolean; backups: ({ name: string; at: string; bytes: number; rows: unknown; check: ({ at: string; sound: boolean; why: unknown } | null) })[]; ownKey: boolean }

export type PersonRow = { id: string; kind: "customer" | "supplier" | "partner" | "neighbour" | "employee"; name: string; company: string; email: unknown; externalId: unknown; createdAt: string }

export type NewPerson = { kind?: "customer" | "supplier" | "partner" | "neighbour" | "employee"; name?: string; company?: string; language?: (string | null); attributes?: Record<string, (string | number | boolean)>; identities?: Identity[] }

export type Identity = { kind: "email" | "phone" | "external"; value: string }

export type Person = { id: string; kind: "customer" | "supplier" | "partner" | "neighbour" | "employee"; name: string; company: string; language: unknown; attributes: Record<string, unknown>; identities: Identity[]; createdAt: string; mergedInto: (string | null); duplicates: string[]; orders: { count: number; firstAt: unknown; lastAt: unknown; totals: { currency: string; minor: number }[] } }

export type DuplicatePair = { a: PersonRow; b: PersonRow; why: string }

export type Explanation = { automation: string; verdict: { key: string; values?: Record<string, unknown>; text: string }; saw: { what: { key: string; values?: Record<string, unknown>; text: string }; quote: unknown; figure: unknown }[]; sum: ({ how: "add" | "multiply"; parts: { what: { key: string; values?: Record<string, unknown>; text: string }; figure: number }[]; result: number; means: { key: string; values?: Record<string, unknown>; text: string } } | null); decidedBy: { kind: "model" | "rule" | "person"; name: { key: string; values?: Record<string, unknown>; text: string }; version: unknown; at: (string | null) }; sure: { share: (number | null); words: { key: string; values?: Record<string, unknown>; text: string } }; wouldChange: { key: string; values?: Record<string, unknown>; text: string }[]; overrule: { key: string; values?: Record<string, unknown>; text: string }; holds: unknown }

export type PersonChange = { kind?: "customer" | "supplier" | "partner" | "neighbour" | "employee"; name?: string; company?: string; language?: (string | null); attributes?: Record<string, (string | number | boolean)>; identities?: Identity[] }

export type Order = { id: string; number: string; source: string; orderedAt: string; totalMinor: number; refundedMinor: number; currency: string; status: string; items: { name: string; quantity: number }[] }

export type Merge = { into: string }

export type ImportRow = { id: string; fileName: string; size: number; status: "ready" | "checking" | "waiting" | "running" | "done" | "failed" | "undone"; sheet: unknown; checked: ({ rows: number; added: number; known: number; leftOut: number; keptInPart: number } | null); progress: number; tally: { rows: number; added: number; known: number; leftOut: number; keptInPart: number }; failure: unknown; createdBy: string; createdAt: string; startedAt: unknown; finishedAt: unknown; target: "voices" | "persons" | "orders"; source: string }

export type Import = { id: string; fileName: string; size: number; status: "ready" | "checking" | "waiting" | "running" | "done" | "failed" | "undone"; sheet: unknown; mapping: ImportMapping; preview: { headers: string[]; sheets: string[]; found: Record<string, { header: string; confidence: number; why: string }>; confidence: number; unmapped: string[]; warnings: { code: string; header?: string; detail: string }[]; rows: { line: number; values: Record<string, string> }[]; encoding: string; version?: string }; first: { voices: ({ line: number; text: string; title: unknown; question: unknown; saidAt: unknown; score: ({ kind: "nps" | "csat" | "ces" | "star"; value: number } | null); person: unknown })[]; persons: ({ line: number; name: unknown; email: unknown; phone: unknown; company: unknown; consents: ({ purpose: string; channel: "email" | "sms" | "phone" | "post" | "chat"; agrees: boolean; at: unknown })[] })[]; orders: { line: number; number: string; orderedAt: unknown; total: unknown; currency: unknown; items: { name: string; quantity: unknown }[]; person: unknown }[]; issues: ImportIssue[] }; checked: ({ rows: number; added: number; known: number; leftOut: number; keptInPart: number } | null); progress: number; tally: { rows: number; added: number; known: number; leftOut: number; keptInPart: number }; failure: unknown; createdBy: string; createdAt: string; startedAt: unknown; finishedAt: unknown }

export type ImportMapping = { shape: "generic" | "google-reviews" | "trustpilot" | "zendesk-tickets" | "shopify-orders" | "hubspot-contacts" | "formbricks-responses" | "app-store-reviews" | "google-play-reviews"; target: "voices" | "persons" | "orders"; source: string; fields: Record<string, string>; answers: ({ header: string; question: string; score: ({ kind: "nps" | "csat" | "ces" | "star"; min: number; max: number } | null) })[]; attributes: string[]; consents?: ({ header: string; purpose: string; channel: "email" | "sms" | "phone" | "post" | "chat"; date: (string | null); confirmed: boolean; shown: string })[]; score: ({ kind: "nps" | "csat" | "ces" | "star"; min: number; max: number } | null); dateOrder: "dmy" | "mdy"; decimal: ("," | "." | null); timeZone: string }

export type ImportIssue = { line: number; field: unknown; reason: string; kept: boolean }

export type SurveySummary = { id: string; name: string; status: "draft" | "open" | "closed"; languages: string[]; questionCount: number; started: number; finished: number; lastAnswerAt: unknown; createdAt: string; openedAt: unknown; closedAt: unknown }

export type NewSurvey = { name: string; template?: "after-visit" | "after-delivery" | "after-complaint" | "nps"; language?: string; definition?: SurveyDefinition }

export type SurveyDefinition = { languages: string[]; welcome?: Record<string, string>; questions: ({ kind: "nps"; id: string; text: Record<string, string>; help?: Record<string, string>; required: boolean; showIf: ({ question: string; test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; endIf: ({ test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; low?: Record<string, string>; high?: Record<string, string> } | { kind: "csat"; id: string; text: Record<string, string>; help?: Record<string, string>; required: boolean; showIf: ({ question: string; test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; endIf: ({ test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; low?: Record<string, string>; high?: Record<string, string> } | { kind: "ces"; id: string; text: Record<string, string>; help?: Record<string, string>; required: boolean; showIf: ({ question: string; test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; endIf: ({ test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; low?: Record<string, string>; high?: Record<string, string> } | { kind: "star"; id: string; text: Record<string, string>; help?: Record<string, string>; required: boolean; showIf: ({ question: string; test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; endIf: ({ test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[] } | { kind: "single"; id: string; text: Record<string, string>; help?: Record<string, string>; required: boolean; showIf: ({ question: string; test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; endIf: ({ test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; choices: { id: string; text: Record<string, string> }[]; other: boolean } | { kind: "multiple"; id: string; text: Record<string, string>; help?: Record<string, string>; required: boolean; showIf: ({ question: string; test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; endIf: ({ test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; choices: { id: string; text: Record<string, string> }[]; other: boolean } | { kind: "text"; id: string; text: Record<string, string>; help?: Record<string, string>; required: boolean; showIf: ({ question: string; test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; endIf: ({ test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; input: "long" | "short" | "email" } | { kind: "consent"; id: string; text: Record<string, string>; help?: Record<string, string>; required: boolean; showIf: ({ question: string; test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; endIf: ({ test: "is" | "not" | "atLeast" | "atMost" | "includes" | "answered"; value?: (number | string) })[]; purpose?: string; channel?: "email" | "sms" | "phone" | "post" | "chat" })[]; ending: { title: Record<string, string>; text: Record<string, string>; link?: { url: string; text: Record<string, string> } }; theme: { accent?: string; sign: string }; access: "anyone" | "links"; hidden: string[]; embedOrigins: string[] }

export type Survey = { id: string; name: string; status: "draft" | "open" | "closed"; languages: string[]; questionCount: number; started: number; finished: number; lastAnswerAt: unknown; createdAt: string; openedAt: unknown; closedAt: unknown; revision: number; definition: SurveyDefinition; url: string }

export type SurveyTemplate = { name: "after-visit" | "after-delivery" | "after-complaint" | "nps"; definition: SurveyDefinition }

export type SurveyChange = { name?: string; definition?: SurveyDefinition; revision?: number }

export type SurveyFile = { name: string; definition: SurveyDefinition }

export type SurveyLink = { id: string; label: string; personId: (string | null); createdAt: string; spentAt: unknown }

export type NewSurveyLinks = { links: { label?: string; personId?: string; email?: string; name?: string }[] }

export type SurveyLinksMade = { data: ({ id: string; label: string; personId: (string | null); createdAt: string; spentAt: unknown; url: string })[] }

export type SurveyResponse = { id: string; startedAt: string; finishedAt: unknown; language: string; source: string; personId: (string | null); voiceId: (string | null); hidden: Record<string, string>; answers: SurveyAnswer[] }

export type SurveyAnswer = { question: string; kind: string; number: unknown; choices: (string[] | null); text: unknown; answeredAt: string }

export type NewSurveyResponses = { responses: ({ key?: string; answers: Record<string, (string | number | boolean | string[])>; startedAt?: string; finishedAt?: (string | null); language?: string; source?: string; hidden?: Record<string, string>; person?: { email?: string; name?: string; external?: string } })[] }

export type SurveyResponsesKept = { kept: number; known: number }

export type SurveyResults = { started: number; finished: number; links: { made: number; spent: number }; bySource: { source: string; started: number; finished: number }[]; questions: SurveyQuestionResult[] }

export type SurveyQuestionResult = { question: string; kind: string; n: number; numbers: Record<string, number>; choices: Record<string, number>; words: ({ text: string; at: string; voiceId: (string | null); number: unknown })[] }

export type VoiceBatch = { voices: VoiceInput[] }

export type VoiceInput = { text?: string; title?: string; question?: string; saidAt?: string; source?: string; channel?: "review" | "survey" | "email" | "chat" | "phone" | "counter" | "post" | "order" | "other"; externalId?: string; language?: string; score?: Score; person?: Speaker; orderNumber?: string; url?: string; attributes?: Record<string, (string | number | boolean)> }

export type Score = { kind: "nps" | "csat" | "ces" | "star"; value: number }

export type Speaker = { name?: string; email?: string; phone?: string; externalId?: string; kind?: "customer" | "supplier" | "partner" | "neighbour" | "employee"; attributes?: Record<string, (string | number | boolean)> }

export type Heard = { data: HeardVoice[] }

export type HeardVoice = { id: string; status: "heard" | "known" }

export type ModelCard = { name: string; card: string }

export type VoiceRow = { id: string; saidAt: string; source: string; channel: "review" | "survey" | "email" | "chat" | "phone" | "counter" | "post" | "order" | "other"; question: unknown; score: ({ kind: "nps" | "csat" | "ces" | "star"; value: number } | null); person: ({ id: string; name: string; kind: "customer" | "supplier" | "partner" | "neighbour" | "employee" } | null); language: unknown; excerpt: string; cut: boolean; evidence: { start: number; end: number; for: unknown; weight: number }[]; found: { start: number; end: number }[]; crisis: boolean; reading: (ReadingMark | null) }

export type ReadingMark = { sentiment: "negative" | "neutral" | "positive" | "mixed" | "unclear"; sentimentScore: number; family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null); emotion: ("admiration" | "amusement" | "anger" | "annoyance" | "approval" | "caring" | "confusion" | "curiosity" | "desire" | "disappointment" | "disapproval" | "disgust" | "embarrassment" | "excitement" | "fear" | "gratitude" | "grief" | "joy" | "love" | "nervousness" | "optimism" | "pride" | "realization" | "relief" | "remorse" | "sadness" | "surprise" | "neutral" | null); intensity: number; urgency: number; kind: "complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other"; confidence: number; language: unknown; heldBack: ("no_words" | "employee" | "restricted" | null); failed: boolean; corrected: boolean }

export type Facets = { sources: { value: string; count: number }[]; languages: { value: string; count: number }[]; scores: ("nps" | "csat" | "ces" | "star")[]; total: number; asOf: string }

export type ReadingProgress = { waiting: number; read: number; total: number; off: boolean }

export type Voice = { id: string; saidAt: string; source: string; channel: "review" | "survey" | "email" | "chat" | "phone" | "counter" | "post" | "order" | "other"; question: unknown; score: ({ kind: "nps" | "csat" | "ces" | "star"; value: number } | null); person: ({ id: string; name: string; kind: "customer" | "supplier" | "partner" | "neighbour" | "employee" } | null); language: unknown; title: string; text: string; receivedAt: string; surveyId: (string | null); responseId: (string | null); importId: (string | null); externalId: unknown; orderNumber: unknown; url: unknown; attributes: Record<string, unknown>; crisis: boolean; withheld: boolean; reading: (Reading | null); correction: (Correction | null) }

export type Reading = { sentiment: "negative" | "neutral" | "positive" | "mixed" | "unclear"; sentimentScore: number; family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null); emotion: ("admiration" | "amusement" | "anger" | "annoyance" | "approval" | "caring" | "confusion" | "curiosity" | "desire" | "disappointment" | "disapproval" | "disgust" | "embarrassment" | "excitement" | "fear" | "gratitude" | "grief" | "joy" | "love" | "nervousness" | "optimism" | "pride" | "realization" | "relief" | "remorse" | "sadness" | "surprise" | "neutral" | null); intensity: number; urgency: number; kind: "complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other"; confidence: number; language: unknown; heldBack: ("no_words" | "employee" | "restricted" | null); failed: boolean; corrected: boolean; emotions: ({ label: "admiration" | "amusement" | "anger" | "annoyance" | "approval" | "caring" | "confusion" | "curiosity" | "desire" | "disappointment" | "disapproval" | "disgust" | "embarrassment" | "excitement" | "fear" | "gratitude" | "grief" | "joy" | "love" | "nervousness" | "optimism" | "pride" | "realization" | "relief" | "remorse" | "sadness" | "surprise" | "neutral"; score: number })[]; evidence: { start: number; end: number; for: unknown; weight: number }[]; aspects: ({ start: number; end: number; text: string; sentiment: { label: "negative" | "neutral" | "positive" | "mixed" | "unclear"; score: number } })[]; version: string; readAt: string }

export type Correction = { verdict: { sentiment?: "negative" | "neutral" | "positive" | "mixed" | "unclear"; family?: "anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral"; kind?: "complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other" }; read: { sentiment: "negative" | "neutral" | "positive" | "mixed" | "unclear"; family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null); kind: "complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other" }; readScore: number; note: string; byName: string; at: string }

export type CorrectionInput = { sentiment?: "negative" | "neutral" | "positive" | "mixed" | "unclear"; family?: "anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral"; kind?: "complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other"; note?: string }

export type Disagreements = { since: string; all: { value: string; verdicts: number; disagreed: number; share: (number | null); low: (number | null); high: (number | null); show: "none" | "counts-only" | "interval-first" | "full" }; by: ({ dimension: string; rows: ({ value: string; verdicts: number; disagreed: number; share: (number | null); low: (number | null); high: (number | null); show: "none" | "counts-only" | "interval-first" | "full" })[] })[] }

export type SwapChecks = { data: SwapCheck[] }

export type SwapCheck = { id: string; status: "waiting" | "running" | "done" | "failed"; done: number; total: number; version: unknown; groups: ({ what: string; one: string; other: string; n: number; mean: number; sd: unknown; t: unknown; df: number; p: unknown; adjusted: unknown; largest: number; passes: boolean; worst: ({ one: string; other: string; difference: number } | null) })[]; byName: string; askedAt: string; finishedAt: (string | null) }

export type View = { id: string; name: string; filter: { q?: unknown; from?: (string); to?: (string); source?: unknown[]; feeling?: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | "admiration" | "amusement" | "anger" | "annoyance" | "approval" | "caring" | "confusion" | "curiosity" | "desire" | "disappointment" | "disapproval" | "disgust" | "embarrassment" | "excitement" | "fear" | "gratitude" | "grief" | "joy" | "love" | "nervousness" | "optimism" | "pride" | "realization" | "relief" | "remorse" | "sadness" | "surprise" | "neutral")[]; sentiment?: ("negative" | "neutral" | "positive" | "mixed" | "unclear")[]; kind?: ("complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other")[]; language?: unknown[]; intensityMin?: number; urgencyMin?: number; scoreKind?: "nps" | "csat" | "ces" | "star"; scoreMin?: number; scoreMax?: number; personId?: string; surveyId?: string; importId?: string; sort?: "newest" | "strongest"; span?: "7d" | "30d" | "90d" | "12m" }; byName: string; createdAt: string }

export type ViewInput = { name: string; filter: { q?: string; from?: (string); to?: (string); source?: string[]; feeling?: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | "admiration" | "amusement" | "anger" | "annoyance" | "approval" | "caring" | "confusion" | "curiosity" | "desire" | "disappointment" | "disapproval" | "disgust" | "embarrassment" | "excitement" | "fear" | "gratitude" | "grief" | "joy" | "love" | "nervousness" | "optimism" | "pride" | "realization" | "relief" | "remorse" | "sadness" | "surprise" | "neutral")[]; sentiment?: ("negative" | "neutral" | "positive" | "mixed" | "unclear")[]; kind?: ("complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other")[]; language?: string[]; intensityMin?: number; urgencyMin?: number; scoreKind?: "nps" | "csat" | "ces" | "star"; scoreMin?: number; scoreMax?: number; personId?: string; surveyId?: string; importId?: string; sort?: "newest" | "strongest"; span?: "7d" | "30d" | "90d" | "12m" } }

export type Today = { asOf: string; counts: TodayCounts; now: CaseRow[]; mine: CaseRow[]; others: CaseRow[]; secondLook: CaseRow[]; banners: { approvals: number; helpLines: boolean } }

export type TodayCounts = { now: number; mine: number; others: number; secondLook: number; overADay: number; resolvedLately: number }

export type CaseRow = { id: string; voiceId: string; status: "open" | "taken" | "resolved"; history: boolean; crisis: boolean; strongDistress: boolean; cameBack: boolean; excerpt: string; title: string; source: string; channel: string; score: ({ kind: "nps" | "csat" | "ces" | "star"; value: number } | null); person: ({ id: string; name: string } | null); saidAt: string; waitingSince: string; dueAt: unknown; assignee: ({ id: (string | null); name: string } | null); sentiment: ("negative" | "neutral" | "positive" | "mixed" | "unclear" | null); family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null); intensity: number; attention: number; sentence: string; parts: ReasonPart[] }

export type ReasonPart = { key: string; values?: Record<string, unknown> }

export type TimelineEntry = { kind: "voice" | "order" | "step"; id: string; at: string; voice?: { id: string; title: string; text: string; source: string; channel: string; score: ({ kind: "nps" | "csat" | "ces" | "star"; value: number } | null); saidAt: string; question: unknown; surveyId: (string | null); caseId: (string | null); sentiment: ("negative" | "neutral" | "positive" | "mixed" | "unclear" | null); family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null); intensity: unknown; crisis: boolean }; order?: Order; step?: { id: string; kind: "opened" | "taken" | "released" | "noted" | "resolved" | "asked" | "heard" | "reopened"; by: { id: (string | null); name: string }; at: string; detail: Record<string, unknown>; caseId: string; voiceId: string; note: unknown; cause: unknown; done: unknown } }

export type Causes = { data: { cause: string; count: number }[] }

export type Case = { id: string; voiceId: string; status: "open" | "taken" | "resolved"; history: boolean; crisis: boolean; strongDistress: boolean; cameBack: boolean; excerpt: string; title: string; source: string; channel: string; score: ({ kind: "nps" | "csat" | "ces" | "star"; value: number } | null); person: ({ id: string; name: string } | null); saidAt: string; waitingSince: string; dueAt: unknown; assignee: ({ id: (string | null); name: string } | null); sentiment: ("negative" | "neutral" | "positive" | "mixed" | "unclear" | null); family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null); intensity: number; attention: number; sentence: string; parts: ReasonPart[]; voice: { id: string; title: string; text: string; question: unknown; source: string; channel: string; score: ({ kind: "nps" | "csat" | "ces" | "star"; value: number } | null); saidAt: string; orderNumber: unknown; url: unknown; reading: ({ language: unknown; sentiment: "negative" | "neutral" | "positive" | "mixed" | "unclear"; family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null); intensity: number; urgency: number; kind: "complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other"; confidence: number; evidence: { start: number; end: number; for: unknown; weight: number }[]; version: string; corrected: boolean } | null) }; emergency: ({ kinds: ("self_harm" | "violence" | "abuse" | "child" | "medical")[]; signs: ({ kind: "self_harm" | "violence" | "abuse" | "child" | "medical"; start: number; end: number })[]; lines: HelpLine[]; arranged: boolean; keepDays: number } | null); contact: (Person | null); earlier: ({ id: string; title: string; text: string; source: string; channel: string; score: ({ kind: "nps" | "csat" | "ces" | "star"; value: number } | null); saidAt: string; sentiment: ("negative" | "neutral" | "positive" | "mixed" | "unclear" | null); family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null) })[]; orders: Order[]; troubles: ({ id: string; status: "open" | "taken" | "resolved"; saidAt: string; cause: unknown; done: unknown; feltHeard: unknown })[]; added: { voiceId: string; text: string; at: string }[]; notes: Note[]; steps: Step[]; resolution: ({ at: string; by: { id: (string | null); name: string }; cause: string; done: string } | null); noteNeeded: boolean; heard: { askedAt: unknown; answer: unknown; answeredAt: unknown; mayAsk: boolean; whyNot: unknown }; why: { reason: Reason; strength: number; impact: number; impactParts: ({ what: "orders" | "years" | "troubles" | "leaving"; points: number })[]; hours: number; waitingFactor: number; attention: number; tier: number } }

export type Note = { id: string; author: { id: (string | null); name: string }; text: string; at: string }

export type Step = { id: string; kind: "opened" | "taken" | "released" | "noted" | "resolved" | "asked" | "heard" | "reopened"; by: { id: (string | null); name: string }; at: string; detail: Record<string, unknown> }

export type Reason = { rule: "crisis" | "leaving" | "complaint" | "asks" | "negative" | "lowScore" | "person"; sentiment: ("negative" | "neutral" | "positive" | "mixed" | "unclear" | null); family: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | null); intensity: number; urgency: number; confidence: number; quote: unknown; score: ({ kind: string; value: number } | null); personKind: unknown; orders: number; since: unknown; troubles: number; impact: ({ what: "orders" | "years" | "troubles" | "leaving"; points: number })[]; version: unknown }

export type Assignment = { to?: string; takeOver?: boolean }

export type NewNote = { text: string }

export type Resolution = { cause: string; done: string; note?: string }

export type HeardQuestion = { link: string; text: string; to: unknown; mailed: boolean; notMailed: unknown; waits: boolean }

export type CaseOfVoice = { data: ({ id: string; status: "open" | "taken" | "resolved" } | null) }

export type OverrideOfVoice = { data: (Override | null) }

export type Override = { voiceId: string; rule: string; because: "nobody_waits" | "misread" | "not_ours" | "other"; note: string; byName: string; at: string }

export type OverrideInput = { because: "nobody_waits" | "misread" | "not_ours" | "other"; note?: string }

export type FairnessGroups = { by: string; from: string; attributes: string[]; measures: ({ first: "today" | "top"; groups: ({ value: string; n: number; chosen: number; share: (number | null); low: (number | null); high: (number | null); show: "none" | "counts-only" | "interval-first" | "full"; ratio: unknown; p: unknown })[]; leftOut: number; difference: unknown; ratio: unknown; flagged: boolean; test: ("fisher" | "chi-square" | null); p: unknown; verdict: "even" | "differs" | "may-be-chance" | "too-few" })[] }

export type Outcomes = { period: { from: string; to: string; days: number }; before: ({ from: string; to: string; days: number } | null); timezone: string; asOf: unknown; counting: number; firstDay: (string | null); only: ({ dimension: string; value: string; label: string } | null); voices: number; voicesBefore: (number | null); unread: number; metrics: Metric[]; shares: Share[]; topics: OutcomeRow[]; contrasts: Contrast[]; done: (Done | null); dimensions: Dimension[]; breakdown: ({ dimension: string; rows: OutcomeRow[] } | null); notes: string[] }

export type Metric = { metric: "sentiment" | "stars" | "nps" | "csat" | "ces" | "heard"; unit: "points" | "percent" | "stars"; figure: Figure; change: (Change | null); trend: { unit: "day" | "week" | "month"; points: Point[] } }

export type Figure = { n: number; value: unknown; low: unknown; high: unknown; show: "none" | "counts-only" | "interval-first" | "full"; mean: unknown; counts: Record<string, number> }

export type Change = { before: Figure; difference: number; low: number; high: number; verdict: "better" | "worse" | "same" | "unclear" | "too-few" }

export type Point = { n: number; value: unknown; low: unknown; high: unknown; show: "none" | "counts-only" | "interval-first" | "full"; mean: unknown; counts: Record<string, number>; from: string; to: string }

export type Share = { of: "family" | "kind"; value: string; count: number; n: number; share: number; low: number; high: number; change: ({ before: number; beforeN: number; difference: number; low: number; high: number; moved: boolean } | null) }

export type OutcomeRow = { value: string; label: string; voices: number; voicesBefore: number; figures: Record<string, Figure> }

export type Contrast = { dimension: string; value: string; label: string; figure: Figure; rest: Figure; difference: number; low: number; high: number }

export type Done = { opened: number; resolved: number; open: number; reopened: number; medianHours: unknown; lowHours: unknown; highHours: unknown; show: "none" | "counts-only" | "interval-first" | "full"; withinDay: Figure; before: ({ opened: number; resolved: number } | null); withinDayChange: (Change | null); causes: { cause: string; count: number }[] }

export type Dimension = { dimension: string; values: number }

export type Breakdowns = { attributes: string[]; chosen: boolean; candidates: { attribute: string; values: number; persons: number }[] }

export type BreakdownChoice = { attributes: string[] }

async function ask(options: ClientOptions, method: string, path: string, asked: Asked): Promise<any> {
  const url = new URL(path, options.url)
  for (const [name, value] of Object.entries(asked.query ?? {})) for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) url.searchParams.append(name, String(one))
  const response = await (options.fetch ?? fetch)(url, {
    method,
    headers: { authorization: `Bearer ${options.key}`, ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }), ...asked.headers },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    ...(asked.signal ? { signal: asked.signal } : {}),
  })
  if (!response.ok) throw new HeedProblem((await response.json()) as Problem)
  return response.status === 204 ? undefined : /json/.test(response.headers.get('content-type') ?? '') ? response.json() : response.text()
}

export function createClient(options: ClientOptions) {
  return {
    /** Who am I, and where do I belong. */
    getMe: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Me> => ask(options, 'GET', `/api/v1/me`, asked),
    /** This workspace. */
    getWorkspace: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Workspace> => ask(options, 'GET', `/api/v1/workspace`, asked),
    /** Rename it, or change its language and time zone. */
    patchWorkspace: (asked: { body: WorkspaceChange; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Workspace> => ask(options, 'PATCH', `/api/v1/workspace`, asked),
    /** Remove this workspace and everything in it. */
    deleteWorkspace: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<void> => ask(options, 'DELETE', `/api/v1/workspace`, asked),
    /** Who belongs. */
    getMembers: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: Member[] }> => ask(options, 'GET', `/api/v1/members`, asked),
    /** Change what somebody may do. */
    putMembersIdRole: (asked: { id: string; body: { role: "owner" | "manager" | "teammate" | "observer" }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'PUT', `/api/v1/members/${encodeURIComponent(asked.id)}/role`, asked),
    /** Remove somebody from the workspace. */
    deleteMembersId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/members/${encodeURIComponent(asked.id)}`, asked),
    /** Open invitations. */
    getInvitations: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: Invitation[] }> => ask(options, 'GET', `/api/v1/invitations`, asked),
    /** Invite somebody. */
    postInvitations: (asked: { body: NewInvitation; headers?: Record<string, string>; signal?: AbortSignal }): Promise<InvitationMade> => ask(options, 'POST', `/api/v1/invitations`, asked),
    /** Withdraw an invitation. */
    deleteInvitationsId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/invitations/${encodeURIComponent(asked.id)}`, asked),
    /** How the business’s own sign-in is set up, without its secret. */
    getProvider: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<ProviderSetup> => ask(options, 'GET', `/api/v1/provider`, asked),
    /** Look whether it can be reached, and says all that signing in needs. */
    postProviderCheck: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<ProviderCheck> => ask(options, 'POST', `/api/v1/provider/check`, asked),
    /** Who may do what. */
    getRoles: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<PermissionTable> => ask(options, 'GET', `/api/v1/roles`, asked),
    /** API keys. */
    getKeys: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: Key[] }> => ask(options, 'GET', `/api/v1/keys`, asked),
    /** Make an API key. */
    postKeys: (asked: { body: NewKey; headers?: Record<string, string>; signal?: AbortSignal }): Promise<KeyMade> => ask(options, 'POST', `/api/v1/keys`, asked),
    /** Stand behind a key oneself. */
    putKeysIdKeeper: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Key> => ask(options, 'PUT', `/api/v1/keys/${encodeURIComponent(asked.id)}/keeper`, asked),
    /** Withdraw an API key. */
    deleteKeysId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/keys/${encodeURIComponent(asked.id)}`, asked),
    /** Who reads voices that may speak of danger, how long they stay, whom people can call. */
    getEmergencies: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<CrisisSettings> => ask(options, 'GET', `/api/v1/emergencies`, asked),
    /** Change the country, how long such voices stay, and what the thank-you page shows. */
    patchEmergencies: (asked: { body: CrisisChange; headers?: Record<string, string>; signal?: AbortSignal }): Promise<CrisisSettings> => ask(options, 'PATCH', `/api/v1/emergencies`, asked),
    /** Say whom people can call or write to, in this order. */
    putEmergenciesHelpLines: (asked: { body: HelpLineList; headers?: Record<string, string>; signal?: AbortSignal }): Promise<CrisisSettings> => ask(options, 'PUT', `/api/v1/emergencies/help-lines`, asked),
    /** Well-known lines of a country; please check each of them. */
    getEmergenciesSuggestions: (asked: { query?: { country?: "AT" | "AU" | "BE" | "CA" | "CH" | "DE" | "DK" | "ES" | "FI" | "FR" | "GB" | "IE" | "IT" | "NL" | "NO" | "NZ" | "PL" | "PT" | "SE" | "US" | "EU" }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: HelpLine[]; writtenOn: string }> => ask(options, 'GET', `/api/v1/emergencies/suggestions`, asked),
    /** Let a member read voices that may speak of danger. */
    putEmergenciesReadersId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'PUT', `/api/v1/emergencies/readers/${encodeURIComponent(asked.id)}`, asked),
    /** No longer let a member read them. */
    deleteEmergenciesReadersId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/emergencies/readers/${encodeURIComponent(asked.id)}`, asked),
    /** What people asked for by right, newest first. */
    getRequests: (asked: { query?: { limit?: number; cursor?: string; state?: "open" | "closed"; person?: string }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: RightsRequest[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/requests`, asked),
    /** Write down what a person asked for. */
    postRequests: (asked: { body: RequestWish; headers?: Record<string, string>; signal?: AbortSignal }): Promise<RequestOpened> => ask(options, 'POST', `/api/v1/requests`, asked),
    /** How many are open, overdue and due soon. */
    getRequestsCounts: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<RequestCounts> => ask(options, 'GET', `/api/v1/requests/counts`, asked),
    /** Take two months longer, and say why. */
    putRequestsIdExtension: (asked: { id: string; body: RequestExtension; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'PUT', `/api/v1/requests/${encodeURIComponent(asked.id)}/extension`, asked),
    /** Close a request: answered, refused or withdrawn. */
    putRequestsIdClosure: (asked: { id: string; body: RequestClosure; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'PUT', `/api/v1/requests/${encodeURIComponent(asked.id)}/closure`, asked),
    /** A link by which the person downloads their copy. */
    postRequestsIdExportLink: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<RequestLink> => ask(options, 'POST', `/api/v1/requests/${encodeURIComponent(asked.id)}/export-link`, asked),
    /** What holds for a person, and what they asked for. */
    getPersonsIdRights: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<PersonRights> => ask(options, 'GET', `/api/v1/persons/${encodeURIComponent(asked.id)}/rights`, asked),
    /** Everything about a person, as a ZIP. */
    getPersonsIdExport: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'GET', `/api/v1/persons/${encodeURIComponent(asked.id)}/export`, asked),
    /** Freeze a person, or keep machines from judging them. */
    putPersonsIdRestrictionsKind: (asked: { id: string; kind: string; body: RestrictionReason; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'PUT', `/api/v1/persons/${encodeURIComponent(asked.id)}/restrictions/${encodeURIComponent(asked.kind)}`, asked),
    /** Lift that again. */
    deletePersonsIdRestrictionsKind: (asked: { id: string; kind: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/persons/${encodeURIComponent(asked.id)}/restrictions/${encodeURIComponent(asked.kind)}`, asked),
    /** Erase a person. Cannot be undone. */
    postPersonsIdErasure: (asked: { id: string; body: PersonErasure; headers?: Record<string, string>; signal?: AbortSignal }): Promise<{ erasureId: string }> => ask(options, 'POST', `/api/v1/persons/${encodeURIComponent(asked.id)}/erasure`, asked),
    /** How long things are kept, and what went. */
    getRetention: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Retention> => ask(options, 'GET', `/api/v1/retention`, asked),
    /** What would go if it were kept for so many months. */
    getRetentionKindPreview: (asked: { kind: string; query?: { months?: number }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<RetentionPreview> => ask(options, 'GET', `/api/v1/retention/${encodeURIComponent(asked.kind)}/preview`, asked),
    /** Decide how long a kind of thing is kept. */
    putRetentionKind: (asked: { kind: string; body: RetentionChange; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'PUT', `/api/v1/retention/${encodeURIComponent(asked.kind)}`, asked),
    /** What is done here with people’s data, why, how long and how protected (GDPR 30). */
    getProcessing: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<ProcessingRecord> => ask(options, 'GET', `/api/v1/processing`, asked),
    /** Write down what only the owner can say in it. */
    putProcessing: (asked: { body: ProcessingOwn; headers?: Record<string, string>; signal?: AbortSignal }): Promise<ProcessingRecord> => ask(options, 'PUT', `/api/v1/processing`, asked),
    /** The same as one page, to print or to keep. */
    getProcessingPage: (asked: { query?: { as?: "file" | "page" }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<void> => ask(options, 'GET', `/api/v1/processing/page`, asked),
    /** What people are written to for, with the words they are shown. */
    getConsentPurposes: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: Purpose[] }> => ask(options, 'GET', `/api/v1/consent/purposes`, asked),
    /** Add something people may be written to for. */
    postConsentPurposes: (asked: { body: NewPurpose; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Purpose> => ask(options, 'POST', `/api/v1/consent/purposes`, asked),
    /** Change its ground, its note, its ways, or end it. */
    patchConsentPurposesKey: (asked: { key: string; body: PurposeChange; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Purpose> => ask(options, 'PATCH', `/api/v1/consent/purposes/${encodeURIComponent(asked.key)}`, asked),
    /** Every version of its words. */
    getConsentPurposesKeyWordings: (asked: { key: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<{ data: Wording[] }> => ask(options, 'GET', `/api/v1/consent/purposes/${encodeURIComponent(asked.key)}/wordings`, asked),
    /** Write a new version; old ones stay. */
    postConsentPurposesKeyWordings: (asked: { key: string; body: NewWording; headers?: Record<string, string>; signal?: AbortSignal }): Promise<{ data: Wording[] }> => ask(options, 'POST', `/api/v1/consent/purposes/${encodeURIComponent(asked.key)}/wordings`, asked),
    /** Quiet hours, and whether network addresses are kept. */
    getConsentRules: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<ContactRules> => ask(options, 'GET', `/api/v1/consent/rules`, asked),
    /** Change them. */
    putConsentRules: (asked: { body: ContactRules; headers?: Record<string, string>; signal?: AbortSignal }): Promise<ContactRules> => ask(options, 'PUT', `/api/v1/consent/rules`, asked),
    /** What was answered lately to "may we write to them?". */
    getConsentAnswers: (asked: { query?: { limit?: number; cursor?: string; answer?: "yes" | "no"; person?: string }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: ContactRow[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/consent/answers`, asked),
    /** What one person agreed to, with the history. */
    getPersonsIdConsent: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<PersonConsent> => ask(options, 'GET', `/api/v1/persons/${encodeURIComponent(asked.id)}/consent`, asked),
    /** Write down that they agreed or took back. */
    postPersonsIdConsent: (asked: { id: string; body: NewConsent; headers?: Record<string, string>; signal?: AbortSignal }): Promise<PersonConsent> => ask(options, 'POST', `/api/v1/persons/${encodeURIComponent(asked.id)}/consent`, asked),
    /** Ask their address once more to confirm. */
    postPersonsIdConsentConfirmation: (asked: { id: string; body: AskedConfirmation; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'POST', `/api/v1/persons/${encodeURIComponent(asked.id)}/consent/confirmation`, asked),
    /** The address of their own preference page. */
    postPersonsIdPreferenceLink: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<PreferenceLink> => ask(options, 'POST', `/api/v1/persons/${encodeURIComponent(asked.id)}/preference-link`, asked),
    /** End all such addresses given out before. */
    deletePersonsIdPreferenceLink: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/persons/${encodeURIComponent(asked.id)}/preference-link`, asked),
    /** Whether they might be written to now; nothing is kept. */
    getPersonsIdContact: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<ContactAnswer> => ask(options, 'GET', `/api/v1/persons/${encodeURIComponent(asked.id)}/contact`, asked),
    /** Ask whether they may be written to now, before sending; the answer is kept. */
    postPersonsIdContact: (asked: { id: string; body: ContactQuestion; headers?: Record<string, string>; signal?: AbortSignal }): Promise<ContactAnswer> => ask(options, 'POST', `/api/v1/persons/${encodeURIComponent(asked.id)}/contact`, asked),
    /** Note that an address of theirs no longer works. */
    postPersonsIdBounces: (asked: { id: string; body: NewBounce; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'POST', `/api/v1/persons/${encodeURIComponent(asked.id)}/bounces`, asked),
    /** Everything a machine does here by itself, and how it stands. */
    getAutomations: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<AutomationRegister> => ask(options, 'GET', `/api/v1/automations`, asked),
    /** Turn an automation on or off; who, when and why is kept. */
    putAutomationsKeyState: (asked: { key: string; body: SwitchInput; headers?: Record<string, string>; signal?: AbortSignal }): Promise<AutomationRegister> => ask(options, 'PUT', `/api/v1/automations/${encodeURIComponent(asked.key)}/state`, asked),
    /** Messages that wait for a person before they leave the house. */
    getApprovals: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<ApprovalList> => ask(options, 'GET', `/api/v1/approvals`, asked),
    /** Let it go, or not; for half a minute this can be taken back. */
    putApprovalsIdDecision: (asked: { id: string; body: ApprovalDecision; headers?: Record<string, string>; signal?: AbortSignal }): Promise<ApprovalList> => ask(options, 'PUT', `/api/v1/approvals/${encodeURIComponent(asked.id)}/decision`, asked),
    /** Take the decision back. */
    deleteApprovalsIdDecision: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<ApprovalList> => ask(options, 'DELETE', `/api/v1/approvals/${encodeURIComponent(asked.id)}/decision`, asked),
    /** What was done about differences between groups. */
    getFairnessNotes: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<FairnessNotes> => ask(options, 'GET', `/api/v1/fairness/notes`, asked),
    /** Write down what was done about one. */
    postFairnessNotes: (asked: { body: FairnessNoteInput; headers?: Record<string, string>; signal?: AbortSignal }): Promise<FairnessNote> => ask(options, 'POST', `/api/v1/fairness/notes`, asked),
    /** Take such a note back. */
    deleteFairnessNotesId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/fairness/notes/${encodeURIComponent(asked.id)}`, asked),
    /** Who did what, newest first. */
    getAudit: (asked: { query?: { actorId?: string; about?: string; from?: string; to?: string; cursor?: string; limit?: number }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<AuditPage> => ask(options, 'GET', `/api/v1/audit`, asked),
    /** Whether the log still holds together. */
    getAuditVerdict: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<AuditVerdict> => ask(options, 'GET', `/api/v1/audit/verdict`, asked),
    /** The whole log as a file, with all that is needed to check it elsewhere. */
    getAuditExport: (asked: { query?: { format?: "csv" | "jsonl" }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<void> => ask(options, 'GET', `/api/v1/audit/export`, asked),
    /** The nightly backups of this installation. */
    getBackups: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<BackupState> => ask(options, 'GET', `/api/v1/backups`, asked),
    /** Make one now. */
    postBackups: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<any> => ask(options, 'POST', `/api/v1/backups`, asked),
    /** Persons, newest first, or by name. */
    getPersons: (asked: { query?: { limit?: number; cursor?: string; q?: string; kind?: "customer" | "supplier" | "partner" | "neighbour" | "employee" }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: PersonRow[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/persons`, asked),
    /** Add a person. */
    postPersons: (asked: { body: NewPerson; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Person> => ask(options, 'POST', `/api/v1/persons`, asked),
    /** Pairs that may be one person. */
    getPersonsDuplicates: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: DuplicatePair[] }> => ask(options, 'GET', `/api/v1/persons/duplicates`, asked),
    /** Why two records are suggested as one person. */
    getPersonsDuplicatesExplanation: (asked: { query?: { a?: string; b?: string }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Explanation> => ask(options, 'GET', `/api/v1/persons/duplicates/explanation`, asked),
    /** Say that two records are two people; they are not suggested again. */
    putPersonsDuplicatesApart: (asked: { body: { a: string; b: string }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'PUT', `/api/v1/persons/duplicates/apart`, asked),
    /** Take that back. */
    deletePersonsDuplicatesApart: (asked: { query?: { a?: string; b?: string }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<void> => ask(options, 'DELETE', `/api/v1/persons/duplicates/apart`, asked),
    /** One person. */
    getPersonsId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Person> => ask(options, 'GET', `/api/v1/persons/${encodeURIComponent(asked.id)}`, asked),
    /** Change a person. */
    patchPersonsId: (asked: { id: string; body: PersonChange; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Person> => ask(options, 'PATCH', `/api/v1/persons/${encodeURIComponent(asked.id)}`, asked),
    /** What a person ordered, newest first. */
    getPersonsIdOrders: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<{ data: Order[] }> => ask(options, 'GET', `/api/v1/persons/${encodeURIComponent(asked.id)}/orders`, asked),
    /** Say that this record is a duplicate of another. */
    putPersonsIdMerge: (asked: { id: string; body: Merge; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Person> => ask(options, 'PUT', `/api/v1/persons/${encodeURIComponent(asked.id)}/merge`, asked),
    /** Take a merge back. */
    deletePersonsIdMerge: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Person> => ask(options, 'DELETE', `/api/v1/persons/${encodeURIComponent(asked.id)}/merge`, asked),
    /** Files brought in, newest first. */
    getImports: (asked: { query?: { limit?: number; cursor?: string }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: ImportRow[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/imports`, asked),
    /** Bring in a file: the body is the file itself. */
    postImports: (asked: { query?: { name?: string; sheet?: string }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Import> => ask(options, 'POST', `/api/v1/imports`, asked),
    /** One import, with preview and progress. */
    getImportsId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Import> => ask(options, 'GET', `/api/v1/imports/${encodeURIComponent(asked.id)}`, asked),
    /** Take an import back. */
    deleteImportsId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/imports/${encodeURIComponent(asked.id)}`, asked),
    /** Why the columns were taken as they were. */
    getImportsIdExplanation: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Explanation> => ask(options, 'GET', `/api/v1/imports/${encodeURIComponent(asked.id)}/explanation`, asked),
    /** Say which column is what. */
    putImportsIdMapping: (asked: { id: string; body: ImportMapping; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Import> => ask(options, 'PUT', `/api/v1/imports/${encodeURIComponent(asked.id)}/mapping`, asked),
    /** Take another sheet of the workbook. */
    putImportsIdSheet: (asked: { id: string; body: { sheet: string }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Import> => ask(options, 'PUT', `/api/v1/imports/${encodeURIComponent(asked.id)}/sheet`, asked),
    /** Read everything and store nothing. */
    postImportsIdDryRun: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Import> => ask(options, 'POST', `/api/v1/imports/${encodeURIComponent(asked.id)}/dry-run`, asked),
    /** Store what the file holds. */
    postImportsIdRun: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Import> => ask(options, 'POST', `/api/v1/imports/${encodeURIComponent(asked.id)}/run`, asked),
    /** Rows that could not be kept, the first hundred. */
    getImportsIdIssues: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<{ data: ImportIssue[]; meta: { total: number } }> => ask(options, 'GET', `/api/v1/imports/${encodeURIComponent(asked.id)}/issues`, asked),
    /** Every row that was left out, as a file to mend. */
    getImportsIdIssuesCsv: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'GET', `/api/v1/imports/${encodeURIComponent(asked.id)}/issues.csv`, asked),
    /** Surveys, newest first, with how many answered. */
    getSurveys: (asked: { query?: { limit?: number; cursor?: string; status?: "draft" | "open" | "closed" }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: SurveySummary[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/surveys`, asked),
    /** Begin a survey: empty, from a template, or from a file. */
    postSurveys: (asked: { body: NewSurvey; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Survey> => ask(options, 'POST', `/api/v1/surveys`, asked),
    /** Surveys to start from. */
    getSurveyTemplates: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: SurveyTemplate[] }> => ask(options, 'GET', `/api/v1/survey-templates`, asked),
    /** One survey. */
    getSurveysId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Survey> => ask(options, 'GET', `/api/v1/surveys/${encodeURIComponent(asked.id)}`, asked),
    /** Change its name or questions. */
    patchSurveysId: (asked: { id: string; body: SurveyChange; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Survey> => ask(options, 'PATCH', `/api/v1/surveys/${encodeURIComponent(asked.id)}`, asked),
    /** Put it out of sight; what people said stays. */
    deleteSurveysId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/surveys/${encodeURIComponent(asked.id)}`, asked),
    /** Bring it back. */
    deleteSurveysIdRemoval: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Survey> => ask(options, 'DELETE', `/api/v1/surveys/${encodeURIComponent(asked.id)}/removal`, asked),
    /** Open it to answers, or close it. */
    putSurveysIdStatus: (asked: { id: string; body: { status: "open" | "closed" }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Survey> => ask(options, 'PUT', `/api/v1/surveys/${encodeURIComponent(asked.id)}/status`, asked),
    /** Copy its questions into a new draft. */
    postSurveysIdCopies: (asked: { id: string; body: { name?: string }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Survey> => ask(options, 'POST', `/api/v1/surveys/${encodeURIComponent(asked.id)}/copies`, asked),
    /** The survey as a file. */
    getSurveysIdDefinition: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<SurveyFile> => ask(options, 'GET', `/api/v1/surveys/${encodeURIComponent(asked.id)}/definition`, asked),
    /** Its address as a QR code. */
    getSurveysIdQrSvg: (asked: { id: string; query?: { source?: string }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'GET', `/api/v1/surveys/${encodeURIComponent(asked.id)}/qr.svg`, asked),
    /** Single-use links, newest first. */
    getSurveysIdLinks: (asked: { id: string; query?: { limit?: number; cursor?: string }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<{ data: SurveyLink[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/surveys/${encodeURIComponent(asked.id)}/links`, asked),
    /** Make single-use links; their addresses are shown once. */
    postSurveysIdLinks: (asked: { id: string; body: NewSurveyLinks; headers?: Record<string, string>; signal?: AbortSignal }): Promise<SurveyLinksMade> => ask(options, 'POST', `/api/v1/surveys/${encodeURIComponent(asked.id)}/links`, asked),
    /** Withdraw a link nobody used yet. */
    deleteSurveysIdLinksLinkId: (asked: { id: string; linkId: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/surveys/${encodeURIComponent(asked.id)}/links/${encodeURIComponent(asked.linkId)}`, asked),
    /** Responses with their answers, newest first. */
    getSurveysIdResponses: (asked: { id: string; query?: { limit?: number; cursor?: string; finished?: "true" | "false" }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<{ data: SurveyResponse[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/surveys/${encodeURIComponent(asked.id)}/responses`, asked),
    /** Add responses given elsewhere, up to 1,000. */
    postSurveysIdResponses: (asked: { id: string; body: NewSurveyResponses; headers?: Record<string, string>; signal?: AbortSignal }): Promise<SurveyResponsesKept> => ask(options, 'POST', `/api/v1/surveys/${encodeURIComponent(asked.id)}/responses`, asked),
    /** Counts by question; skipped questions are in none. */
    getSurveysIdResults: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<SurveyResults> => ask(options, 'GET', `/api/v1/surveys/${encodeURIComponent(asked.id)}/results`, asked),
    /** Add one voice, or up to 1,000; with an Idempotency-Key header a repeated request changes nothing. */
    postVoices: (asked: { body: (VoiceBatch | VoiceInput); headers?: Record<string, string>; signal?: AbortSignal }): Promise<Heard> => ask(options, 'POST', `/api/v1/voices`, asked),
    /** Everything said, newest or strongest first, filtered and searched. */
    getVoices: (asked: { query?: { q?: string; from?: (string); to?: (string); source?: string[]; feeling?: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | "admiration" | "amusement" | "anger" | "annoyance" | "approval" | "caring" | "confusion" | "curiosity" | "desire" | "disappointment" | "disapproval" | "disgust" | "embarrassment" | "excitement" | "fear" | "gratitude" | "grief" | "joy" | "love" | "nervousness" | "optimism" | "pride" | "realization" | "relief" | "remorse" | "sadness" | "surprise" | "neutral")[]; sentiment?: ("negative" | "neutral" | "positive" | "mixed" | "unclear")[]; kind?: ("complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other")[]; language?: string[]; intensityMin?: number; urgencyMin?: number; scoreKind?: "nps" | "csat" | "ces" | "star"; scoreMin?: number; scoreMax?: number; personId?: string; surveyId?: string; importId?: string; limit?: number; cursor?: string; sort?: "newest" | "strongest" }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: VoiceRow[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/voices`, asked),
    /** What the reader was trained on, how well it reads, where it fails. */
    getModelsReader: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<ModelCard> => ask(options, 'GET', `/api/v1/models/reader`, asked),
    /** Sources and languages there are, with how many voices each. */
    getVoicesFacets: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Facets> => ask(options, 'GET', `/api/v1/voices/facets`, asked),
    /** How far reading has come with what was just heard. */
    getVoicesReadingProgress: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<ReadingProgress> => ask(options, 'GET', `/api/v1/voices/reading-progress`, asked),
    /** The filtered voices as a CSV or JSON Lines file, streamed. */
    getVoicesExport: (asked: { query?: { q?: string; from?: (string); to?: (string); source?: string[]; feeling?: ("anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral" | "admiration" | "amusement" | "anger" | "annoyance" | "approval" | "caring" | "confusion" | "curiosity" | "desire" | "disappointment" | "disapproval" | "disgust" | "embarrassment" | "excitement" | "fear" | "gratitude" | "grief" | "joy" | "love" | "nervousness" | "optimism" | "pride" | "realization" | "relief" | "remorse" | "sadness" | "surprise" | "neutral")[]; sentiment?: ("negative" | "neutral" | "positive" | "mixed" | "unclear")[]; kind?: ("complaint" | "praise" | "question" | "request" | "suggestion" | "thanks" | "leaving" | "crisis" | "other")[]; language?: string[]; intensityMin?: number; urgencyMin?: number; scoreKind?: "nps" | "csat" | "ces" | "star"; scoreMin?: number; scoreMax?: number; personId?: string; surveyId?: string; importId?: string; format?: "csv" | "jsonl"; personal?: "with" | "without" }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<void> => ask(options, 'GET', `/api/v1/voices/export`, asked),
    /** One voice with its reading, the words that led to it, and any correction. */
    getVoicesId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Voice> => ask(options, 'GET', `/api/v1/voices/${encodeURIComponent(asked.id)}`, asked),
    /** Why it reads as it does: what was seen, which version decided, how sure, how to overrule. */
    getVoicesIdExplanation: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Explanation> => ask(options, 'GET', `/api/v1/voices/${encodeURIComponent(asked.id)}/explanation`, asked),
    /** Say that it reads otherwise; that counts from then on. */
    putVoicesIdCorrection: (asked: { id: string; body: CorrectionInput; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Voice> => ask(options, 'PUT', `/api/v1/voices/${encodeURIComponent(asked.id)}/correction`, asked),
    /** Take the correction back. */
    deleteVoicesIdCorrection: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Voice> => ask(options, 'DELETE', `/api/v1/voices/${encodeURIComponent(asked.id)}/correction`, asked),
    /** Say that it may speak of danger to somebody: from then on only few see it. */
    putVoicesIdEmergency: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'PUT', `/api/v1/voices/${encodeURIComponent(asked.id)}/emergency`, asked),
    /** Say that nobody is in danger: it is a voice like any other again. */
    deleteVoicesIdEmergency: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/voices/${encodeURIComponent(asked.id)}/emergency`, asked),
    /** How often people disagreed with the reader, by label, language and month. */
    getModelsReaderDisagreements: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Disagreements> => ask(options, 'GET', `/api/v1/models/reader/disagreements`, asked),
    /** Checks of this installation’s reader with pairs of sentences, newest first. */
    getFairnessSwaps: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<SwapChecks> => ask(options, 'GET', `/api/v1/fairness/swaps`, asked),
    /** Check the reader now. */
    postFairnessSwaps: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<SwapCheck> => ask(options, 'POST', `/api/v1/fairness/swaps`, asked),
    /** Saved ways of looking at voices. */
    getViews: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<{ data: View[] }> => ask(options, 'GET', `/api/v1/views`, asked),
    /** Save a view for everybody in the workspace. */
    postViews: (asked: { body: ViewInput; headers?: Record<string, string>; signal?: AbortSignal }): Promise<View> => ask(options, 'POST', `/api/v1/views`, asked),
    /** Rename a view or change what it shows. */
    putViewsId: (asked: { id: string; body: ViewInput; headers?: Record<string, string>; signal?: AbortSignal }): Promise<View> => ask(options, 'PUT', `/api/v1/views/${encodeURIComponent(asked.id)}`, asked),
    /** Remove a view. */
    deleteViewsId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/views/${encodeURIComponent(asked.id)}`, asked),
    /** Who needs a person now, each with the reason. */
    getToday: (asked: { query?: { limit?: number }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Today> => ask(options, 'GET', `/api/v1/today`, asked),
    /** How many wait. */
    getTodayCounts: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<TodayCounts> => ask(options, 'GET', `/api/v1/today/counts`, asked),
    /** Everything one person said, bought and had done for them, newest first. */
    getPersonsIdTimeline: (asked: { id: string; query?: { limit?: number; cursor?: string }; headers?: Record<string, string>; signal?: AbortSignal }): Promise<{ data: TimelineEntry[]; meta: { nextCursor: unknown } }> => ask(options, 'GET', `/api/v1/persons/${encodeURIComponent(asked.id)}/timeline`, asked),
    /** Causes named before, the usual ones first. */
    getCasesCauses: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Causes> => ask(options, 'GET', `/api/v1/cases/causes`, asked),
    /** One case with everything needed to answer. */
    getCasesId: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Case> => ask(options, 'GET', `/api/v1/cases/${encodeURIComponent(asked.id)}`, asked),
    /** Why it is on Today and stands where it stands: what was seen, which rule, how sure, how to overrule. */
    getCasesIdExplanation: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Explanation> => ask(options, 'GET', `/api/v1/cases/${encodeURIComponent(asked.id)}/explanation`, asked),
    /** Take it, or hand it to somebody. */
    putCasesIdAssignment: (asked: { id: string; body: Assignment; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Case> => ask(options, 'PUT', `/api/v1/cases/${encodeURIComponent(asked.id)}/assignment`, asked),
    /** Let it go. */
    deleteCasesIdAssignment: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Case> => ask(options, 'DELETE', `/api/v1/cases/${encodeURIComponent(asked.id)}/assignment`, asked),
    /** Leave a note for the team. */
    postCasesIdNotes: (asked: { id: string; body: NewNote; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Note> => ask(options, 'POST', `/api/v1/cases/${encodeURIComponent(asked.id)}/notes`, asked),
    /** Resolve it: the cause and what was done; strong distress takes a note. */
    putCasesIdResolution: (asked: { id: string; body: Resolution; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Case> => ask(options, 'PUT', `/api/v1/cases/${encodeURIComponent(asked.id)}/resolution`, asked),
    /** Take the resolution back. */
    deleteCasesIdResolution: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Case> => ask(options, 'DELETE', `/api/v1/cases/${encodeURIComponent(asked.id)}/resolution`, asked),
    /** Ask the person whether they felt heard. */
    postCasesIdHeardQuestion: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<HeardQuestion> => ask(options, 'POST', `/api/v1/cases/${encodeURIComponent(asked.id)}/heard-question`, asked),
    /** The case of a voice, if it has one. */
    getVoicesIdCase: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<CaseOfVoice> => ask(options, 'GET', `/api/v1/voices/${encodeURIComponent(asked.id)}/case`, asked),
    /** Put a voice on Today by hand. */
    postVoicesIdCase: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<CaseOfVoice> => ask(options, 'POST', `/api/v1/voices/${encodeURIComponent(asked.id)}/case`, asked),
    /** Who said that a voice does not belong on Today, and why. */
    getVoicesIdOverride: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<OverrideOfVoice> => ask(options, 'GET', `/api/v1/voices/${encodeURIComponent(asked.id)}/override`, asked),
    /** Say that a voice does not belong on Today; its case goes. */
    putVoicesIdOverride: (asked: { id: string; body: OverrideInput; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Override> => ask(options, 'PUT', `/api/v1/voices/${encodeURIComponent(asked.id)}/override`, asked),
    /** Take that back; the rules look at it again. */
    deleteVoicesIdOverride: (asked: { id: string; headers?: Record<string, string>; signal?: AbortSignal }): Promise<void> => ask(options, 'DELETE', `/api/v1/voices/${encodeURIComponent(asked.id)}/override`, asked),
    /** How often people took off Today what a rule had put there, by rule and month. */
    getTodayDisagreements: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Disagreements> => ask(options, 'GET', `/api/v1/today/disagreements`, asked),
    /** How often voices of each group are put first, with intervals and the four-fifths rule. */
    getFairnessGroups: (asked: { query?: { by?: string; months?: number }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<FairnessGroups> => ask(options, 'GET', `/api/v1/fairness/groups`, asked),
    /** How people feel, what moves it, what was done and whether it helped. */
    getOutcomes: (asked: { query?: { span?: "30d" | "90d" | "12m" | "all"; from?: string; to?: string; by?: string; only?: string }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Outcomes> => ask(options, 'GET', `/api/v1/outcomes`, asked),
    /** Why a part is named among what goes with better and worse. */
    getOutcomesContrastsExplanation: (asked: { query?: { dimension?: string; value?: string; span?: "30d" | "90d" | "12m" | "all"; from?: string; to?: string }; headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Explanation> => ask(options, 'GET', `/api/v1/outcomes/contrasts/explanation`, asked),
    /** Attributes of persons that outcomes are broken down by. */
    getOutcomesBreakdowns: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Breakdowns> => ask(options, 'GET', `/api/v1/outcomes/breakdowns`, asked),
    /** Choose up to three of them. */
    putOutcomesBreakdowns: (asked: { body: BreakdownChoice; headers?: Record<string, string>; signal?: AbortSignal }): Promise<Breakdowns> => ask(options, 'PUT', `/api/v1/outcomes/breakdowns`, asked),
    /** Let Heed pick them again. */
    deleteOutcomesBreakdowns: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Breakdowns> => ask(options, 'DELETE', `/api/v1/outcomes/breakdowns`, asked),
    /** Remove the sample and everything in it. */
    deleteSample: (asked: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<void> => ask(options, 'DELETE', `/api/v1/sample`, asked),
  }
}
