/** Come in with e-mail and password, and with a second step where the account asks for one. */
import { Refusal, type App } from '#platform'
import { hashToken, makeToken } from '../link-token.ts'
import { accountOf, type Accounts } from './accounts.ts'
import { household, take, tryOf } from './attempts.ts'
import { readCookie, writeCookie } from './cookie.ts'
import { knownDevice } from './device.ts'
import { isGuest } from './guest.ts'
import { triesOf, type Asked } from './own.ts'
import { fingerprint, unseal } from './seal.ts'
import { isAppCode, stepOf, tidyRecoveryCode } from './second-step.ts'
import { findAccountByEmail } from './store-accounts.ts'
import { addChallenge, findChallenge, findSecondStep, takeChallenge, useRecoveryCode, useStep } from './store-proofs.ts'

const STEP_SECONDS = 600
export const SEED_USE = 'second step'
export const RECOVERY_USE = 'recovery code'

export type Entered = { next: 'in' | 'code'; headers: Headers }

export const wrongCredentials = (): Refusal =>
  new Refusal('wrong_credentials', 'E-mail and password do not belong together.')

export async function signIn(
  app: App,
  accounts: Accounts,
  input: { email: string; password: string },
  asked: Asked,
): Promise<Entered> {
  const taken = await take(app, accounts.pool, triesOf(app, asked, 'password', input.email))
  const account = await findAccountByEmail(accounts.pool, input.email)
  const right = await accounts.prove(account && isGuest(account) ? null : account, input.password)
  if (!right || !account) throw wrongCredentials()
  await taken.right()
  if (!account.twoStep) return { next: 'in', headers: await accounts.enter(account, 'password', asked) }
  const token = makeToken()
  await addChallenge(accounts.pool, {
    tokenHash: hashToken(token),
    purpose: 'code',
    accountId: account.id,
    data: {},
    until: new Date(app.clock.now().getTime() + STEP_SECONDS * 1000),
  })
  const headers = new Headers()
  writeCookie(app.config, headers, 'code', token, STEP_SECONDS)
  return { next: 'code', headers }
}

export async function enterCode(app: App, accounts: Accounts, input: { code: string }, asked: Asked): Promise<Entered> {
  const now = app.clock.now()
  const token = readCookie(app.config, asked.request, 'code')
  const open = token ? await findChallenge(accounts.pool, hashToken(token), 'code', now) : null
  if (!token || !open?.accountId)
    throw new Refusal('step_over', 'This took too long. Please begin again with your password.')
  const account = await accountOf(accounts, open.accountId)
  const device = knownDevice(app.secret, readCookie(app.config, asked.request, 'device'), account.email)
  const tries = device
    ? [tryOf(app, 'account', 'code', account.id, 'device', device)]
    : [tryOf(app, 'account', 'code', account.id, household(asked.address)), tryOf(app, 'codes', 'code', account.id)]
  const taken = await take(app, accounts.pool, tries)
  const enteredBy = await whichCode(app, accounts, account.id, input.code)
  if (!enteredBy || !(await takeChallenge(accounts.pool, hashToken(token), 'code', now)))
    throw new Refusal(
      'wrong_code',
      'This code is not right, or was used before. Wait for the next one and try again.',
      [{ field: 'code', reason: 'This code is not right, or was used before. Wait for the next one.' }],
    )
  await taken.right()
  const headers = await accounts.enter(account, enteredBy, asked)
  writeCookie(app.config, headers, 'code', '', 0)
  return { next: 'in', headers }
}

async function whichCode(
  app: App,
  accounts: Accounts,
  accountId: string,
  code: string,
): Promise<'code' | 'recovery' | null> {
  const now = app.clock.now()
  if (!isAppCode(code)) {
    const hash = fingerprint(app.secret, RECOVERY_USE, tidyRecoveryCode(code))
    return (await useRecoveryCode(accounts.pool, accountId, hash, now)) ? 'recovery' : null
  }
  const kept = await findSecondStep(accounts.pool, accountId)
  const step = kept?.confirmedAt ? stepOf(unseal(app.secret, SEED_USE, kept.secret), code, now) : null
  return step !== null && (await useStep(accounts.pool, accountId, step)) ? 'code' : null
}
