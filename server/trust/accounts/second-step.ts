/** Codes of a code app (TOTP, RFC 6238: SHA-1, six figures, half a minute) and the recovery codes beside it. */
import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

const STEP_SECONDS = 30
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const makeSeed = (): string => toBase32(randomBytes(20))

export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text
}

export function fromBase32(text: string): Buffer {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text.toUpperCase().replaceAll(/[\s=-]/g, '')) {
    held = (held << 5) | ALPHABET.indexOf(letter)
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

export function codeOf(seed: string, step: number, figures: number = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', fromBase32(seed)).update(counter).digest()
  const offset = hash.at(-1)! & 15
  const value = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** figures
  return String(value).padStart(figures, '0')
}

/** The half minute a code belongs to, one before and after allowed for slow fingers and wrong clocks; or null. */
export function stepOf(seed: string, code: string, now: Date): number | null {
  const given = Buffer.from(code.replaceAll(/\s/g, ''))
  for (const step of [0, -1, 1].map((shift) => stepAt(now) + shift)) {
    const made = Buffer.from(codeOf(seed, step))
    if (made.length === given.length && timingSafeEqual(made, given)) return step
  }
  return null
}

/** What the code app reads from the picture. */
export const seedAddress = (seed: string, email: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${email}`)}?${new URLSearchParams({ secret: seed, issuer, algorithm: 'SHA1', digits: '6', period: '30' })}`

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const letters = (count: number): string =>
  Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** Ten, of 49 random bits each, without letters that are taken for one another. */
export const makeRecoveryCodes = (): string[] => Array.from({ length: 10 }, () => `${letters(5)}-${letters(5)}`)

export const tidyRecoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
export const isAppCode = (typed: string): boolean => /^\d{6}$/.test(typed.replaceAll(/\s/g, ''))
