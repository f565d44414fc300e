/** What is said over the wire about an account, how it is proved, and where it is signed in. */
import { z } from 'zod'
import { Id } from '#platform/contract'
import { Email, Name, Password } from '../workspaces/contract.ts'

export const accountRefusals = {
  too_many_tries: 'too_many',
  password_too_common: 'invalid',
  wrong_code: 'invalid',
  step_over: 'gone',
  passkey_refused: 'forbidden',
  passkey_not_found: 'not_found',
  session_not_found: 'not_found',
  link_over: 'gone',
  wrong_password: 'invalid',
  sign_in_again: 'forbidden',
  people_only: 'forbidden',
  two_step_needed: 'forbidden',
  two_step_first: 'conflict',
  two_step_on: 'conflict',
  email_needs_mail: 'conflict',
  last_way_in: 'conflict',
  account_not_found: 'not_found',
} as const

/** How somebody came in. */
export const ENTRANCES = ['password', 'code', 'recovery', 'passkey', 'provider', 'guest'] as const
export type Entrance = (typeof ENTRANCES)[number]

/** What a person types; lengths are not checked here, so that a wrong one reads like any other. */
const Typed = z.string().max(400)

export const Ways = z
  .object({
    mailReady: z.boolean(),
    provider: z.object({ name: z.string() }).nullable(),
    passkeysAt: z.string().describe('the address of this installation at which passkeys work'),
  })
  .meta({ id: 'WaysIn' })
export const SignIn = z.object({ email: Email, password: Typed }).meta({ id: 'SignIn' })
export const SignedIn = z
  .object({ next: z.enum(['in', 'code']).describe('code: a second step is asked') })
  .meta({ id: 'SignedIn' })
export const Code = z.object({ code: z.string().trim().max(40) }).meta({ id: 'SecondStepCode' })
export const ResetRequest = z.object({ email: Email }).meta({ id: 'ResetRequest' })
export const NewPassword = z.object({ password: Password }).meta({ id: 'NewPassword' })
export const ResetSeen = z.object({ email: z.string() })
export const EmailProved = z.object({ email: z.string() })

export const Passkey = z
  .object({ id: Id, name: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() })
  .meta({ id: 'Passkey' })
export const Session = z
  .object({
    id: Id,
    here: z.boolean(),
    browser: z.string().nullable(),
    system: z.string().nullable(),
    address: z.string(),
    enteredBy: z.enum(ENTRANCES),
    since: z.string(),
    seenAt: z.string(),
  })
  .meta({ id: 'Session' })
export const OwnAccount = z
  .object({
    name: z.string(),
    email: z.string(),
    emailProved: z.boolean(),
    hasPassword: z.boolean(),
    fresh: z.boolean().describe('signed in a moment ago, so that no password need be asked again'),
    twoStep: z.boolean(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(Passkey),
    provider: z.object({ name: z.string(), joined: z.boolean() }).nullable(),
    askedBy: z.array(z.string()).describe('workspaces that ask their members for two steps'),
    mailReady: z.boolean(),
  })
  .meta({ id: 'OwnAccount' })
export type OwnAccount = z.infer<typeof OwnAccount>
export type Session = z.infer<typeof Session>
export type Passkey = z.infer<typeof Passkey>

export const AccountChange = z.object({ name: Name })
/** Proof that it is still the same person at the keyboard; not needed by those without a password, just signed in. */
export const SelfProof = z.object({ password: Typed.optional() })
export const PasswordChange = SelfProof.extend({ next: Password })
export const EmailChange = SelfProof.extend({ email: Email })
export const EmailChanging = z.object({ mailedTo: z.string() })
export const TwoStepBegun = z.object({ secret: z.string(), address: z.string(), picture: z.string() })
export const RecoveryCodes = z.object({ codes: z.array(z.string()) })
/** As the browser's own interface makes it (WebAuthn JSON); read closely by the library that checks it. */
const FromBrowser = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
})
export const NewPasskey = z.object({ name: Name, answer: FromBrowser })
export const PasskeyAnswer = z.object({ answer: FromBrowser })
export const PasskeyRiddle = z.looseObject({ challenge: z.string() })

/** Names of the settings, in the order in which they are set. */
export const PROVIDER_SETTINGS = [
  'HEED_OIDC_ISSUER',
  'HEED_OIDC_CLIENT_ID',
  'HEED_OIDC_CLIENT_SECRET',
  'HEED_OIDC_NAME',
  'HEED_OIDC_DOMAINS',
  'HEED_OIDC_TRUST_EMAIL',
] as const
export const ProviderSetup = z
  .object({
    back: z.string().describe('where the provider sends people back to; it must know this address'),
    setup: z
      .object({
        name: z.string(),
        issuer: z.string(),
        clientId: z.string(),
        believeEmail: z.boolean(),
        domains: z
          .array(z.object({ domain: z.string(), role: z.enum(['manager', 'teammate', 'observer']) }))
          .describe('who of them comes into this workspace without an invitation'),
      })
      .nullable()
      .describe('nothing where none is set up; the secret is never told'),
    settings: z.array(z.enum(PROVIDER_SETTINGS)),
  })
  .meta({ id: 'ProviderSetup' })
export type ProviderSetup = z.infer<typeof ProviderSetup>
export const ProviderCheck = z
  .object({
    at: z.string(),
    sound: z.boolean(),
    findings: z.array(z.object({ key: z.string(), verdict: z.enum(['good', 'note', 'bad']), says: z.string() })),
  })
  .meta({ id: 'ProviderCheck' })
export type ProviderCheck = z.infer<typeof ProviderCheck>
