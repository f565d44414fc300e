/** SQL of what accounts prove themselves with: second steps, recovery codes, passkeys, links and open questions. */
import type { Pool } from 'pg'

export type PasskeyRow = {
  id: string
  accountId: string
  credentialId: string
  publicKey: string
  counter: number
  transports: string[]
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

/** Begins anew; what was confirmed before stays as it is. */
export async function beginSecondStep(pool: Pool, accountId: string, secret: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into trust.second_step as s (account_id, secret) values ($1, $2)
     on conflict (account_id) do update set secret = excluded.secret, last_step = 0 where s.confirmed_at is null`,
    [accountId, secret],
  )
  return (rowCount ?? 0) > 0
}

export async function findSecondStep(
  pool: Pool,
  accountId: string,
): Promise<{ secret: string; confirmedAt: Date | null } | null> {
  const { rows } = await pool.query<{ secret: string; confirmedAt: Date | null }>(
    'select secret, confirmed_at as "confirmedAt" from trust.second_step where account_id = $1',
    [accountId],
  )
  return rows[0] ?? null
}

/** True once for each half minute: a code that was overheard is worth nothing. */
export async function useStep(pool: Pool, accountId: string, step: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update trust.second_step set last_step = $2 where account_id = $1 and last_step < $2',
    [accountId, step],
  )
  return (rowCount ?? 0) > 0
}

export async function confirmSecondStep(pool: Pool, accountId: string, at: Date): Promise<void> {
  await pool.query(
    `with confirmed as (update trust.second_step set confirmed_at = $2 where account_id = $1)
     update trust.account set "twoStep" = true, "updatedAt" = $2 where id = $1`,
    [accountId, at],
  )
}

export async function removeSecondStep(pool: Pool, accountId: string, at: Date): Promise<void> {
  await pool.query(
    `with gone as (delete from trust.second_step where account_id = $1),
       codes as (delete from trust.recovery_code where account_id = $1)
     update trust.account set "twoStep" = false, "updatedAt" = $2 where id = $1`,
    [accountId, at],
  )
}

export async function keepRecoveryCodes(pool: Pool, accountId: string, hashes: string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('delete from trust.recovery_code where account_id = $1', [accountId])
    await client.query('insert into trust.recovery_code (account_id, hash) select $1, unnest($2::text[])', [
      accountId,
      hashes,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

export async function useRecoveryCode(pool: Pool, accountId: string, hash: string, at: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update trust.recovery_code set used_at = $3 where account_id = $1 and hash = $2 and used_at is null',
    [accountId, hash, at],
  )
  return (rowCount ?? 0) > 0
}

export async function countRecoveryCodes(pool: Pool, accountId: string): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    'select count(*)::int as left from trust.recovery_code where account_id = $1 and used_at is null',
    [accountId],
  )
  return rows[0]!.left
}

const PASSKEY = `id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey",
  counter::int8 as counter, transports, name, created_at as "createdAt", last_used_at as "lastUsedAt"`

export async function addPasskey(pool: Pool, row: Omit<PasskeyRow, 'lastUsedAt'>): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into trust.passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing`,
    [row.id, row.accountId, row.credentialId, row.publicKey, row.counter, row.transports, row.name, row.createdAt],
  )
  return (rowCount ?? 0) > 0
}

export async function listPasskeys(pool: Pool, accountId: string): Promise<PasskeyRow[]> {
  const { rows } = await pool.query<PasskeyRow>(
    `select ${PASSKEY} from trust.passkey where account_id = $1 order by created_at`,
    [accountId],
  )
  return rows
}

export async function findPasskey(pool: Pool, credentialId: string): Promise<PasskeyRow | null> {
  const { rows } = await pool.query<PasskeyRow>(`select ${PASSKEY} from trust.passkey where credential_id = $1`, [
    credentialId,
  ])
  return rows[0] ?? null
}

export async function usedPasskey(pool: Pool, id: string, counter: number, at: Date): Promise<void> {
  await pool.query('update trust.passkey set counter = $2, last_used_at = $3 where id = $1', [id, counter, at])
}

export async function removePasskey(pool: Pool, accountId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from trust.passkey where account_id = $1 and id = $2', [accountId, id])
  return (rowCount ?? 0) > 0
}

export type LinkPurpose = 'reset' | 'verify' | 'email'
export type LinkRow = { accountId: string; email: string | null }

/** What a pool and one of its connections both can. */
type Asks = Pick<Pool, 'query'>

/** One at a time for each account, in a transaction: what is counted in it stays true until it ends. */
export async function holdingAccount<T>(pool: Pool, accountId: string, work: (held: Asks) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select 1 from trust.account where id = $1 for update', [accountId])
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

export async function addLink(
  pool: Asks,
  row: { tokenHash: string; accountId: string; purpose: LinkPurpose; email: string | null; at: Date; until: Date },
): Promise<void> {
  await pool.query(
    `insert into trust.account_link (token_hash, account_id, purpose, email, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.tokenHash, row.accountId, row.purpose, row.email, row.at, row.until],
  )
}

export async function findLink(
  pool: Pool,
  tokenHash: string,
  purposes: LinkPurpose[],
  now: Date,
): Promise<(LinkRow & { purpose: LinkPurpose }) | null> {
  const { rows } = await pool.query<LinkRow & { purpose: LinkPurpose }>(
    `select account_id as "accountId", email, purpose from trust.account_link
     where token_hash = $1 and purpose = any($2) and used_at is null and expires_at > $3`,
    [tokenHash, purposes, now],
  )
  return rows[0] ?? null
}

/** True for whoever uses it first; every other open link of that purpose ends with it. */
export async function useLink(pool: Pool, tokenHash: string, now: Date): Promise<boolean> {
  const { rows } = await pool.query<{ accountId: string; purpose: LinkPurpose }>(
    `update trust.account_link set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
     returning account_id as "accountId", purpose`,
    [tokenHash, now],
  )
  if (!rows[0]) return false
  await endLinks(pool, rows[0].accountId, [rows[0].purpose], now)
  return true
}

export async function endLinks(pool: Pool, accountId: string, purposes: LinkPurpose[], now: Date): Promise<void> {
  await pool.query(
    'update trust.account_link set used_at = $3 where account_id = $1 and purpose = any($2) and used_at is null',
    [accountId, purposes, now],
  )
}

export async function countLinksSince(
  pool: Asks,
  accountId: string,
  purposes: LinkPurpose[],
  since: Date,
): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from trust.account_link where account_id = $1 and purpose = any($2) and created_at > $3',
    [accountId, purposes, since],
  )
  return rows[0]!.n
}

export type ChallengePurpose = 'code' | 'passkey' | 'new-passkey' | 'provider'

export async function addChallenge(
  pool: Pool,
  row: { tokenHash: string; purpose: ChallengePurpose; accountId: string | null; data: object; until: Date },
): Promise<void> {
  await pool.query(
    'insert into trust.challenge (token_hash, purpose, account_id, data, expires_at) values ($1, $2, $3, $4, $5)',
    [row.tokenHash, row.purpose, row.accountId, JSON.stringify(row.data), row.until],
  )
}

type Challenge<T> = { accountId: string | null; data: T }

export async function findChallenge<T>(
  pool: Pool,
  tokenHash: string,
  purpose: ChallengePurpose,
  now: Date,
): Promise<Challenge<T> | null> {
  const { rows } = await pool.query<Challenge<T>>(
    `select account_id as "accountId", data from trust.challenge
     where token_hash = $1 and purpose = $2 and expires_at > $3`,
    [tokenHash, purpose, now],
  )
  return rows[0] ?? null
}

/** Once: whoever comes second finds nothing. */
export async function takeChallenge<T>(
  pool: Pool,
  tokenHash: string,
  purpose: ChallengePurpose,
  now: Date,
): Promise<Challenge<T> | null> {
  const { rows } = await pool.query<Challenge<T>>(
    `delete from trust.challenge where token_hash = $1 and purpose = $2 and expires_at > $3
     returning account_id as "accountId", data`,
    [tokenHash, purpose, now],
  )
  return rows[0] ?? null
}

export async function removeOldProofs(pool: Pool, now: Date, before: Date): Promise<void> {
  await pool.query('delete from trust.challenge where expires_at < $1', [now])
  await pool.query('delete from trust.account_link where expires_at < $1', [before])
  await pool.query('delete from trust.session where "expiresAt" < $1', [now])
}
