/** Add a passkey to one's account, and take it away again. */
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { newId, Refusal, type App } from '#platform'
import { hashToken, makeToken } from '../link-token.ts'
import type { Accounts } from './accounts.ts'
import { readCookie, writeCookie } from './cookie.ts'
import { notThisPasskey, placeOf, RIDDLE_SECONDS } from './enter-by-passkey.ts'
import { changedLetter, post } from './letters.ts'
import { proveAgain, type Asked, type Own } from './own.ts'
import { isJoined } from './store-accounts.ts'
import { addChallenge, addPasskey, listPasskeys, removePasskey, takeChallenge } from './store-proofs.ts'

export async function askForNewPasskey(
  app: App,
  accounts: Accounts,
  mine: Own,
  asked: Asked,
  input: { password?: string | undefined },
): Promise<{ riddle: object; headers: Headers }> {
  await proveAgain(app, accounts, mine, asked, input.password)
  const { account } = mine
  const known = await listPasskeys(accounts.pool, account.id)
  const riddle = await generateRegistrationOptions({
    rpName: 'Heed',
    rpID: placeOf(app).id,
    userID: new Uint8Array(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
    userName: account.email,
    userDisplayName: account.name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((row) => ({
      id: row.credentialId,
      transports: row.transports as AuthenticatorTransport[],
    })),
  })
  const token = makeToken()
  await addChallenge(accounts.pool, {
    tokenHash: hashToken(token),
    purpose: 'new-passkey',
    accountId: account.id,
    data: { challenge: riddle.challenge },
    until: new Date(app.clock.now().getTime() + RIDDLE_SECONDS * 1000),
  })
  const headers = new Headers()
  writeCookie(app.config, headers, 'passkey', token, RIDDLE_SECONDS)
  return { riddle, headers }
}

export async function keepPasskey(
  app: App,
  accounts: Accounts,
  { account }: Own,
  asked: Asked,
  input: { name: string; answer: RegistrationResponseJSON },
): Promise<void> {
  const token = readCookie(app.config, asked.request, 'passkey')
  const now = app.clock.now()
  const open = token
    ? await takeChallenge<{ challenge: string }>(accounts.pool, hashToken(token), 'new-passkey', now)
    : null
  if (!open || open.accountId !== account.id) throw notThisPasskey()
  const { id, origin } = placeOf(app)
  const verdict = await verifyRegistrationResponse({
    response: input.answer,
    expectedChallenge: open.data.challenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    app.log.info('passkey.refused', { error })
    return null
  })
  if (!verdict?.verified) throw notThisPasskey()
  const { credential } = verdict.registrationInfo
  const kept = await addPasskey(accounts.pool, {
    id: newId(),
    accountId: account.id,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name: input.name,
    createdAt: now,
  })
  if (!kept) throw notThisPasskey()
  post(app, changedLetter(account.email, 'passkey'))
}

/** The last way in stays. */
export async function removeOwnPasskey(app: App, accounts: Accounts, { account }: Own, id: string): Promise<void> {
  const others = (await listPasskeys(accounts.pool, account.id)).filter((row) => row.id !== id)
  const provider = accounts.provider && (await isJoined(accounts.pool, account.id, accounts.provider.id))
  if (!account.password && !provider && others.length === 0)
    throw new Refusal('last_way_in', 'This is the only way into your account. Give it a password first.')
  if (!(await removePasskey(accounts.pool, account.id, id)))
    throw new Refusal('passkey_not_found', 'This passkey is already gone.')
}
