/** Secrets that must be read again (the seed of a code app) are kept sealed: AES-256-GCM, a key of its own for each use. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const keyFor = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'heed', `seal ${use}`, 32))

export function seal(secret: string, use: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, use), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Throws if it was sealed with another secret, for another use, or changed on the way. */
export function unseal(secret: string, use: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, use), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** A fingerprint nobody can make without the installation's secret. */
export const fingerprint = (secret: string, use: string, text: string): string =>
  createHmac('sha256', keyFor(secret, use)).update(text).digest('base64url')
