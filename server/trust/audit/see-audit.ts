/** Show the audit log, and give it out whole. */
import { csvLine, readCursor, writeCursor, type App } from '#platform'
import type { Accounts } from '../accounts/accounts.ts'
import type { Who } from '../who.ts'
import type { AuditEntry } from './audit-entry.ts'
import type { AuditEntryOnWire, AuditQuery } from './contract.ts'
import { findKeyNames, listEntries, listFrom } from './store.ts'

const PORTION = 500

export async function seeAudit(app: App, accounts: Accounts, who: Who, query: AuditQuery) {
  const before = readCursor(query.cursor, ['whole'])
  const { rows, names } = await app.db.inWorkspace(who.workspaceId, async (tx) => {
    const found = await listEntries(
      tx,
      {
        actorId: query.actorId,
        about: query.about,
        from: query.from ? new Date(query.from) : undefined,
        to: query.to ? new Date(query.to) : undefined,
      },
      before ? Number(before[0]) : null,
      query.limit + 1,
    )
    return { rows: found, names: await findKeyNames(tx, actorsOf(found, 'key')) }
  })
  const shown = rows.slice(0, query.limit)
  for (const [id, name] of await accounts.namesOf(actorsOf(shown, 'member'))) names.set(id, name)
  return {
    data: shown.map((row) => onWire(row, names)),
    meta: { nextCursor: rows.length > query.limit ? writeCursor([shown.at(-1)!.seq]) : null },
  }
}

const actorsOf = (rows: AuditEntry[], actor: string): string[] => [
  ...new Set(rows.filter((row) => row.actor === actor && row.actorId).map((row) => row.actorId!)),
]

const onWire = (row: AuditEntry, names: Map<string, string>): AuditEntryOnWire => ({
  seq: row.seq,
  at: row.at.toISOString(),
  actor: row.actor,
  actorId: row.actorId,
  actorName: row.actorId ? (names.get(row.actorId) ?? null) : null,
  deed: row.deed,
  about: row.about,
  particulars: row.particulars,
  hash: row.hash,
})

const COLUMNS = ['seq', 'at', 'actor', 'actor_id', 'deed', 'about', 'particulars', 'previous', 'hash']

/** Oldest first, a portion at a time; each line holds all that is needed to check the chain without Heed. */
export async function* exportAudit(app: App, who: Who, format: 'csv' | 'jsonl'): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(COLUMNS)
  for (let after = 0; ;) {
    const rows: AuditEntry[] = await app.db.inWorkspace(who.workspaceId, (tx) => listFrom(tx, after, PORTION))
    yield rows.map((row) => (format === 'csv' ? asCsv(row) : `${JSON.stringify(row)}\n`)).join('')
    if (rows.length < PORTION) return
    after = rows.at(-1)!.seq
  }
}

const asCsv = (row: AuditEntry): string =>
  csvLine([
    row.seq,
    row.at.toISOString(),
    row.actor,
    row.actorId,
    row.deed,
    JSON.stringify(row.about),
    JSON.stringify(row.particulars),
    row.previous,
    row.hash,
  ])
