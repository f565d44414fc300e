/** Secrets that travel in links and headers: random, shown once, stored only as a hash. */
import { createHash, randomBytes } from 'node:crypto'

export const makeToken = (prefix: string = ''): string => prefix + randomBytes(24).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
