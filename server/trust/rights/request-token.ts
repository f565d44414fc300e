/**
 * The address of a page for one request: it carries workspace, request, what it opens and its last moment, signed by this
 * installation. Layout before base64url: workspace (16 bytes), request (16), purpose (1), last moment in Unix seconds (4),
 * then the first 16 bytes of HMAC-SHA256 over "request" and all before it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const PURPOSES = ['proof', 'export'] as const
export type Purpose = (typeof PURPOSES)[number]
export type RequestAddress = { workspaceId: string; requestId: string; purpose: Purpose; until: Date }

const BODY = 37
const SIGNATURE = 16

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const sign = (secret: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update('request').update(body).digest().subarray(0, SIGNATURE)

export function writeRequestToken(secret: string, address: RequestAddress): string {
  const rest = Buffer.alloc(5)
  rest.writeUInt8(PURPOSES.indexOf(address.purpose), 0)
  rest.writeUInt32BE(Math.floor(address.until.getTime() / 1000), 1)
  const body = Buffer.concat([bytesOf(address.workspaceId), bytesOf(address.requestId), rest])
  return Buffer.concat([body, sign(secret, body)]).toString('base64url')
}

/** Null for anything this installation did not sign. Expiry is the caller's to judge. */
export function readRequestToken(secret: string, token: string): RequestAddress | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== BODY + SIGNATURE) return null
  const body = bytes.subarray(0, BODY)
  if (!timingSafeEqual(bytes.subarray(BODY), sign(secret, body))) return null
  const purpose = PURPOSES[body.readUInt8(32)]
  if (!purpose) return null
  return {
    workspaceId: idOf(body.subarray(0, 16)),
    requestId: idOf(body.subarray(16, 32)),
    purpose,
    until: new Date(body.readUInt32BE(33) * 1000),
  }
}
