/** SQL of approvals. */
import { sql } from 'kysely'
import type { Tx } from '#platform'

export type ApprovalRow = {
  id: string
  automation: string
  subject: string
  personId: string | null
  askedBy: string
  askedAt: Date
  status: 'waiting' | 'approved' | 'declined' | 'released' | 'lapsed'
  decidedBy: string | null
  decidedByName: string | null
  decidedAt: Date | null
  releaseAt: Date | null
}

const APPROVAL = sql`id, automation, subject, person_id as "personId", asked_by as "askedBy", asked_at as "askedAt", status, decided_by as "decidedBy",
  decided_by_name as "decidedByName", decided_at as "decidedAt", release_at as "releaseAt"`

/** What is asked twice waits once. */
export async function addApproval(
  tx: Tx,
  workspaceId: string,
  row: Pick<ApprovalRow, 'id' | 'automation' | 'subject' | 'personId' | 'askedBy' | 'askedAt'>,
): Promise<void> {
  await sql`insert into trust.approval (workspace_id, id, automation, subject, person_id, asked_by, asked_at)
    values (${workspaceId}, ${row.id}, ${row.automation}, ${row.subject}, ${row.personId}, ${row.askedBy}, ${row.askedAt})
    on conflict (workspace_id, automation, subject) where status in ('waiting', 'approved') do nothing`.execute(tx)
}

/** What waits, and what was decided so lately that it can be taken back. */
export async function listApprovals(tx: Tx, decidedAfter: Date, limit: number): Promise<ApprovalRow[]> {
  const { rows } =
    await sql<ApprovalRow>`select ${APPROVAL} from trust.approval where workspace_id = platform.workspace()
    and (status in ('waiting', 'approved') or (status = 'declined' and decided_at > ${decidedAfter})) order by asked_at, id limit ${limit}`.execute(
      tx,
    )
  return rows
}

export async function countWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from trust.approval where workspace_id = platform.workspace() and status = 'waiting'`.execute(
    tx,
  )
  return rows[0]!.n
}

export async function findApproval(tx: Tx, id: string): Promise<ApprovalRow | undefined> {
  const { rows } =
    await sql<ApprovalRow>`select ${APPROVAL} from trust.approval where workspace_id = platform.workspace() and id = ${id} for update`.execute(
      tx,
    )
  return rows[0]
}

export async function listDue(tx: Tx, now: Date): Promise<ApprovalRow[]> {
  const { rows } =
    await sql<ApprovalRow>`select ${APPROVAL} from trust.approval where workspace_id = platform.workspace()
    and status = 'approved' and release_at <= ${now} order by release_at for update skip locked`.execute(tx)
  return rows
}

export async function setApproval(
  tx: Tx,
  id: string,
  row: Pick<ApprovalRow, 'status' | 'decidedBy' | 'decidedByName' | 'decidedAt' | 'releaseAt'>,
): Promise<void> {
  await sql`update trust.approval set status = ${row.status}, decided_by = ${row.decidedBy}, decided_by_name = ${row.decidedByName},
    decided_at = ${row.decidedAt}, release_at = ${row.releaseAt} where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

/** Another one for the same thing is under way: two of them would send it twice. */
export async function hasOther(tx: Tx, row: ApprovalRow): Promise<boolean> {
  const { rows } =
    await sql`select 1 from trust.approval where workspace_id = platform.workspace() and automation = ${row.automation}
    and subject = ${row.subject} and id <> ${row.id} and status in ('waiting', 'approved')`.execute(tx)
  return rows.length > 0
}

/** What still waits when there is nothing to say any more. */
export async function lapseApprovals(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update trust.approval set status = 'lapsed' where workspace_id = platform.workspace() and id = any(${ids}::uuid[]) and status = 'waiting'`.execute(
    tx,
  )
}
