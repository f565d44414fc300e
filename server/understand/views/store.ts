/** SQL of saved views. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { View } from '../contract.ts'

export type ViewRow = { id: string; name: string; filter: View['filter']; byName: string; createdAt: Date }

const VIEW = sql`id, name, filter, by_name as "byName", created_at as "createdAt"`

export async function listViews(tx: Tx): Promise<ViewRow[]> {
  const { rows } =
    await sql<ViewRow>`select ${VIEW} from understand.view where workspace_id = platform.workspace() order by lower(name), id`.execute(
      tx,
    )
  return rows
}

/** False where the name is taken. */
export async function addView(tx: Tx, workspaceId: string, row: ViewRow): Promise<boolean> {
  const result = await sql`insert into understand.view (workspace_id, id, name, filter, by_name, created_at)
    values (${workspaceId}, ${row.id}, ${row.name}, ${JSON.stringify(row.filter)}::jsonb, ${row.byName}, ${row.createdAt}) on conflict do nothing`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0) > 0
}

/** The changed view; nothing where there is none; false where another has that name. */
export async function changeView(
  tx: Tx,
  id: string,
  change: Pick<ViewRow, 'name' | 'filter'>,
): Promise<ViewRow | undefined | false> {
  const { rows: taken } =
    await sql`select from understand.view where workspace_id = platform.workspace() and lower(name) = lower(${change.name}) and id <> ${id}`.execute(
      tx,
    )
  if (taken.length > 0) return false
  const { rows } =
    await sql<ViewRow>`update understand.view set name = ${change.name}, filter = ${JSON.stringify(change.filter)}::jsonb
    where workspace_id = platform.workspace() and id = ${id} returning ${VIEW}`.execute(tx)
  return rows[0]
}

export async function removeView(tx: Tx, id: string): Promise<boolean> {
  const result =
    await sql`delete from understand.view where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

/** Views whose name or filter names somebody: such a view would find them and nothing else. */
export async function removeViewsNaming(tx: Tx, marks: string[]): Promise<number> {
  const result = await sql`delete from understand.view where workspace_id = platform.workspace()
    and exists (select from unnest(${marks}::text[]) as mark where position(mark in lower(name || ' ' || filter::text)) > 0)`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0)
}
