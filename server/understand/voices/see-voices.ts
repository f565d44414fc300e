/** The list of voices, filtered and searched, a page at a time. */
import { readCursor, writeCursor, type App, type Tx } from '#platform'
import type { Page } from '#platform/contract'
import { crisisSeen, wordsFor, type Who } from '#trust'
import type { Sort, VoiceFilter, VoiceRow } from '../contract.ts'
import {
  findMany,
  findVoiceRecords,
  inTime,
  listKeys,
  type Key,
  type KeyPage,
  type VoiceRecord,
  type Wanted,
} from './store.ts'
import { rowOnWire } from './voice.ts'
import { resolveFilter, type Resolved } from './prepare-filter.ts'

type Query = VoiceFilter & { sort: Sort; limit: number; cursor?: string | undefined }

export async function seeVoices(app: App, who: Who, query: Query): Promise<Page<VoiceRow>> {
  const { sort, limit, cursor, ...filter } = query
  const after = placeOf(cursor)
  return app.db.inWorkspace(who.workspaceId, async (tx) => {
    const resolved = await resolveFilter(tx, filter)
    if (!resolved) return { data: [], meta: { nextCursor: null } }
    const { records, last } = await pageOfVoices(tx, who.workspaceId, resolved, { sort, after, limit })
    const crises = records.filter((record) => record.crisis).map((record) => record.id)
    await crisisSeen(app, tx, who, crises)
    const show = wordsFor(who)
    return {
      data: records.map((record) => rowOnWire(record, resolved.search, show)),
      meta: { nextCursor: last ? writeCursor([last.saidAt, last.id, last.intensity]) : null },
    }
  })
}

/** One page in order, and its last key if there is more behind it. */
export async function pageOfVoices(
  tx: Tx,
  workspaceId: string,
  { wanted }: Resolved,
  page: { sort: Sort; after: Key | null; limit: number },
): Promise<{ records: VoiceRecord[]; last: Key | null }> {
  const keys = await keysOf(tx, workspaceId, wanted, { ...page, limit: page.limit + 1 })
  const shown = keys.slice(0, page.limit)
  const byId = new Map(
    (
      await findVoiceRecords(
        tx,
        shown.map((key) => key.id),
      )
    ).map((record) => [record.id, record]),
  )
  return {
    records: shown.flatMap((key) => byId.get(key.id) ?? []),
    last: keys.length > page.limit ? (shown.at(-1) ?? null) : null,
  }
}

const WALK_MS = 1_500

/**
 * Common words are looked for by walking the list, which finds a page in a moment unless the planner was wrong about them:
 * each of "was it the" is everywhere, side by side they are nowhere. Then the full-text index has to say which.
 */
async function keysOf(tx: Tx, workspaceId: string, wanted: Wanted, page: KeyPage): Promise<Key[]> {
  const walk = (found: Wanted['found']) => listKeys(tx, workspaceId, { ...wanted, found }, page)
  const { found } = wanted
  if (!found || 'ids' in found || !found.positive) return walk(found)
  const keys = await inTime(tx, WALK_MS, () => walk(found))
  if (keys) return keys
  const ids = await findMany(tx, found.query)
  return walk(ids ? { ids } : found)
}

function placeOf(cursor: string | undefined): Key | null {
  const place = readCursor(cursor, ['instant', 'id', 'number'])
  if (!place) return null
  const [saidAt, id, intensity] = place
  return { saidAt: String(saidAt), id: String(id), intensity: intensity === null ? null : Number(intensity) }
}
