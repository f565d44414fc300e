/**
 * Whoever looks around in the sample before anybody has set Heed up. A guest is no owner of the installation: while only
 * the guest is here it still counts as the first run, and setting up leaves nothing of the guest behind.
 */
import { createHmac } from 'node:crypto'

export const GUEST = { name: 'Guest', email: 'guest@sample.invalid' } as const

export const isGuest = ({ email }: { email: string }): boolean => email === GUEST.email

/** Nobody types it and nobody can guess it; made from the secret, so that a guest who lost the cookie comes in again. */
export const guestPassword = (secret: string): string =>
  createHmac('sha256', secret).update('guest of the sample').digest('base64url')
