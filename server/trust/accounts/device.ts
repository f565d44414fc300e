/**
 * A mark that this browser was signed in to this account before. It opens nothing: it only keeps the tries of a known
 * browser apart from those of strangers at the same address.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { fingerprint } from './seal.ts'

const sign = (secret: string, nonce: string, email: string): string =>
  fingerprint(secret, 'device', `${nonce}\n${email}`)

export function deviceMark(secret: string, email: string): string {
  const nonce = randomBytes(12).toString('base64url')
  return `${nonce}.${sign(secret, nonce, email)}`
}

/** The part that tells this browser from others, if it was here as this e-mail before. */
export function knownDevice(secret: string, mark: string | null, email: string): string | null {
  const [nonce, signature] = (mark ?? '').split('.')
  if (!nonce || !signature) return null
  const made = Buffer.from(sign(secret, nonce, email))
  const given = Buffer.from(signature)
  return made.length === given.length && timingSafeEqual(made, given) ? nonce : null
}
