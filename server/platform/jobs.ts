/**
 * Background work on the same database, with pg-boss. A job is a row of a capability's `jobs.ts`: a queue name, what its
 * payload looks like, and the verb that does it. Jobs may run twice (a machine dies after the work, before the tick), so
 * every one of them must be harmless when repeated. Payloads carry ids, never words people said.
 */
import { PgBoss, type Job as BossJob } from 'pg-boss'
import { CompiledQuery, sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import { newId } from './id.ts'
import type { Log } from './log.ts'
import { JOBS_SCHEMA } from './migrate.ts'

export type JobRow<App> = {
  queue: string
  /** What may run side by side in one process. */
  concurrency?: number
  retryLimit?: number
  /** Seconds one run may take before another worker may pick it up. */
  expireInSeconds?: number
  /** Cron expression (UTC) for work that comes by the clock. */
  cron?: string
  run: (app: App, payload: never) => Promise<void>
  /** Called when workers start: to ask again for what a killed process left half done. */
  atStart?: (app: App) => Promise<void>
}

export type Jobs = {
  /** Every queue there is, known before the first job is asked for: also by a process that does no background work. */
  expect: <App>(rows: JobRow<App>[]) => void
  /** Puts a job into the caller's transaction: it exists only if that commits. `key` folds waiting duplicates into one. */
  enqueue: (tx: Tx, queue: string, payload: object, options?: { key?: string; afterSeconds?: number }) => Promise<void>
  /** Wakes local workers so that work begins at once instead of at the next poll. */
  wake: (queue: string) => void
  /** `byClock: false` leaves out what comes by the clock, for those who set the clock themselves. */
  start: <App>(app: App, rows: JobRow<App>[], options?: { byClock?: boolean }) => Promise<void>
  /** Lets running jobs finish, then stops taking new ones. */
  stop: () => Promise<void>
  /** Takes away jobs that speak of any of these ids, done or not: whoever erases something leaves no work about it. */
  forgetIds: (ids: string[], besides: string) => Promise<number>
  waiting: () => Promise<{ queue: string; waiting: number }[]>
  /** Whether a job of this queue waits or runs. */
  underWay: (queue: string) => Promise<boolean>
}

const POLL_SECONDS = 2

export function createJobs(database: Database, log: Log): Jobs {
  const pool = database.pool('jobs', 'system', 4)
  const db = { executeSql: async (text: string, values?: unknown[]) => pool.query(text, values as unknown[]) }
  const boss = new PgBoss({ db, schema: JOBS_SCHEMA, migrate: false, createSchema: false })
  boss.on('error', (error) => log.warn('jobs.trouble', { error }))
  const workers = new Map<string, string[]>()
  let started = false
  let expected: JobRow<never>[] = []
  const ready = new Set<string>()

  /** A queue must be there before a job is put into it, whoever comes first: the one who asks or the one who works. */
  const ensure = async (queue: string) => {
    const row = expected.find((one) => one.queue === queue)
    if (!row || ready.has(queue)) return
    await ensureQueue(boss, row)
    ready.add(queue)
  }

  const startBoss = async () => {
    if (!started) await boss.start()
    started = true
  }

  return {
    expect: (rows) => {
      expected = rows as JobRow<never>[]
    },
    enqueue: async (tx, queue, payload, options = {}) => {
      await sql`select set_config('heed.system', 'on', true)`.execute(tx)
      const caller = { executeSql: (text: string, values?: unknown[]) => runRaw(tx, text, values ?? []) }
      await startBoss()
      await ensure(queue)
      await boss.send(queue, payload, {
        db: caller,
        singletonKey: options.key ?? newId(),
        ...(options.afterSeconds ? { startAfter: options.afterSeconds } : {}),
      })
      await sql`select set_config('heed.system', '', true)`.execute(tx)
    },
    wake: (queue) => workers.get(queue)?.forEach((id) => boss.notifyWorker(id)),
    start: async (app, rows, { byClock = true } = {}) => {
      await startBoss()
      for (const row of rows) {
        await ensureQueue(boss, row)
        const ids: string[] = []
        for (let lane = 0; lane < (row.concurrency ?? 1); lane += 1) {
          ids.push(
            await boss.work(
              row.queue,
              { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 },
              async ([job]: BossJob<object>[]) => {
                if (!job) return
                try {
                  await row.run(app, job.data as never)
                } catch (error) {
                  log.error('job.failed', { queue: row.queue, job: job.id, error })
                  throw error
                }
              },
            ),
          )
        }
        workers.set(row.queue, ids)
        if (row.cron && byClock) await boss.schedule(row.queue, row.cron, {}, { tz: 'UTC' })
        await row.atStart?.(app)
      }
    },
    stop: async () => {
      if (started) await boss.stop({ graceful: true, timeout: 20_000 })
    },
    forgetIds: async (ids, besides) => {
      const { rowCount } = await pool.query(
        `delete from ${JOBS_SCHEMA}.job j where name <> $2 and (singleton_key = any($1::text[])
          or exists (select from jsonb_path_query(coalesce(j.data, '{}'), 'strict $.**') as part where part #>> '{}' = any($1::text[]))
          or exists (select from jsonb_path_query(coalesce(j.output, '{}'), 'strict $.**') as part where part #>> '{}' = any($1::text[])))`,
        [ids, besides],
      )
      return rowCount ?? 0
    },
    waiting: async () => {
      const { rows } = await pool.query<{ queue: string; waiting: number }>(
        `select name as queue, count(*) as waiting from ${JOBS_SCHEMA}.job where state < 'active' group by name`,
      )
      return rows
    },
    underWay: async (queue) => {
      const { rows } = await pool.query(
        `select 1 from ${JOBS_SCHEMA}.job where name = $1 and state in ('created', 'retry', 'active') limit 1`,
        [queue],
      )
      return rows.length > 0
    },
  }
}

async function ensureQueue<App>(boss: PgBoss, row: JobRow<App>): Promise<void> {
  // 'short' folds waiting jobs of one key into one, so a job asked for twice before it began runs once.
  const options = {
    policy: 'short' as const,
    retryLimit: row.retryLimit ?? 5,
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: row.expireInSeconds ?? 900,
  }
  const known = await boss.getQueue(row.queue)
  if (!known) await boss.createQueue(row.queue, options)
}

async function runRaw(tx: Tx, text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
  const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values))
  return { rows: [...rows] }
}
