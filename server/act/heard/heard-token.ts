/**
 * The address of the felt-heard question: it carries workspace, case and last day, signed by this installation, so no table
 * of tokens is kept and nobody can make one up. Layout before base64url: workspace (16 bytes), case (16), last moment in
 * Unix seconds (4), then the first 16 bytes of HMAC-SHA256 over "felt-heard" and all before it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const DAYS_OPEN = 60
const SIGNATURE = 16
const BODY = 36

export type HeardAddress = { workspaceId: string; caseId: string; until: Date }

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const sign = (secret: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update('felt-heard').update(body).digest().subarray(0, SIGNATURE)

export function writeToken(secret: string, address: HeardAddress): string {
  const until = Buffer.alloc(4)
  until.writeUInt32BE(Math.floor(address.until.getTime() / 1000))
  const body = Buffer.concat([bytesOf(address.workspaceId), bytesOf(address.caseId), until])
  return Buffer.concat([body, sign(secret, body)]).toString('base64url')
}

/** Null for anything this installation did not sign. Expiry is the caller's to judge. */
export function readToken(secret: string, token: string): HeardAddress | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== BODY + SIGNATURE) return null
  const body = bytes.subarray(0, BODY)
  if (!timingSafeEqual(bytes.subarray(BODY), sign(secret, body))) return null
  return {
    workspaceId: idOf(bytes.subarray(0, 16)),
    caseId: idOf(bytes.subarray(16, 32)),
    until: new Date(body.readUInt32BE(32) * 1000),
  }
}
