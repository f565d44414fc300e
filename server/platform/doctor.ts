/** What `heed doctor` looks at. Each check answers in a sentence; a failed one says what to do. */
import pg from 'pg'
import { APP_ROLE, appConnection } from './database.ts'
import { freeBytes } from './folder.ts'
import { migrationFiles } from './migrate.ts'
import { createMail } from './mail.ts'
import type { Config } from './config.ts'
import type { Source } from './source.ts'

export type Finding = { what: string; verdict: 'good' | 'note' | 'bad'; says: string }

const SKEW_MS = 5_000
const LOW_BYTES = 1024 ** 3

export async function examine(config: Config, source: Source): Promise<Finding[]> {
  const findings: Finding[] = [checkNode(), checkDisk(config)]
  const owner = new pg.Client({ ...source.owner, application_name: 'heed:doctor' })
  try {
    await owner.connect()
    findings.push(
      await checkVersion(owner, source),
      await checkMigrations(owner),
      await checkRole(owner),
      await checkClock(owner),
    )
  } catch (error) {
    findings.push({ what: 'database', verdict: 'bad', says: `does not answer: ${(error as Error).message}` })
  } finally {
    await owner.end().catch(() => undefined)
  }
  findings.push(await checkDeliveries(source), await checkMail(config))
  return findings
}

function checkNode(): Finding {
  return { what: 'node', verdict: 'good', says: `${process.version} on ${process.platform} ${process.arch}` }
}

function checkDisk(config: Config): Finding {
  const free = freeBytes(config.dataFolder)
  if (free === null) return { what: 'disk', verdict: 'note', says: 'free space could not be read' }
  const said = `${(free / 1024 ** 3).toFixed(1)} GB free for ${config.dataFolder}`
  return {
    what: 'disk',
    verdict: free < LOW_BYTES ? 'bad' : 'good',
    says: free < LOW_BYTES ? `only ${said}; free some before it fills up` : said,
  }
}

async function checkVersion(owner: pg.Client, source: Source): Promise<Finding> {
  const { rows } = await owner.query<{ version: string; size: string }>(
    `select split_part(version(), ' ', 2) as version, pg_size_pretty(pg_database_size(current_database())) as size`,
  )
  return { what: 'database', verdict: 'good', says: `PostgreSQL ${rows[0]!.version}, ${source.kind}, ${rows[0]!.size}` }
}

async function checkMigrations(owner: pg.Client): Promise<Finding> {
  const exists = await owner.query(`select to_regclass('platform.migration') as there`)
  const done = exists.rows[0].there
    ? new Set((await owner.query<{ name: string }>('select name from platform.migration')).rows.map((row) => row.name))
    : new Set<string>()
  const files = migrationFiles()
  const missing = files.filter((file) => !done.has(file.name)).length
  const ahead = [...done].filter((name) => !files.some((file) => file.name === name)).length
  if (ahead > 0) return { what: 'schema', verdict: 'bad', says: 'belongs to a newer Heed; install that version again' }
  return {
    what: 'schema',
    verdict: missing > 0 ? 'note' : 'good',
    says:
      missing > 0
        ? `${missing} migrations wait for the next start, or for: heed migrate`
        : `up to date (${files.length} migrations)`,
  }
}

async function checkRole(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = $1',
    [APP_ROLE],
  )
  if (rows.length === 0)
    return { what: 'isolation', verdict: 'note', says: `the role ${APP_ROLE} comes with the first start` }
  return rows[0]!.free
    ? {
        what: 'isolation',
        verdict: 'bad',
        says: `the role ${APP_ROLE} can bypass row-level security: run alter role ${APP_ROLE} nosuperuser nobypassrls`,
      }
    : { what: 'isolation', verdict: 'good', says: `workspaces are fenced; ${APP_ROLE} cannot bypass it` }
}

async function checkClock(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query<{ now: Date }>('select clock_timestamp() as now')
  const skew = Math.abs(rows[0]!.now.getTime() - Date.now())
  return skew > SKEW_MS
    ? {
        what: 'clock',
        verdict: 'bad',
        says: `this machine and the database differ by ${Math.round(skew / 1000)} s; set one of them right`,
      }
    : { what: 'clock', verdict: 'good', says: `agrees with the database (${new Date().toISOString()})` }
}

async function checkDeliveries(source: Source): Promise<Finding> {
  const client = new pg.Client({
    ...appConnection(source),
    application_name: 'heed:doctor',
    options: '-c heed.system=on',
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ waiting: number; parked: number }>(
      'select count(*) filter (where not parked)::int as waiting, count(*) filter (where parked)::int as parked from platform.delivery',
    )
    const { waiting, parked } = rows[0]!
    return parked > 0
      ? {
          what: 'work',
          verdict: 'bad',
          says: `${parked} events were set aside after failing again and again; the log says why`,
        }
      : { what: 'work', verdict: 'good', says: `${waiting} events wait to be handled` }
  } catch {
    return { what: 'work', verdict: 'note', says: 'nothing yet' }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function checkMail(config: Config): Promise<Finding> {
  const mail = createMail(config)
  if (!mail.ready)
    return { what: 'mail', verdict: 'note', says: 'not set up (SMTP_URL); invitations are links to pass on by hand' }
  try {
    await mail.check()
    return { what: 'mail', verdict: 'good', says: `the mail server answers; sender ${config.mailFrom}` }
  } catch (error) {
    return { what: 'mail', verdict: 'bad', says: `the mail server refuses: ${(error as Error).message}` }
  }
}
