/**
 * The database as the rest of Heed sees it: three doors, each a transaction with its own sight.
 *
 * - `inWorkspace(id, …)` sees the rows of one workspace. Nearly everything uses this.
 * - `asAccount(id, …)` sees what belongs to one signed-in account across workspaces (its memberships).
 * - `asSystem(…)` sees what background work needs to find its way: the list of workspaces, events, jobs. No words.
 *
 * Sight is row-level security, forced on every table; the login role `heed_app` owns nothing and cannot bypass it. The
 * settings live and die with the transaction, so a pooled connection never carries one request's sight into the next.
 */
import { createHmac } from 'node:crypto'
import { CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Embedded, Source } from './source.ts'

export type Tx = Transaction<unknown>

/**
 * `later`: the commit does not wait for the disk, it is on it within a fraction of a second. A crash loses the latest such
 * transactions, never one before another: whatever was committed afterwards, waiting or not, is lost with it. So it is
 * right for work that nobody was told is done and that begins again where it really stands (an import behind the line it
 * reached, a subscriber with its delivery), and wrong for anything a request answers.
 */
export type Flush = { flush?: 'now' | 'later' }

export type Database = {
  /** Sees crises too, unless this is what `forEveryone` gave. */
  inWorkspace: <T>(workspaceId: string, work: (tx: Tx) => Promise<T>, options?: Flush) => Promise<T>
  /**
   * Sees crises whoever asks: for taking in what may be one, which must be stored without being shown. Nothing read in
   * here may go into an answer.
   */
  inWholeWorkspace: <T>(workspaceId: string, work: (tx: Tx) => Promise<T>, options?: Flush) => Promise<T>
  /** Sees no crisis whoever asks: for counts and files that many will look at. */
  inOpenWorkspace: <T>(workspaceId: string, work: (tx: Tx) => Promise<T>, options?: Flush) => Promise<T>
  /** The same database for whoever is not one of the few eyes: `inWorkspace` is `inOpenWorkspace`. */
  forEveryone: () => Database
  asAccount: <T>(accountId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  asSystem: <T>(work: (tx: Tx) => Promise<T>, options?: Flush) => Promise<T>
  /** Sight by knowledge of a secret or public address: `kind` is api_key, invitation or survey. */
  byKnowing: <T>(kind: 'api_key' | 'invitation' | 'survey', secret: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Pools for libraries that bring their own SQL; `sight` is a setting their connections start with. */
  pool: (name: string, sight: 'accounts' | 'system', max: number, searchPath?: string) => pg.Pool
  ping: () => Promise<void>
  source: Source
  close: () => Promise<void>
}

export const APP_ROLE = 'heed_app'

/** Sums and counts come as numbers: every count in Heed fits a double exactly. */
const TYPES = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number
    if (oid === pg.types.builtins.DATE) return (value: string) => value
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

/**
 * The password of `heed_app`, derived from the owner's, so that several machines that share one DATABASE_URL agree on it
 * without another setting.
 */
export const appPassword = (source: Source): string =>
  createHmac('sha256', source.owner.password || source.secret)
    .update('heed_app login')
    .digest('base64url')

export function openDatabase(source: Source, size: number = 10): Database {
  const pools: pg.Pool[] = []
  const makePool = (name: string, max: number, options: string) => {
    const pool = new pg.Pool({
      ...appConnection(source),
      application_name: `heed:${name}`,
      options,
      max,
      idleTimeoutMillis: 30_000,
      types: TYPES,
      allowExitOnIdle: true,
    })
    // A dropped connection is replaced on the next query; without a listener it would end the process. The pool listens
    // while a connection is idle; one that is at work when the database dies has only this.
    pool.on('error', () => undefined)
    pool.on('connect', (client) => void client.on('error', () => undefined))
    pools.push(pool)
    return pool
  }
  const main = makePool('app', size, '-c statement_timeout=60000')
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: main }) })
  type Sight = { setting: string; value: string; crises?: boolean }
  const within = <T>(sight: Sight, work: (tx: Tx) => Promise<T>, { flush = 'now' }: Flush = {}) =>
    db.transaction().execute(async (tx) => {
      const eyes = sight.crises ? `, set_config('heed.crisis', 'on', true)` : ''
      const loose = flush === 'later' ? `, set_config('synchronous_commit', 'off', true)` : ''
      await tx.executeQuery(
        CompiledQuery.raw(`select set_config($1, $2, true)${eyes}${loose}`, [sight.setting, sight.value]),
      )
      return work(tx)
    })
  const inside =
    (crises: boolean): Database['inWorkspace'] =>
    (workspaceId, work, options) =>
      within({ setting: 'heed.workspace', value: workspaceId, crises }, work, options)
  const whole = inside(true)
  const open = inside(false)
  const database: Database = {
    inWorkspace: whole,
    inWholeWorkspace: whole,
    inOpenWorkspace: open,
    forEveryone: () => ({ ...database, inWorkspace: open }),
    asAccount: (accountId, work) => within({ setting: 'heed.account', value: accountId }, work),
    asSystem: (work, options) => within({ setting: 'heed.system', value: 'on' }, work, options),
    byKnowing: (kind, secret, work) => within({ setting: `heed.${kind}`, value: secret }, work),
    pool: (name, sight, max, searchPath) =>
      makePool(name, max, `-c heed.${sight}=on${searchPath ? ` -c search_path=${searchPath}` : ''}`),
    ping: async () => void (await sql`select 1`.execute(db)),
    source,
    close: async () => {
      await db.destroy()
      await Promise.all(pools.filter((pool) => pool !== main).map((pool) => pool.end()))
    },
  }
  return database
}

export function appConnection(source: Source): pg.ClientConfig {
  return { ...source.owner, user: APP_ROLE, password: appPassword(source) }
}

export type { Embedded }
