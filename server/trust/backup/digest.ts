/**
 * A checksum of the rows of a table that does not depend on their order: the sum, modulo 2^128, of the first half of each
 * row's SHA-256. Two tables with the same rows, however often each, have the same sum.
 */
import { createHash } from 'node:crypto'

const MODULUS = 1n << 128n

export type Digest = { add: (row: string) => void; text: () => string }

export function createDigest(): Digest {
  let sum = 0n
  return {
    add: (row) => {
      const hash = createHash('sha256').update(row).digest()
      sum = (sum + (hash.readBigUInt64BE(0) << 64n) + hash.readBigUInt64BE(8)) % MODULUS
    },
    text: () => sum.toString(16).padStart(32, '0'),
  }
}
