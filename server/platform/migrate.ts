/**
 * Brings the database to this version: plain SQL files, one numbered line, up only, all that are missing in one
 * transaction, under one lock so that several processes may start at once. If one fails, none of them happened, and the
 * version before goes on working. A file that changed after it ran is a mistake and is refused, and so is a database
 * that a newer Heed has already brought further. Job tables belong to pg-boss, which brings its own migrations; they run here too, as owner, and are fenced in.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { getConstructionPlans, getMigrationPlans, PgBoss } from 'pg-boss'
import { APP_ROLE, appPassword } from './database.ts'
import { Refusal } from './refusal.ts'
import type { Source } from './source.ts'

const FOLDER = new URL('../migrations/', import.meta.url)
/** Any number, as long as it is always this one. */
const LOCK = 7_330_001

export type MigrationReport = { applied: string[]; total: number }
export type Migration = { name: string; text: string; checksum: string }

/** `files` is what this version brings; a restore hands in those of an older one, to fill it before the rest. */
export async function migrate(source: Source, files: Migration[] = migrationFiles()): Promise<MigrationReport> {
  const client = new pg.Client({ ...source.owner, application_name: 'heed:migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await ensureRole(client, source)
    await client.query('create schema if not exists platform')
    await client.query(
      'create table if not exists platform.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
    )
    const missing = await findMissing(client, files)
    await apply(client, missing)
    await migrateJobs(client)
    return { applied: missing.map(({ name }) => name), total: files.length }
  } finally {
    await client.end()
  }
}

async function findMissing(client: pg.Client, files: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  )
  const done = new Map(rows.map((row) => [row.name, row.checksum]))
  const known = new Set(migrationFiles().map(({ name }) => name))
  const unknown = rows.filter((row) => !known.has(row.name))
  if (unknown.length > 0)
    throw new Refusal(
      'database_newer',
      `A newer Heed has worked with this data already (${unknown[0]!.name}). Start that version, or restore a backup from before.`,
    )
  for (const { name, checksum } of files)
    if (done.has(name) && done.get(name) !== checksum)
      throw new Error(`migration ${name} changed after it ran; write a new one instead`)
  return files.filter(({ name }) => !done.has(name))
}

export function migrationFiles(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })
}

async function apply(client: pg.Client, files: Migration[]): Promise<void> {
  if (files.length === 0) return
  let at = ''
  await client.query('begin')
  try {
    for (const { name, text, checksum } of files) {
      at = name
      await client.query(text)
      await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [name, checksum])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${at} failed and everything was taken back: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** `heed_app` may log in and use tables, and nothing else. A wrong password (new owner, restored cluster) is set anew. */
async function ensureRole(client: pg.Client, source: Source): Promise<void> {
  const password = appPassword(source)
  const exists = (await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])).rows.length > 0
  try {
    if (!exists) {
      await client.query(
        `create role ${APP_ROLE} login noinherit nosuperuser nocreatedb nocreaterole nobypassrls password '${password}'`,
      )
    } else if (!(await canLogIn(source, password))) {
      await client.query(`alter role ${APP_ROLE} login nobypassrls password '${password}'`)
    }
    await client.query(
      `do $$ begin if not exists (select from pg_roles where rolname = 'heed_search') then create role heed_search nologin nobypassrls; end if; end $$`,
    )
    const { rows } = await client.query<{ is_member: boolean }>(
      `select pg_has_role(current_user, 'heed_search', 'member') as is_member`,
    )
    if (!rows[0]?.is_member) await client.query('grant heed_search to current_user')
  } catch (error) {
    // Another process sharing this cluster created it between our look and our step.
    if ((error as { code?: string }).code === '42710' || (error as { code?: string }).code === '23505') return
    throw new Refusal(
      'database_unreachable',
      `The user of DATABASE_URL must be allowed to create roles, because Heed works as a role that owns nothing (${(error as Error).message}).`,
    )
  }
}

async function canLogIn(source: Source, password: string): Promise<boolean> {
  const probe = new pg.Client({ ...source.owner, user: APP_ROLE, password, application_name: 'heed:open' })
  try {
    await probe.connect()
    await probe.end()
    return true
  } catch (error) {
    // The role may log in but lack the right to this very database, which is granted by the first migration.
    return (error as { code?: string }).code === '42501'
  }
}

export const JOBS_SCHEMA = 'jobs'

async function migrateJobs(client: pg.Client): Promise<void> {
  const db = { executeSql: async (text: string, values?: unknown[]) => client.query(text, values as unknown[]) }
  const boss = new PgBoss({ db, schema: JOBS_SCHEMA, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  const installed = await boss.isInstalled()
  const current = installed ? await boss.schemaVersion() : null
  if (!installed) await client.query(getConstructionPlans(JOBS_SCHEMA))
  else if (current !== null) {
    const plan = safeMigrationPlan(current)
    if (plan) await client.query(plan)
  }
  await client.query(`
    grant usage on schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant usage on all sequences in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    grant execute on all functions in schema ${JOBS_SCHEMA} to ${APP_ROLE};
    do $$ declare t record; begin
      for t in select c.oid::regclass as name from pg_class c where c.relnamespace = '${JOBS_SCHEMA}'::regnamespace
        and c.relkind in ('r', 'p') and not c.relforcerowsecurity loop
        execute format('alter table %s enable row level security', t.name);
        execute format('alter table %s force row level security', t.name);
        execute format('create policy system_only on %s using (current_setting(''heed.system'', true) = ''on'')', t.name);
      end loop;
    end $$`)
}

function safeMigrationPlan(version: number): string | null {
  try {
    return getMigrationPlans(JOBS_SCHEMA, version)
  } catch {
    // pg-boss answers "nothing to do" with an error.
    return null
  }
}
