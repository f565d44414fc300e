/**
 * What the sample's people looked after before anybody came to look. Only once everything is read and weighed, so that a
 * case exists exactly where the ordinary rule would have opened one: what was said until some days ago has been answered
 * since, the rest waits.
 */
import type { App } from '#platform'
import { recallCases, type Remembered } from '#act'
import { findWorkspace } from '#trust'
import { makeBusiness, type Business } from './business.ts'
import { makeHandling } from './handling.ts'
import type { LaidOut } from './lay-out-sample.ts'

export const LOOK_BACK = 'sample.look-back'
const LOOK_MS = 500
const MOST_LOOKS = 240

export async function lookBack(app: App, workspaceId: string, { at, voiceIds }: LaidOut): Promise<void> {
  if (!(await isRead(app, workspaceId))) return
  await recallCases(app, workspaceId, rememberAll(makeBusiness(new Date(at)), new Date(at), voiceIds))
}

/** False: it was removed meanwhile. Too slow is a failure, and tried again later. */
async function isRead(app: App, workspaceId: string): Promise<boolean> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    if (await app.events.settled({ workspaceId, withinMs: LOOK_MS, besides: LOOK_BACK })) return true
    if (!(await app.db.inWorkspace(workspaceId, findWorkspace))) return false
  }
  throw new Error('the sample has not been read yet')
}

function rememberAll(business: Business, now: Date, voiceIds: Record<string, string>): Remembered[] {
  return makeHandling(business, now).flatMap(({ voiceKey, ...was }) => {
    const voiceId = voiceIds[voiceKey]
    return voiceId ? [{ ...was, voiceId }] : []
  })
}
