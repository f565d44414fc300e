/** SQL of the record of processing activities. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { ProcessingOwn } from './contract.ts'

export type OwnRow = ProcessingOwn & { changedBy: string; changedAt: Date }

export async function findOwn(tx: Tx): Promise<OwnRow | undefined> {
  const { rows } = await sql<OwnRow>`
    select controller, contact, officer, helpers, transfers, precautions, changed_by as "changedBy", changed_at as "changedAt"
    from trust.processing where workspace_id = platform.workspace()`.execute(tx)
  return rows[0]
}

export async function putOwn(tx: Tx, workspaceId: string, row: OwnRow): Promise<void> {
  await sql`insert into trust.processing (workspace_id, controller, contact, officer, helpers, transfers, precautions, changed_by, changed_at)
    values (${workspaceId}, ${row.controller}, ${row.contact}, ${row.officer}, ${row.helpers}, ${row.transfers}, ${row.precautions}, ${row.changedBy}, ${row.changedAt})
    on conflict (workspace_id) do update set controller = excluded.controller, contact = excluded.contact, officer = excluded.officer,
      helpers = excluded.helpers, transfers = excluded.transfers, precautions = excluded.precautions,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx)
}

/** How many tables hold rows of workspaces, and how many of them let nobody see those of another, not even their maker. */
export async function countFences(tx: Tx): Promise<{ tables: number; fenced: number }> {
  const { rows } = await sql<{ tables: number; fenced: number }>`
    select count(*) as tables, count(*) filter (where c.relrowsecurity and c.relforcerowsecurity) as fenced
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition`.execute(tx)
  return rows[0]!
}
