/** SQL on accounts and their sessions, over the connections that may see them. */
import type { Pool, PoolClient } from 'pg'
import type { Entrance } from './contract.ts'

export type AccountRow = {
  id: string
  name: string
  email: string
  emailVerified: boolean
  twoStep: boolean
  /** The hash, if they have a password at all. */
  password: string | null
}
export type SessionRow = {
  id: string
  createdAt: Date
  updatedAt: Date
  ipAddress: string | null
  userAgent: string | null
  enteredBy: Entrance
}

const ACCOUNT = `select a.id, a.name, a.email, a."emailVerified", a."twoStep",
  (select c.password from trust.credential c where c."userId" = a.id and c."providerId" = 'credential') as password
  from trust.account a`

export async function findAccountByEmail(pool: Pool, email: string): Promise<AccountRow | null> {
  return (await pool.query<AccountRow>(`${ACCOUNT} where a.email = $1`, [email])).rows[0] ?? null
}

export async function findAccount(pool: Pool, id: string): Promise<AccountRow | null> {
  return (await pool.query<AccountRow>(`${ACCOUNT} where a.id = $1`, [id])).rows[0] ?? null
}

/** Whether anybody but the one with this address has an account. */
export async function hasAccountsBeside(pool: Pool, email: string): Promise<boolean> {
  return (await pool.query('select 1 from trust.account where email <> $1 limit 1', [email])).rows.length > 0
}

/** False if somebody has the address already. */
export async function addAccount(
  pool: Pool,
  row: { id: string; name: string; email: string; emailVerified: boolean; at: Date },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into trust.account ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
     values ($1, $2, $3, $4, $5, $5) on conflict (email) do nothing`,
    [row.id, row.name, row.email, row.emailVerified, row.at],
  )
  return (rowCount ?? 0) > 0
}

export async function removeAccount(pool: Pool, id: string): Promise<void> {
  await pool.query('delete from trust.account where id = $1', [id])
}

export async function renameAccount(pool: Pool, id: string, name: string, at: Date): Promise<void> {
  await pool.query('update trust.account set name = $2, "updatedAt" = $3 where id = $1', [id, name, at])
}

export async function proveEmail(pool: Pool, id: string, email: string, at: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update trust.account set "emailVerified" = true, "updatedAt" = $3 where id = $1 and email = $2',
    [id, email, at],
  )
  return (rowCount ?? 0) > 0
}

/** False if somebody else has that address. */
export async function changeEmail(pool: Pool, id: string, email: string, proved: boolean, at: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update trust.account set email = $2, "emailVerified" = $3, "updatedAt" = $4
     where id = $1 and not exists (select 1 from trust.account o where o.email = $2 and o.id <> $1)`,
    [id, email, proved, at],
  )
  return (rowCount ?? 0) > 0
}

export async function keepPassword(
  pool: Pool,
  credential: { id: string; accountId: string; hash: string; at: Date },
): Promise<void> {
  await pool.query(
    `insert into trust.credential ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
     values ($1, $2::text, 'credential', ($2::text)::uuid, $3, $4, $4)
     on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = excluded."updatedAt"`,
    [credential.id, credential.accountId, credential.hash, credential.at],
  )
}

export async function hasOldHashes(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from trust.credential where "providerId" = 'credential' and password not like '$argon2id$%' limit 1`,
  )
  return rows.length > 0
}

export async function listSessions(pool: Pool, accountId: string, now: Date): Promise<SessionRow[]> {
  const { rows } = await pool.query<SessionRow>(
    `select id, "createdAt", "updatedAt", "ipAddress", "userAgent", "enteredBy" from trust.session
     where "userId" = $1 and "expiresAt" > $2 order by "updatedAt" desc`,
    [accountId, now],
  )
  return rows
}

export async function removeSession(pool: Pool, accountId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from trust.session where "userId" = $1 and id = $2', [accountId, id])
  return (rowCount ?? 0) > 0
}

export async function removeSessions(pool: Pool | PoolClient, accountId: string): Promise<void> {
  await pool.query('delete from trust.session where "userId" = $1', [accountId])
}

export async function findByProvider(pool: Pool, providerId: string, subject: string): Promise<AccountRow | null> {
  const { rows } = await pool.query<AccountRow>(
    `${ACCOUNT} where a.id = (select "userId" from trust.credential where "providerId" = $1 and "accountId" = $2)`,
    [providerId, subject],
  )
  return rows[0] ?? null
}

export async function joinProvider(
  pool: Pool,
  row: { id: string; accountId: string; providerId: string; subject: string; at: Date },
): Promise<void> {
  await pool.query(
    `insert into trust.credential ("id", "accountId", "providerId", "userId", "createdAt", "updatedAt")
     values ($1, $2, $3, $4, $5, $5) on conflict ("providerId", "accountId") do nothing`,
    [row.id, row.subject, row.providerId, row.accountId, row.at],
  )
}

export async function isJoined(pool: Pool, accountId: string, providerId: string): Promise<boolean> {
  const { rows } = await pool.query('select 1 from trust.credential where "userId" = $1 and "providerId" = $2', [
    accountId,
    providerId,
  ])
  return rows.length > 0
}

export async function partFromProvider(pool: Pool, accountId: string, providerId: string): Promise<void> {
  await pool.query('delete from trust.credential where "userId" = $1 and "providerId" = $2', [accountId, providerId])
}

export async function findNames(pool: Pool, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await pool.query<{ id: string; name: string }>(
    'select id, name from trust.account where id = any($1::uuid[])',
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
