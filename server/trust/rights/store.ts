/** SQL of the register of requests and of restrictions. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Proof, RequestKind, RequestState, RequestWay, Restrictions } from './contract.ts'

export type RequestRow = {
  id: string
  personId: string | null
  kind: RequestKind
  via: RequestWay
  state: RequestState
  provedBy: Proof | null
  note: string
  contactEmail: string | null
  openedBy: string
  openedAt: Date
  dueAt: Date
  extendedAt: Date | null
  extensionReason: string | null
  closedAt: Date | null
  closedBy: string | null
  closedReason: string | null
  counts: Record<string, number> | null
  erasing: boolean
}
export type StepRow = { requestId: string; kind: StepKind; by: string; at: Date; note: string }
export type StepKind =
  | 'opened'
  | 'asked_again'
  | 'link_sent'
  | 'proved'
  | 'extended'
  | 'given'
  | 'downloaded'
  | 'erasing'
  | 'erased'
  | 'frozen'
  | 'objected'
  | 'lifted'
  | 'answered'
  | 'refused'
  | 'withdrawn'
export type RestrictionKind = 'frozen' | 'objected'
export type RestrictionRow = {
  kind: RestrictionKind
  reason: string
  by: string
  since: Date
  requestId: string | null
}

const REQUEST = sql`r.id, r.person_id as "personId", r.kind, r.via, r.state, r.proved_by as "provedBy", r.note, r.contact_email as "contactEmail",
  r.opened_by_name as "openedBy", r.opened_at as "openedAt", r.due_at as "dueAt", r.extended_at as "extendedAt", r.extension_reason as "extensionReason",
  r.closed_at as "closedAt", r.closed_by_name as "closedBy", r.closed_reason as "closedReason", r.counts,
  exists (select from trust.erasure e where e.workspace_id = r.workspace_id and e.request_id = r.id) as erasing`

/** Tells whether it is new: one of the same kind that is still open is found again instead. */
export async function addRequest(
  tx: Tx,
  workspaceId: string,
  row: {
    id: string
    personId: string
    kind: RequestKind
    via: RequestWay
    provedBy: Proof | null
    note: string
    contactEmail: string | null
    by: { id: string | null; name: string }
    at: Date
    dueAt: Date
  },
): Promise<boolean> {
  const result = await sql`
    insert into trust.request (workspace_id, id, person_id, kind, via, proved_by, proved_at, note, contact_email, opened_by, opened_by_name, opened_at, due_at)
    values (${workspaceId}, ${row.id}, ${row.personId}, ${row.kind}, ${row.via}, ${row.provedBy}, ${row.provedBy ? row.at : null}, ${row.note}, ${row.contactEmail},
      ${row.by.id}, ${row.by.name}, ${row.at}, ${row.dueAt})
    on conflict (workspace_id, person_id, kind) where state = 'open' do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function findOpenRequest(tx: Tx, personIds: string[], kind: RequestKind): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`select ${REQUEST} from trust.request r
    where r.workspace_id = platform.workspace() and r.person_id = any(${personIds}::uuid[]) and r.kind = ${kind} and r.state = 'open' order by r.opened_at limit 1`.execute(
    tx,
  )
  return rows[0]
}

export async function findRequest(tx: Tx, id: string, lock: boolean = false): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`select ${REQUEST} from trust.request r
    where r.workspace_id = platform.workspace() and r.id = ${id} ${lock ? sql`for update of r` : sql``}`.execute(tx)
  return rows[0]
}

export async function listRequests(
  tx: Tx,
  filter: {
    state?: 'open' | 'closed' | undefined
    personIds?: string[] | undefined
    limit: number
    after: (string | number | null)[] | null
  },
): Promise<RequestRow[]> {
  const state =
    filter.state === undefined
      ? sql``
      : filter.state === 'open'
        ? sql`and r.state = 'open'`
        : sql`and r.state <> 'open'`
  const person = filter.personIds ? sql`and r.person_id = any(${filter.personIds}::uuid[])` : sql``
  const after = filter.after
    ? sql`and (r.opened_at, r.id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)`
    : sql``
  const { rows } = await sql<RequestRow>`select ${REQUEST} from trust.request r
    where r.workspace_id = platform.workspace() ${state} ${person} ${after} order by r.opened_at desc, r.id desc limit ${filter.limit}`.execute(
    tx,
  )
  return rows
}

export async function listSteps(tx: Tx, requestIds: string[]): Promise<StepRow[]> {
  if (requestIds.length === 0) return []
  const { rows } =
    await sql<StepRow>`select request_id as "requestId", kind, by_name as by, at, note from trust.request_step
    where workspace_id = platform.workspace() and request_id = any(${requestIds}::uuid[]) order by id`.execute(tx)
  return rows
}

export async function addStep(
  tx: Tx,
  workspaceId: string,
  row: {
    id: string
    requestId: string
    kind: StepKind
    by: { id: string | null; name: string }
    at: Date
    note?: string
  },
): Promise<void> {
  await sql`insert into trust.request_step (workspace_id, id, request_id, kind, by_id, by_name, at, note)
    values (${workspaceId}, ${row.id}, ${row.requestId}, ${row.kind}, ${row.by.id}, ${row.by.name}, ${row.at}, ${row.note ?? ''})`.execute(
    tx,
  )
}

/** A note that adds to what was said before. */
export async function proveRequest(tx: Tx, id: string, proof: Proof, at: Date): Promise<void> {
  await sql`update trust.request set proved_by = ${proof}, proved_at = ${at} where workspace_id = platform.workspace() and id = ${id} and proved_by is null`.execute(
    tx,
  )
}

export async function extendRequest(tx: Tx, id: string, dueAt: Date, at: Date, reason: string): Promise<void> {
  await sql`update trust.request set due_at = ${dueAt}, extended_at = ${at}, extension_reason = ${reason} where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function closeRequest(
  tx: Tx,
  id: string,
  change: {
    state: Exclude<RequestState, 'open'>
    at: Date
    by: string
    reason: string
    counts?: Record<string, number> | undefined
  },
): Promise<void> {
  await sql`update trust.request set state = ${change.state}, closed_at = ${change.at}, closed_by_name = ${change.by}, closed_reason = ${change.reason},
    counts = ${change.counts ? JSON.stringify(change.counts) : null}::jsonb where workspace_id = platform.workspace() and id = ${id} and state = 'open'`.execute(
    tx,
  )
}

export async function countDue(
  tx: Tx,
  now: Date,
  soon: Date,
): Promise<{ open: number; overdue: number; soon: number }> {
  const { rows } = await sql<{ open: number; overdue: number; soon: number }>`
    select count(*) as open, count(*) filter (where due_at < ${now}) as overdue, count(*) filter (where due_at >= ${now} and due_at < ${soon}) as soon
    from trust.request where workspace_id = platform.workspace() and state = 'open'`.execute(tx)
  return rows[0]!
}

/** Whether machines must leave this record alone. Freezing writes a row for every record of a person, so one look is enough. */
export async function findRestrictions(tx: Tx, personId: string): Promise<Restrictions> {
  const rows = await listRestrictions(tx, [personId])
  return {
    frozen: rows.some((row) => row.kind === 'frozen'),
    objected: rows.some((row) => row.kind === 'objected'),
  }
}

export async function listRestrictions(tx: Tx, personIds: string[]): Promise<RestrictionRow[]> {
  const { rows } = await sql<RestrictionRow>`
    select distinct on (kind) kind, reason, by_name as by, since, request_id as "requestId" from trust.restriction
    where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) order by kind, since`.execute(
    tx,
  )
  return rows
}

export async function addRestriction(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
  row: {
    kind: RestrictionKind
    reason: string
    by: { id: string | null; name: string }
    requestId: string | null
    since: Date
  },
): Promise<boolean> {
  const result =
    await sql`insert into trust.restriction (workspace_id, person_id, kind, reason, by_id, by_name, request_id, since)
    select ${workspaceId}::uuid, unnest(${personIds}::uuid[]), ${row.kind}, ${row.reason}, ${row.by.id}::uuid, ${row.by.name}, ${row.requestId}::uuid, ${row.since}
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function removeRestriction(tx: Tx, personIds: string[], kind: RestrictionKind): Promise<string[] | null> {
  const { rows } = await sql<{ requestId: string | null }>`delete from trust.restriction
    where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) and kind = ${kind} returning request_id as "requestId"`.execute(
    tx,
  )
  return rows.length === 0 ? null : [...new Set(rows.flatMap((row) => row.requestId ?? []))]
}

/** Two records became one person: what held for either holds for both, and stays so when they are parted again. */
export async function shareRestrictions(tx: Tx, workspaceId: string, personIds: string[]): Promise<boolean> {
  const result =
    await sql`insert into trust.restriction (workspace_id, person_id, kind, reason, by_id, by_name, request_id, since)
    select ${workspaceId}::uuid, p.id, r.kind, r.reason, r.by_id, r.by_name, r.request_id, r.since
    from (select distinct on (kind) * from trust.restriction where workspace_id = ${workspaceId} and person_id = any(${personIds}::uuid[]) order by kind, since) r,
      unnest(${personIds}::uuid[]) as p(id)
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}
