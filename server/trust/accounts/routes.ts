/** Ways in, and one's own account, over HTTP. For the browser: a program has keys. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Route } from '#platform'
import { Id } from '#platform/contract'
import { signedIn, route } from '../route.ts'
import type { Who } from '../who.ts'
import type { Accounts } from './accounts.ts'
import { changeName, changePassword, endSession, endSessions, partWithProvider } from './change-account.ts'
import {
  AccountChange,
  Code,
  EmailChange,
  EmailChanging,
  EmailProved,
  NewPasskey,
  NewPassword,
  OwnAccount,
  PasskeyAnswer,
  PasswordChange,
  SelfProof,
  RecoveryCodes,
  ResetRequest,
  ResetSeen,
  Session,
  SignIn,
  TwoStepBegun,
  Ways,
  ProviderCheck,
  ProviderSetup,
} from './contract.ts'
import { askForPasskey, enterByPasskey, placeOf } from './enter-by-passkey.ts'
import { checkProvider, seeProvider } from './see-provider.ts'
import { leaveForProvider, returnFromProvider } from './enter-by-provider.ts'
import { askForNewPasskey, keepPasskey, removeOwnPasskey } from './keep-passkey.ts'
import { own } from './own.ts'
import { askForNewEmail, askWhoseAgain, proveByLink } from './prove-email.ts'
import { askForReset, resetPassword, seeReset } from './reset-password.ts'
import { seeAccount, seeSessions } from './see-account.ts'
import { enterCode, signIn } from './sign-in.ts'
import { beginTwoSteps, confirmTwoSteps, leaveTwoSteps, renewRecoveryCodes } from './take-two-steps.ts'

const ById = z.object({ id: Id })
const ByToken = z.object({ token: z.string().max(200) })
const open = { permit: 'public', tag: 'Account', hidden: true } as const
const mine = { permit: 'account', tag: 'Account', hidden: true } as const

const waysIn = (accounts: Accounts): Route<Who>[] => [
  route({
    ...open,
    method: 'get',
    path: '/sign-in',
    summary: 'Which ways in there are',
    answer: Ways,
    run: async (app) => ({
      mailReady: app.mail.ready,
      provider: accounts.provider && { name: accounts.provider.name },
      passkeysAt: placeOf(app).origin,
    }),
  }),
  route({
    ...open,
    method: 'post',
    path: '/sign-in',
    summary: 'Come in with e-mail and password',
    body: SignIn,
    run: async (app, _who, asked) => {
      const { next, headers } = await signIn(app, accounts, asked.body, asked)
      return signedIn({ next }, headers)
    },
  }),
  route({
    ...open,
    method: 'post',
    path: '/sign-in/code',
    summary: 'The second step',
    body: Code,
    run: async (app, _who, asked) => {
      const { next, headers } = await enterCode(app, accounts, asked.body, asked)
      return signedIn({ next }, headers)
    },
  }),
  route({
    ...open,
    method: 'post',
    path: '/sign-in/passkey-riddle',
    summary: 'What a passkey has to answer',
    run: async (app) => {
      const { riddle, headers } = await askForPasskey(app, accounts)
      return signedIn(riddle, headers)
    },
  }),
  route({
    ...open,
    method: 'post',
    path: '/sign-in/passkey',
    summary: 'Come in with a passkey',
    body: PasskeyAnswer,
    run: async (app, _who, asked) => {
      const answer = asked.body.answer as unknown as AuthenticationResponseJSON
      return signedIn({ next: 'in' }, await enterByPasskey(app, accounts, answer, asked))
    },
  }),
  route({
    ...open,
    method: 'get',
    path: '/sign-in/provider',
    summary: 'Off to the business’s own sign-in',
    query: z.object({ next: z.string().max(2000).optional(), join: z.literal('1').optional() }),
    run: (app, _who, asked) =>
      leaveForProvider(app, accounts, { next: asked.query.next, join: asked.query.join === '1' }, asked),
  }),
  route({
    ...open,
    method: 'get',
    path: '/sign-in/provider/back',
    summary: 'Back from it',
    run: (app, _who, asked) => returnFromProvider(app, accounts, asked),
  }),
  route({
    ...open,
    method: 'post',
    path: '/password-resets',
    summary: 'Ask for a letter with which to choose a new password',
    body: ResetRequest,
    run: (app, _who, asked) => askForReset(app, accounts, asked.body, asked),
  }),
  route({
    ...open,
    method: 'get',
    path: '/password-resets/by-token/{token}',
    summary: 'Whose password a link changes',
    params: ByToken,
    answer: ResetSeen,
    run: (app, _who, { params }) => seeReset(app, accounts, params.token),
  }),
  route({
    ...open,
    method: 'post',
    path: '/password-resets/by-token/{token}',
    summary: 'Choose a new password',
    params: ByToken,
    body: NewPassword,
    run: (app, _who, { params, body }) => resetPassword(app, accounts, params.token, body),
  }),
  route({
    ...open,
    method: 'post',
    path: '/email-proofs/by-token/{token}',
    summary: 'Show that an address is one’s own',
    params: ByToken,
    answer: EmailProved,
    run: (app, _who, { params }) => proveByLink(app, accounts, params.token),
  }),
]

const ownAccount = (accounts: Accounts): Route<Who>[] => [
  route({
    ...mine,
    method: 'get',
    path: '/account',
    summary: 'My account',
    answer: OwnAccount,
    run: async (app, _who, asked) => seeAccount(app, accounts, await own(accounts, asked)),
  }),
  route({
    ...mine,
    method: 'patch',
    path: '/account',
    summary: 'Change my name',
    body: AccountChange,
    run: async (app, _who, asked) => changeName(app, accounts, await own(accounts, asked), asked.body),
  }),
  route({
    ...mine,
    method: 'put',
    path: '/account/password',
    summary: 'Change my password',
    body: PasswordChange,
    run: async (app, _who, asked) =>
      signedIn({}, await changePassword(app, accounts, await own(accounts, asked), asked, asked.body)),
  }),
  route({
    ...mine,
    method: 'post',
    path: '/account/email',
    summary: 'Ask for another e-mail address',
    body: EmailChange,
    answer: EmailChanging,
    run: async (app, _who, asked) => askForNewEmail(app, accounts, await own(accounts, asked), asked, asked.body),
  }),
  route({
    ...mine,
    method: 'post',
    path: '/account/email-proof',
    summary: 'Send me the letter that proves my address',
    answer: EmailChanging,
    run: async (app, _who, asked) => askWhoseAgain(app, accounts, await own(accounts, asked)),
  }),
  route({
    ...mine,
    method: 'delete',
    path: '/account/provider',
    summary: 'Part my account from the business’s own sign-in',
    body: SelfProof,
    run: async (app, _who, asked) => partWithProvider(app, accounts, await own(accounts, asked), asked, asked.body),
  }),
  route({
    ...mine,
    method: 'get',
    path: '/account/sessions',
    summary: 'Where I am signed in',
    answer: z.object({ data: z.array(Session) }),
    run: async (app, _who, asked) => ({ data: await seeSessions(app, accounts, await own(accounts, asked)) }),
  }),
  route({
    ...mine,
    method: 'delete',
    path: '/account/sessions',
    summary: 'Sign me out everywhere',
    run: async (_app, _who, asked) => endSessions(accounts, await own(accounts, asked)),
  }),
  route({
    ...mine,
    method: 'delete',
    path: '/account/sessions/{id}',
    summary: 'Sign me out there',
    params: ById,
    run: async (_app, _who, asked) => endSession(accounts, await own(accounts, asked), asked.params.id),
  }),
]

const ownProofs = (accounts: Accounts): Route<Who>[] => [
  route({
    ...mine,
    method: 'post',
    path: '/account/passkey-riddle',
    summary: 'What a new passkey has to answer',
    body: SelfProof,
    run: async (app, _who, asked) => {
      const { riddle, headers } = await askForNewPasskey(app, accounts, await own(accounts, asked), asked, asked.body)
      return signedIn(riddle, headers)
    },
  }),
  route({
    ...mine,
    method: 'post',
    path: '/account/passkeys',
    summary: 'Keep a new passkey',
    body: NewPasskey,
    run: async (app, _who, asked) => {
      const answer = asked.body.answer as unknown as RegistrationResponseJSON
      await keepPasskey(app, accounts, await own(accounts, asked), asked, { name: asked.body.name, answer })
    },
  }),
  route({
    ...mine,
    method: 'delete',
    path: '/account/passkeys/{id}',
    summary: 'Take a passkey away',
    params: ById,
    run: async (app, _who, asked) => removeOwnPasskey(app, accounts, await own(accounts, asked), asked.params.id),
  }),
  route({
    ...mine,
    method: 'post',
    path: '/account/two-step',
    summary: 'Begin to sign in with two steps',
    body: SelfProof,
    answer: TwoStepBegun,
    run: async (app, _who, asked) => beginTwoSteps(app, accounts, await own(accounts, asked), asked, asked.body),
  }),
  route({
    ...mine,
    method: 'post',
    path: '/account/two-step/confirmation',
    summary: 'Show that the code app works',
    body: Code,
    run: async (app, _who, asked) => {
      const { codes, headers } = await confirmTwoSteps(app, accounts, await own(accounts, asked), asked, asked.body)
      return signedIn({ codes }, headers)
    },
  }),
  route({
    ...mine,
    method: 'delete',
    path: '/account/two-step',
    summary: 'Sign in with one step again',
    body: SelfProof,
    run: async (app, _who, asked) =>
      signedIn({}, await leaveTwoSteps(app, accounts, await own(accounts, asked), asked, asked.body)),
  }),
  route({
    ...mine,
    method: 'post',
    path: '/account/recovery-codes',
    summary: 'Make new recovery codes; the old ones end',
    body: SelfProof,
    answer: RecoveryCodes,
    run: async (app, _who, asked) => renewRecoveryCodes(app, accounts, await own(accounts, asked), asked, asked.body),
  }),
]

const providerRoutes: Route<Who>[] = [
  route({
    method: 'get',
    path: '/provider',
    permit: 'provider.see',
    tag: 'Trust',
    summary: 'How the business’s own sign-in is set up, without its secret',
    answer: ProviderSetup,
    run: async (app, who) => seeProvider(app, who),
  }),
  route({
    method: 'post',
    path: '/provider/check',
    permit: 'provider.see',
    tag: 'Trust',
    summary: 'Look whether it can be reached, and says all that signing in needs',
    answer: ProviderCheck,
    run: (app) => checkProvider(app),
  }),
]

export const ownAccountRoutes = (accounts: Accounts): Route<Who>[] => [
  ...providerRoutes,
  ...waysIn(accounts),
  ...ownAccount(accounts),
  ...ownProofs(accounts),
]
