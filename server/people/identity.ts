/** How a person is recognised: addresses and numbers in the one form in which they are compared. */
import type { Identity } from './contract.ts'

/** The compared form, or null if this cannot identify anybody (an empty cell, a number too short to be a phone). */
export function compared(identity: Identity): string | null {
  const written = identity.value.normalize('NFC').trim()
  if (identity.kind === 'email') {
    const address = written.toLowerCase().replace(/^mailto:/, '')
    return /^[^\s@<>"]+@[^\s@<>"]+$/.test(address) ? address : null
  }
  if (identity.kind === 'phone') {
    const digits = written.replace(/^\+/, '00').replace(/\D/g, '').replace(/^00/, '+')
    return digits.replace('+', '').length >= 6 ? digits : null
  }
  return written === '' ? null : written
}

/** Fallback name for a person who gave none: what stands before the @, made readable. */
export function nameFrom(identities: Identity[]): string {
  const address = identities.find((identity) => identity.kind === 'email')?.value
  const local = address?.split('@')[0]?.replace(/\+.*$/, '') ?? ''
  return local
    .split(/[._-]+/)
    .filter((part) => /\p{L}/u.test(part))
    .map((part) => part[0]!.toUpperCase() + part.slice(1))
    .join(' ')
}
