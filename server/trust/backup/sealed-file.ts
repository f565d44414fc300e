/**
 * A file nobody reads without its key, written and read in one pass with constant memory.
 *
 * The key is made from a passphrase with scrypt (RFC 7914; N = 2^17, r = 8, p = 1, a salt per file). The content goes out
 * in portions of 64 KiB, each sealed with AES-256-GCM; the nonce of a portion is a prefix drawn per file, the number of
 * the portion, and a byte that is 1 on the last one only (the STREAM construction of Hoang, Reyhanitabar, Rogaway and
 * Vizár 2015). So a changed, exchanged, missing or cut-off portion is refused, and so is a file whose end is gone.
 *
 *     heed-sealed 1\n
 *     {"n":131072,"r":8,"p":1,"salt":"…","prefix":"…","check":"…"}\n     (authenticated with every portion)
 *     portion, portion, … last portion                                   (each with 16 bytes of tag)
 *
 * `check` tells a wrong key from a damaged file before anything is read; it is made from the key and gives nothing away.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Refusal } from '#platform'

export const MAGIC = 'heed-sealed 1\n'
const PORTION = 64 * 1024
const TAG = 16
const PREFIX = 7
const COST = { n: 2 ** 17, r: 8, p: 1 } as const
/** What an opener accepts: a file must not be able to ask for all the memory of the machine. */
const MOST_COST = 2 ** 20
const LONGEST_HEAD = 1024

type Head = { n: number; r: number; p: number; salt: string; prefix: string; check: string }

const deriveKey = (passphrase: string, { n, r, p, salt }: Pick<Head, 'n' | 'r' | 'p' | 'salt'>): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(
      passphrase.normalize('NFKC'),
      Buffer.from(salt, 'base64'),
      32,
      { N: n, r, p, maxmem: 256 * n * r },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  )

const checkOf = (key: Buffer): Buffer =>
  createHmac('sha256', key).update('heed backup key check').digest().subarray(0, 8)

function nonceOf(prefix: Buffer, nth: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(nth, PREFIX)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Seals what flows through. For a `pipeline`: bytes in, sealed bytes out. `cost` is how dear a guess of the key is. */
export async function sealing(
  passphrase: string,
  cost: { n: number; r: number; p: number } = COST,
): Promise<(source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>> {
  const salt = randomBytes(16).toString('base64')
  const key = await deriveKey(passphrase, { ...cost, salt })
  const prefix = randomBytes(PREFIX)
  const head: Head = { ...cost, salt, prefix: prefix.toString('base64'), check: checkOf(key).toString('base64') }
  const headLine = Buffer.from(`${MAGIC}${JSON.stringify(head)}\n`)
  const seal = (content: Buffer, nth: number, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, nth, last))
    cipher.setAAD(headLine)
    return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
  }
  return async function* (source) {
    yield headLine
    let nth = 0
    for await (const { portion, last } of portionsOf(source, PORTION)) {
      yield seal(portion, nth, last)
      nth += 1
    }
  }
}

/** Opens what flows through. Refuses a wrong key, and a file that is damaged or cut off, naming `path`. */
export function opening(passphrase: string, path: string) {
  const damaged = () => new Refusal('invalid_input', `${path} is damaged or was cut off. Nothing was restored.`)
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const { headLine, rest } = await takeHead(source, damaged)
    const head = readHead(headLine, damaged)
    const key = await deriveKey(passphrase, head)
    const check = Buffer.from(head.check, 'base64')
    if (check.length !== 8 || !timingSafeEqual(check, checkOf(key)))
      throw new Refusal('wrong_backup_key', `This is not the key that ${path} was written with.`)
    const prefix = Buffer.from(head.prefix, 'base64')
    let nth = 0
    for await (const { portion, last } of portionsOf(rest, PORTION + TAG)) {
      if (portion.length < TAG) throw damaged()
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, nth, last), { authTagLength: TAG })
      decipher.setAAD(headLine)
      decipher.setAuthTag(portion.subarray(-TAG))
      const content = decipher.update(portion.subarray(0, -TAG))
      try {
        decipher.final()
      } catch {
        throw damaged()
      }
      yield content
      nth += 1
    }
  }
}

/** Portions of one size, the last one shorter or as long; an empty source has one empty portion. */
async function* portionsOf(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ portion: Buffer; last: boolean }> {
  let kept: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    kept.push(chunk)
    length += chunk.length
    // One byte more than a portion must be there before it is known not to be the last.
    if (length <= size) continue
    const all = Buffer.concat(kept)
    let from = 0
    for (; all.length - from > size; from += size) yield { portion: all.subarray(from, from + size), last: false }
    kept = [all.subarray(from)]
    length = all.length - from
  }
  yield { portion: Buffer.concat(kept), last: true }
}

async function takeHead(
  source: AsyncIterable<Buffer>,
  damaged: () => Refusal,
): Promise<{ headLine: Buffer; rest: AsyncGenerator<Buffer> }> {
  const from = source[Symbol.asyncIterator]()
  let seen = Buffer.alloc(0)
  for (;;) {
    const end = seen.indexOf(10, MAGIC.length)
    if (end >= 0) {
      const after = seen.subarray(end + 1)
      return { headLine: seen.subarray(0, end + 1), rest: goOn(after, from) }
    }
    if (seen.length > LONGEST_HEAD) throw damaged()
    const { done, value } = await from.next()
    if (done) throw damaged()
    seen = Buffer.concat([seen, value])
  }
}

async function* goOn(first: Buffer, from: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  for (;;) {
    const { done, value } = await from.next()
    if (done) return
    yield value
  }
}

function readHead(headLine: Buffer, damaged: () => Refusal): Head {
  try {
    const head = JSON.parse(headLine.subarray(MAGIC.length).toString('utf8')) as Head
    const sound =
      [head.n, head.r, head.p].every((one) => Number.isInteger(one) && one > 0) &&
      Number.isInteger(Math.log2(head.n)) &&
      head.n * head.r * head.p <= MOST_COST * 8
    if (!sound || ![head.salt, head.prefix, head.check].every((one) => typeof one === 'string')) throw damaged()
    return head
  } catch {
    throw damaged()
  }
}
