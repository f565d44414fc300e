/** SQL of keys. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Role, Scope } from '../contract.ts'
import type { KeptKey, KeyRow } from './key.ts'

const KEY = sql`k.workspace_id as "workspaceId", k.id, k.name, k.prefix, k.scopes, k.created_at as "createdAt",
  k.expires_at as "expiresAt", k.last_used_at as "lastUsedAt"`
const KEPT = sql`select ${KEY}, m.name as "keeperName", m.role as "keeperRole" from trust.api_key k
  left join trust.member m on m.workspace_id = k.workspace_id and m.account_id = k.created_by
  where k.workspace_id = platform.workspace()`

export async function addKey(
  tx: Tx,
  workspaceId: string,
  row: {
    id: string
    name: string
    prefix: string
    hash: string
    scopes: Scope[]
    keeper: string
    createdAt: Date
    expiresAt: Date | null
  },
): Promise<void> {
  await sql`insert into trust.api_key (workspace_id, id, name, prefix, hash, scopes, created_by, created_at, expires_at)
    values (${workspaceId}, ${row.id}, ${row.name}, ${row.prefix}, ${row.hash}, ${row.scopes}, ${row.keeper}, ${row.createdAt}, ${row.expiresAt})`.execute(
    tx,
  )
}

export async function listKeys(tx: Tx): Promise<KeptKey[]> {
  return (await sql<KeptKey>`${KEPT} order by k.created_at desc, k.id`.execute(tx)).rows
}

export async function findKept(tx: Tx, id: string): Promise<KeptKey | undefined> {
  return (await sql<KeptKey>`${KEPT} and k.id = ${id}`.execute(tx)).rows[0]
}

export async function changeKeeper(tx: Tx, id: string, accountId: string): Promise<void> {
  await sql`update trust.api_key set created_by = ${accountId} where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

/** By knowing the key. */
export async function findKey(tx: Tx): Promise<KeyRow | undefined> {
  const { rows } =
    await sql<KeyRow>`select ${KEY} from trust.api_key k where k.hash = nullif(current_setting('heed.api_key', true), '')`.execute(
      tx,
    )
  return rows[0]
}

/**
 * The role of whoever stands behind the key, and a note that it was used: at most once a minute, so that a busy key does
 * not turn reading into writing.
 */
export async function useKey(tx: Tx, id: string, now: Date): Promise<Role | null> {
  await sql`update trust.api_key set last_used_at = ${now} where workspace_id = platform.workspace() and id = ${id}
    and (last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute')`.execute(tx)
  const { rows } = await sql<{ role: Role }>`select m.role from trust.api_key k
    join trust.member m on m.workspace_id = k.workspace_id and m.account_id = k.created_by
    where k.workspace_id = platform.workspace() and k.id = ${id}`.execute(tx)
  return rows[0]?.role ?? null
}

export async function removeKey(tx: Tx, id: string): Promise<boolean> {
  const result = await sql`delete from trust.api_key where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0) > 0
}
