/** SQL of the audit log. Entries are added and read; nothing here changes one, and the database would not let it. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { AuditEntry, Link } from './audit-entry.ts'

const ENTRY = sql`workspace_id as "workspaceId", seq, at, actor, actor_id as "actorId", deed, about, particulars, previous, hash`

/**
 * The newest entry, with the log of this workspace held until the transaction ends: two deeds at once must not follow the
 * same entry.
 */
export async function holdNewest(tx: Tx, workspaceId: string): Promise<Link | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${workspaceId}`}, 0))`.execute(tx)
  return findNewest(tx)
}

export async function findNewest(tx: Tx): Promise<(Link & { at: Date }) | null> {
  const { rows } = await sql<
    Link & { at: Date }
  >`select seq, hash, at from trust.audit_entry where workspace_id = platform.workspace() order by seq desc limit 1`.execute(
    tx,
  )
  return rows[0] ?? null
}

export async function addEntry(tx: Tx, entry: AuditEntry): Promise<void> {
  await sql`insert into trust.audit_entry (workspace_id, seq, at, actor, actor_id, deed, about, particulars, previous, hash)
    values (${entry.workspaceId}, ${entry.seq}, ${entry.at}, ${entry.actor}, ${entry.actorId}, ${entry.deed},
      ${JSON.stringify(entry.about)}, ${JSON.stringify(entry.particulars)}, ${entry.previous}, ${entry.hash})`.execute(
    tx,
  )
}

export type EntryFilter = {
  actorId?: string | undefined
  about?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
}

/** Newest first, before `before`. */
export async function listEntries(
  tx: Tx,
  filter: EntryFilter,
  before: number | null,
  limit: number,
): Promise<AuditEntry[]> {
  const { rows } = await sql<AuditEntry>`select ${ENTRY} from trust.audit_entry
    where workspace_id = platform.workspace()
      and (${before}::bigint is null or seq < ${before})
      and (${filter.actorId ?? null}::uuid is null or actor_id = ${filter.actorId ?? null})
      and (${filter.about ?? null}::text is null or exists (select from jsonb_each_text(about) as one where one.value = ${filter.about ?? null}))
      and (${filter.from ?? null}::timestamptz is null or at >= ${filter.from ?? null})
      and (${filter.to ?? null}::timestamptz is null or at < ${filter.to ?? null})
    order by seq desc limit ${limit}`.execute(tx)
  return rows
}

/** Oldest first, after `after`: for walking the whole chain a portion at a time. */
export async function listFrom(tx: Tx, after: number, limit: number): Promise<AuditEntry[]> {
  const { rows } =
    await sql<AuditEntry>`select ${ENTRY} from trust.audit_entry where workspace_id = platform.workspace() and seq > ${after} order by seq limit ${limit}`.execute(
      tx,
    )
  return rows
}

export async function findKeyNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from trust.api_key where workspace_id = platform.workspace() and id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Whether the workspace of this transaction is no more. */
export async function isWithout(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from trust.workspace where workspace_id = platform.workspace()`.execute(tx)
  return rows.length === 0
}
