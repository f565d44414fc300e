/** SQL of wrong tries, over the connections that may see accounts. */
import type { Pool } from 'pg'
import type { Pace } from './attempts.ts'

/**
 * Counts one more try, unless it still has to wait: then nothing is counted and the answer is false. In one statement, so
 * that tries at the same moment cannot slip through together.
 */
export async function takeTry(pool: Pool, key: string, pace: Pace, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into trust.attempt as a (key, failures, last_at, free_at) values ($1, 1, $2, $2)
     on conflict (key) do update set
       failures = case when a.last_at < $2::timestamptz - make_interval(hours => $5) then 1 else a.failures + 1 end,
       last_at = $2,
       free_at = $2::timestamptz + make_interval(secs => case
         when a.last_at < $2::timestamptz - make_interval(hours => $5) or a.failures + 1 < $3 then 0
         else least($4::double precision, $6 * power(2, least(a.failures + 1 - $3, 20))) end)
     where a.free_at <= $2`,
    [key, now, pace.free, pace.mostSeconds, pace.forgetHours, pace.firstSeconds],
  )
  return (rowCount ?? 0) > 0
}

export async function waitingUntil(pool: Pool, key: string): Promise<Date | null> {
  const { rows } = await pool.query<{ freeAt: Date }>('select free_at as "freeAt" from trust.attempt where key = $1', [
    key,
  ])
  return rows[0]?.freeAt ?? null
}

export async function forgetTry(pool: Pool, key: string): Promise<void> {
  await pool.query('delete from trust.attempt where key = $1', [key])
}

export async function giveBackTry(pool: Pool, key: string): Promise<void> {
  await pool.query('update trust.attempt set failures = greatest(failures - 1, 0), free_at = last_at where key = $1', [
    key,
  ])
}

/** What is long over. */
export async function removeOldTries(pool: Pool, before: Date): Promise<void> {
  await pool.query('delete from trust.attempt where last_at < $1', [before])
}
