/** Come in with a passkey: the device shows that it holds the key, after its owner unlocked it. Nothing is typed. */
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
} from '@simplewebauthn/server'
import { Refusal, type App } from '#platform'
import { hashToken, makeToken } from '../link-token.ts'
import { accountOf, type Accounts } from './accounts.ts'
import { readCookie, writeCookie } from './cookie.ts'
import type { Asked } from './own.ts'
import { addChallenge, findPasskey, takeChallenge, usedPasskey } from './store-proofs.ts'

export const RIDDLE_SECONDS = 300

export const placeOf = (app: App): { id: string; origin: string } => {
  const { hostname, origin } = new URL(app.config.url)
  return { id: hostname, origin }
}

export const notThisPasskey = (): Refusal =>
  new Refusal('passkey_refused', 'This passkey is not known here, or the try took too long. Please try again.')

/** The same riddle for everybody: it does not say who has a passkey. */
export async function askForPasskey(app: App, accounts: Accounts): Promise<{ riddle: object; headers: Headers }> {
  const riddle = await generateAuthenticationOptions({ rpID: placeOf(app).id, userVerification: 'required' })
  const token = makeToken()
  await addChallenge(accounts.pool, {
    tokenHash: hashToken(token),
    purpose: 'passkey',
    accountId: null,
    data: { challenge: riddle.challenge },
    until: new Date(app.clock.now().getTime() + RIDDLE_SECONDS * 1000),
  })
  const headers = new Headers()
  writeCookie(app.config, headers, 'passkey', token, RIDDLE_SECONDS)
  return { riddle, headers }
}

export async function enterByPasskey(
  app: App,
  accounts: Accounts,
  answer: AuthenticationResponseJSON,
  asked: Asked,
): Promise<Headers> {
  const token = readCookie(app.config, asked.request, 'passkey')
  const open = token
    ? await takeChallenge<{ challenge: string }>(accounts.pool, hashToken(token), 'passkey', app.clock.now())
    : null
  const passkey = open ? await findPasskey(accounts.pool, answer.id) : null
  if (!open || !passkey) throw notThisPasskey()
  const { id, origin } = placeOf(app)
  const verdict = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: open.data.challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: passkey.counter,
      transports: passkey.transports as AuthenticatorTransport[],
    },
  }).catch((error: unknown) => {
    app.log.info('passkey.refused', { error })
    return null
  })
  if (!verdict?.verified) throw notThisPasskey()
  await usedPasskey(accounts.pool, passkey.id, verdict.authenticationInfo.newCounter, app.clock.now())
  const headers = await accounts.enter(await accountOf(accounts, passkey.accountId), 'passkey', asked)
  writeCookie(app.config, headers, 'passkey', '', 0)
  return headers
}
