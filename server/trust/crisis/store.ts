/** SQL of what a workspace arranged for emergencies. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Role } from '../workspaces/contract.ts'
import type { Country, Line } from './help-lines.ts'

export type SettingRow = {
  country: Country | null
  keepDays: number
  onThanks: boolean
  changedBy: string
  changedAt: Date
}

export async function findSetting(tx: Tx): Promise<SettingRow | undefined> {
  const { rows } = await sql<SettingRow>`
    select country, keep_days as "keepDays", on_thanks as "onThanks", changed_by as "changedBy", changed_at as "changedAt"
    from trust.crisis_setting where workspace_id = platform.workspace()`.execute(tx)
  return rows[0]
}

export async function putSetting(tx: Tx, workspaceId: string, row: SettingRow): Promise<void> {
  await sql`insert into trust.crisis_setting (workspace_id, country, keep_days, on_thanks, changed_by, changed_at)
    values (${workspaceId}, ${row.country}, ${row.keepDays}, ${row.onThanks}, ${row.changedBy}, ${row.changedAt})
    on conflict (workspace_id) do update set country = excluded.country, keep_days = excluded.keep_days, on_thanks = excluded.on_thanks,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx)
}

export async function listLines(tx: Tx): Promise<Line[]> {
  const { rows } = await sql<Line>`select name, number, way, about, checked_on as "checkedOn" from trust.help_line
    where workspace_id = platform.workspace() order by place`.execute(tx)
  return rows
}

export async function putLines(tx: Tx, workspaceId: string, rows: (Line & { id: string })[]): Promise<void> {
  await sql`delete from trust.help_line where workspace_id = platform.workspace()`.execute(tx)
  if (rows.length === 0) return
  await sql`insert into trust.help_line (workspace_id, id, place, name, number, way, about, checked_on)
    select ${workspaceId}::uuid, n.id, n.place, n.name, n.number, n.way, n.about, n.checked_on from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((_, place) => place)}::int[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.number)}::text[], ${rows.map((row) => row.way)}::text[], ${rows.map((row) => row.about)}::text[],
      ${rows.map((row) => row.checkedOn)}::date[]) as n(id, place, name, number, way, about, checked_on)`.execute(tx)
}

export type ReaderRow = { accountId: string; name: string; email: string; role: Role; readsCrises: boolean }

export async function listReaders(tx: Tx): Promise<ReaderRow[]> {
  const { rows } =
    await sql<ReaderRow>`select account_id as "accountId", name, email, role, reads_crises as "readsCrises"
    from trust.member where workspace_id = platform.workspace() order by joined_at`.execute(tx)
  return rows
}

/** False where nobody here has this id. */
export async function setReader(tx: Tx, accountId: string, reads: boolean): Promise<boolean> {
  const result =
    await sql`update trust.member set reads_crises = ${reads} where workspace_id = platform.workspace() and account_id = ${accountId}`.execute(
      tx,
    )
  return Number(result.numAffectedRows ?? 0) > 0
}
