/**
 * Addresses nobody can make up, for people without an account: their preferences, the end of one kind of mail, and the
 * confirmation of a consent. Before base64url: kind (1 byte), which secret signed it (2), workspace (16), what it is about
 * (16), a number (2), a word (the rest), then the first 16 bytes of HMAC-SHA256 over all of that.
 *
 * The two bytes are the beginning of the secret's own hash. So the secret can be changed: links signed with an earlier one
 * open as long as that one is listed in HEED_EARLIER_SECRETS, and die when it is taken out.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const KINDS = { preferences: 1, unsubscribe: 2, confirmation: 3 } as const
export type LinkKind = keyof typeof KINDS

export type SignedLink = {
  workspaceId: string
  /** The person, or the confirmation. */
  id: string
  /** Of a preference link: its version; raising the person's own ends it. */
  version: number
  /** Of an unsubscribe link: purpose and channel. */
  word: string
}

const HEAD = 37
const SIGNATURE = 16
const MOST = 160

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const nameOf = (secret: string): Buffer =>
  createHash('sha256').update('heed link').update(secret).digest().subarray(0, 2)
const sign = (secret: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update('heed link').update(body).digest().subarray(0, SIGNATURE)

export function writeLink(secret: string, kind: LinkKind, link: SignedLink): string {
  const version = Buffer.alloc(2)
  version.writeUInt16BE(link.version)
  const body = Buffer.concat([
    Buffer.from([KINDS[kind]]),
    nameOf(secret),
    bytesOf(link.workspaceId),
    bytesOf(link.id),
    version,
    Buffer.from(link.word, 'utf8'),
  ])
  return Buffer.concat([body, sign(secret, body)]).toString('base64url')
}

/** Null for anything none of these secrets signed, and for a link of another kind. The first secret is the one in use. */
export function readLink(secrets: readonly string[], kind: LinkKind, token: string): SignedLink | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length < HEAD + SIGNATURE || bytes.length > MOST || bytes[0] !== KINDS[kind]) return null
  const body = bytes.subarray(0, -SIGNATURE)
  const signature = bytes.subarray(-SIGNATURE)
  const signed = secrets
    .filter((secret) => nameOf(secret).equals(body.subarray(1, 3)))
    .some((secret) => timingSafeEqual(signature, sign(secret, body)))
  if (!signed) return null
  return {
    workspaceId: idOf(body.subarray(3, 19)),
    id: idOf(body.subarray(19, 35)),
    version: body.readUInt16BE(35),
    word: body.subarray(HEAD).toString('utf8'),
  }
}
