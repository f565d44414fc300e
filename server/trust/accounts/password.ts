/**
 * Passwords are kept as Argon2id (RFC 9106, 19 MiB, two passes: OWASP's recommendation), made by Node itself. Hashes of
 * scrypt, which Heed kept before, go on working and are made anew at the next sign-in. Somebody unknown costs the same
 * time as somebody known: there is always a hash to compare with.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { verifyPassword as verifyScrypt } from 'better-auth/crypto'

const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const LENGTH = 32
const make = promisify(argon2)

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')
const encode = (nonce: Uint8Array, tag: Uint8Array): string =>
  `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(tag)}`

const derive = (password: string, nonce: Uint8Array, cost: typeof COST | Cost, length: number): Promise<Buffer> =>
  make('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: length, ...cost })

type Cost = { memory: number; passes: number; parallelism: number }

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  return encode(nonce, await derive(password, nonce, COST, LENGTH))
}

const SHAPE = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

export const isOldHash = (hash: string): boolean =>
  !hash.startsWith(`$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`)

/** Compared with when there is nobody: nothing hashes to it. */
const NOBODY = encode(Buffer.alloc(16, 7), Buffer.alloc(LENGTH, 7))
const NOBODY_SCRYPT = `${'07'.repeat(16)}:${'07'.repeat(64)}`

/**
 * `oldOnesLeft`: while hashes of scrypt are still kept, everybody is compared in both ways, so that the time does not
 * tell who has one.
 */
export async function isPassword(password: string, kept: string | null, oldOnesLeft: boolean): Promise<boolean> {
  const hash = kept ?? NOBODY
  const scrypt = !hash.startsWith('$argon2id$')
  const byScrypt =
    scrypt || oldOnesLeft
      ? await verifyScrypt({ hash: scrypt ? hash : NOBODY_SCRYPT, password: password.normalize('NFKC') }).catch(
          () => false,
        )
      : false
  const byArgon = await isArgon(password, scrypt ? NOBODY : hash)
  return kept !== null && (scrypt ? byScrypt : byArgon)
}

async function isArgon(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = SHAPE.exec(hash) ?? []
  if (!nonce || !tag) return false
  const kept = Buffer.from(tag, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const made = await derive(password, Buffer.from(nonce, 'base64'), cost, kept.length)
  return timingSafeEqual(made, kept)
}
