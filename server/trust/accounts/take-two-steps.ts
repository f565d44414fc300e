/** Make signing in take two steps, make new recovery codes, and go back to one. */
import { Refusal, type App } from '#platform'
import { drawPicture } from './seed-picture.ts'
import type { Accounts } from './accounts.ts'
import { take, tryOf } from './attempts.ts'
import { changedLetter, post } from './letters.ts'
import { proveAgain, type Asked, type Own } from './own.ts'
import { fingerprint, seal, unseal } from './seal.ts'
import { makeRecoveryCodes, makeSeed, seedAddress, stepOf, tidyRecoveryCode } from './second-step.ts'
import { RECOVERY_USE, SEED_USE } from './sign-in.ts'
import {
  beginSecondStep,
  confirmSecondStep,
  findSecondStep,
  keepRecoveryCodes,
  removeSecondStep,
  useStep,
} from './store-proofs.ts'

type Password = { password?: string | undefined }

export async function beginTwoSteps(app: App, accounts: Accounts, mine: Own, asked: Asked, input: Password) {
  await proveAgain(app, accounts, mine, asked, input.password)
  const seed = makeSeed()
  if (!(await beginSecondStep(accounts.pool, mine.account.id, seal(app.secret, SEED_USE, seed))))
    throw new Refusal('two_step_on', 'Signing in takes two steps already. Switch it off first to change the code app.')
  const address = seedAddress(seed, mine.account.email, 'Heed')
  return { secret: seed.match(/.{1,4}/g)!.join(' '), address, picture: drawPicture(address) }
}

/** From now on: every other session ends, and this one goes on under a new secret. */
export async function confirmTwoSteps(
  app: App,
  accounts: Accounts,
  { account }: Own,
  asked: Asked,
  input: { code: string },
): Promise<{ codes: string[]; headers: Headers }> {
  const taken = await take(app, accounts.pool, [tryOf(app, 'account', 'confirm', account.id)])
  const kept = await findSecondStep(accounts.pool, account.id)
  if (!kept || kept.confirmedAt)
    throw new Refusal('step_over', 'There is nothing to confirm. Begin again with the picture.')
  const step = stepOf(unseal(app.secret, SEED_USE, kept.secret), input.code, app.clock.now())
  if (step === null || !(await useStep(accounts.pool, account.id, step)))
    throw new Refusal('wrong_code', 'This code is not right. Is the clock of your phone right?', [
      { field: 'code', reason: 'This code is not right. Wait for the next one; is the clock of your phone right?' },
    ])
  await taken.right()
  await confirmSecondStep(accounts.pool, account.id, app.clock.now())
  const codes = await newCodes(app, accounts, account.id)
  post(app, changedLetter(account.email, 'twoStepOn'))
  return { codes, headers: await accounts.enter(account, 'code', asked, 'all') }
}

export async function renewRecoveryCodes(app: App, accounts: Accounts, mine: Own, asked: Asked, input: Password) {
  await proveAgain(app, accounts, mine, asked, input.password)
  if (!mine.account.twoStep)
    throw new Refusal('two_step_first', 'Recovery codes belong to the second step. Set that up first.')
  return { codes: await newCodes(app, accounts, mine.account.id) }
}

export async function leaveTwoSteps(
  app: App,
  accounts: Accounts,
  mine: Own,
  asked: Asked,
  input: Password,
): Promise<Headers> {
  await proveAgain(app, accounts, mine, asked, input.password)
  await removeSecondStep(accounts.pool, mine.account.id, app.clock.now())
  post(app, changedLetter(mine.account.email, 'twoStepOff'))
  const { enteredBy } = mine.current
  return accounts.enter(
    mine.account,
    ['passkey', 'provider'].includes(enteredBy) ? enteredBy : 'password',
    asked,
    'all',
  )
}

async function newCodes(app: App, accounts: Accounts, accountId: string): Promise<string[]> {
  const codes = makeRecoveryCodes()
  const hashes = codes.map((code) => fingerprint(app.secret, RECOVERY_USE, tidyRecoveryCode(code)))
  await keepRecoveryCodes(accounts.pool, accountId, hashes)
  return codes
}
