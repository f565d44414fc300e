/**
 * What members and programs do reaches the audit log by itself: every request that changes something, after it succeeded
 * and before its answer leaves, so that no acknowledged deed is without an entry; and looking at somebody's record, once
 * an hour per reader and record. A route may say otherwise (`audit` in its row), and a test reads out which do.
 */
import type { App, Route, RouteInput } from '#platform'
import type { Who } from '../who.ts'
import type { Particulars } from './audit-entry.ts'
import { record } from './record-deed.ts'
import { isWithout } from './store.ts'

const AGAIN_MS = 3_600_000
const MOST_REMEMBERED = 10_000

export const isRecorded = (row: Pick<Route<Who>, 'method' | 'permit' | 'audit'>): boolean =>
  row.audit === 'seen' || (row.method !== 'get' && row.permit !== 'public' && row.audit !== 'none')

export const deedOf = (row: Pick<Route<Who>, 'method' | 'path'>): string => `${row.method} ${row.path}`

export type RecordRequest = (row: Route<Who>, who: Who, input: RouteInput, result: unknown) => Promise<void>

export function recorder(app: App): RecordRequest {
  const seen = new Map<string, number>()
  const justSeen = (key: string): boolean => {
    const now = app.clock.now().getTime()
    const before = seen.get(key)
    if (before !== undefined && now - before < AGAIN_MS && now >= before) return true
    if (seen.size >= MOST_REMEMBERED) seen.delete(seen.keys().next().value!)
    seen.delete(key)
    seen.set(key, now)
    return false
  }
  return async (row, who, input, result) => {
    if (!isRecorded(row)) return
    const workspaceId = who.workspaceId || idOf(result)
    if (!workspaceId) return
    const params: Particulars = input.params
    const about = { ...params, ...madeBy(result, params) }
    const deed = deedOf(row)
    if (row.audit === 'seen' && justSeen(`${who.accountId ?? who.keyId} ${deed} ${JSON.stringify(about)}`)) return
    await app.db.inWorkspace(workspaceId, async (tx) => {
      // Removing a workspace removes its log: there is nothing left to write into.
      if (await isWithout(tx)) return
      await record(app, tx, { ...who, workspaceId }, { deed, about, particulars: row.particulars?.(input) ?? {} })
    })
  }
}

const idOf = (result: unknown): string => {
  const id = (result as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : ''
}

/** The id of what a request made, where the address had none. */
const madeBy = (result: unknown, params: object): Particulars =>
  'id' in params || result instanceof Response || !idOf(result) ? {} : { id: idOf(result) }
