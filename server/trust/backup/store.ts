/**
 * Everything in one file, while Heed goes on working. One transaction that sees a single instant walks workspace after
 * workspace, table after table, and writes each row as a line of JSON, packed and sealed (`sealed-file.ts`). Rows as JSON
 * and not as a page image: such a file can be restored on another machine, another PostgreSQL and a later version of Heed.
 * The last line says how many rows each table has and their checksum.
 *
 * The walk works with the rights of the app itself (sight by workspace), so it needs no superuser on a managed database.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { appConnection, migrate, migrationFiles, newId, Refusal, type Source } from '#platform'
import { createDigest, type Digest } from './digest.ts'
import { MAGIC, opening, sealing } from './sealed-file.ts'

/** Format 1 was packed but not sealed, and had no checksums; it is still read. */
export type BackupHead = { heed: 'backup'; format: 1 | 2; at: string; migrations: string[]; secret: string }
export type Tally = { rows: number; digest: string }
export type BackupReport = { tables: Record<string, Tally>; rows: number }

const BATCH = 1_000
/** Written by migrations themselves. */
const FOREIGN = new Set(['platform.migration'])

type Table = { name: string; columns: string[]; selfReference: string | null; hasWorkspace: boolean; accounts: boolean }

type Counting = { rows: number; digest: Digest }
type Counts = Map<string, Counting>

const reportOf = (counts: Counts): BackupReport => ({
  tables: Object.fromEntries([...counts].map(([name, { rows, digest }]) => [name, { rows, digest: digest.text() }])),
  rows: [...counts.values()].reduce((sum, { rows }) => sum + rows, 0),
})

/** Writes to a file beside the target and renames it at the end: a backup that broke off is never mistaken for one. */
export async function writeBackup(
  source: Source,
  path: string,
  given: { secret: string; at: Date; key: string },
): Promise<BackupReport> {
  const client = await connect(source)
  const partial = `${path}.partial`
  const counts: Counts = new Map()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const tables = await listTables(client)
    await pipeline(
      Readable.from(lines(client, tables, given, counts)),
      createGzip({ level: 6 }),
      await sealing(given.key),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    )
    await client.query('commit')
    await rename(partial, path)
    return reportOf(counts)
  } catch (error) {
    await rm(partial, { force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new Refusal('disk_full', `The disk is full, so ${path} was not written.`)
    throw error
  } finally {
    await client.end()
  }
}

async function* lines(
  client: pg.Client,
  tables: Table[],
  given: { secret: string; at: Date },
  counts: Counts,
): AsyncGenerator<string> {
  const { rows: applied } = await client.query<{ name: string }>('select name from platform.migration order by name')
  const head: BackupHead = {
    heed: 'backup',
    format: 2,
    at: given.at.toISOString(),
    migrations: applied.map((row) => row.name),
    secret: given.secret,
  }
  yield `${JSON.stringify(head)}\n`
  await look(client, 'accounts', 'on')
  for (const table of tables.filter((one) => one.accounts)) yield* rowsOf(client, table, null, counts)
  await look(client, 'accounts', '')
  await look(client, 'system', 'on')
  const { rows: workspaces } = await client.query<{ workspace_id: string }>(
    'select workspace_id from trust.workspace order by created_at',
  )
  await look(client, 'system', '')
  // Words for few eyes are fenced off from whoever does not say so: a backup without them would lose the most urgent ones.
  await look(client, 'crisis', 'on')
  for (const { workspace_id: workspace } of workspaces) {
    await look(client, 'workspace', workspace)
    for (const table of tables.filter((one) => one.hasWorkspace)) yield* rowsOf(client, table, workspace, counts)
  }
  yield `${JSON.stringify({ end: true, ...reportOf(counts) })}\n`
}

async function* rowsOf(
  client: pg.Client,
  table: Table,
  workspace: string | null,
  counts: Counts,
): AsyncGenerator<string> {
  const order = table.selfReference ? `order by ${table.selfReference} nulls first` : ''
  await client.query(
    `declare walk no scroll cursor for select row_to_json(r)::text as row from (select ${table.columns.join(', ')} from ${table.name} ${order}) r`,
  )
  let first = true
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${BATCH} from walk`)
    if (rows.length === 0) break
    if (first) yield `${JSON.stringify({ table: table.name, workspace })}\n`
    first = false
    count(counts, table.name, workspace, rows)
    yield `${rows.map((row) => row.row).join('\n')}\n`
  }
  await client.query('close walk')
}

function count(counts: Counts, table: string, workspace: string | null, rows: { row: string }[]): void {
  const counting = counts.get(table) ?? { rows: 0, digest: createDigest() }
  counts.set(table, counting)
  counting.rows += rows.length
  for (const { row } of rows) counting.digest.add(`${workspace ?? ''} ${row}`)
}

type Marker = {
  table?: string
  workspace?: string | null
  end?: boolean
  rows?: number
  tables?: Record<string, Tally>
}

export type Restored = { head: BackupHead; report: BackupReport }

/**
 * Reads a backup into a database that holds nothing: all of it or nothing. The database is first brought to the version
 * the backup was written by, then filled, then brought up to date, so that what later versions do to old rows is done to
 * these too. `filled` looks at the rows in between.
 */
export async function readBackup(
  source: Source,
  path: string,
  key: string | null,
  filled: (restored: Restored) => Promise<void> = async () => undefined,
): Promise<Restored> {
  const head = await peek(path, key)
  await migrate(
    source,
    migrationFiles().filter(({ name }) => head.migrations.includes(name)),
  )
  const restored = await fill(source, path, key)
  await filled(restored)
  await migrate(source)
  return restored
}

async function fill(source: Source, path: string, key: string | null): Promise<Restored> {
  const client = await connect(source)
  try {
    await client.query('begin')
    await refuseUnlessEmpty(client)
    const tables = new Map((await listTables(client)).map((table) => [table.name, table]))
    await look(client, 'crisis', 'on')
    const result = await readLines(client, tables, path, key)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

/** Only the first line: what wrote it, when, and whether the key fits. */
export async function peek(path: string, key: string | null): Promise<BackupHead> {
  for await (const line of openLines(path, key)) return readHead(line, path)
  throw new Refusal('invalid_input', `${path} is empty.`)
}

/** What a database holds now, counted as a backup counts it. */
export async function countRows(source: Source): Promise<BackupReport> {
  const client = await connect(source)
  const counts: Counts = new Map()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const walk = lines(client, await listTables(client), { secret: '', at: new Date(0) }, counts)
    while (!(await walk.next()).done);
    await client.query('commit')
    return reportOf(counts)
  } finally {
    await client.end()
  }
}

const SCRATCH = 'heed_check_'

/** A database of its own beside the real one, for as long as `work` takes. What a killed check left behind goes first. */
export async function withScratch<T>(source: Source, work: (scratch: Source) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ ...source.owner, application_name: 'heed:check' })
  await admin.connect()
  const name = `${await ownScratch(admin)}${newId().replaceAll('-', '')}`
  try {
    await dropLeftOvers(admin)
    await admin.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    await admin.query(`create database ${name}`).catch((error: Error & { code?: string }) => {
      throw error.code === '42501'
        ? new Refusal('scratch_not_allowed', 'The user of DATABASE_URL may not create a database to check a backup in.')
        : error
    })
    return await work({ ...source, owner: { ...source.owner, database: name }, close: async () => undefined })
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`).catch(() => undefined)
    await admin.end()
  }
}

/**
 * How the names of this installation's scratch databases begin. Several Heeds may share one PostgreSQL, each in a database
 * of its own, and the locks below are seen within one database only: so none may touch what belongs to another.
 */
export async function ownScratch(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ oid: number }>('select oid from pg_database where datname = current_database()')
  return `${SCRATCH}${rows[0]!.oid}_`
}

/** Whoever checks holds a lock in the name of their database for as long as they are connected; one without is left over. */
async function dropLeftOvers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string; free: boolean }>(
    `select datname as name, pg_try_advisory_lock(hashtextextended(datname, 0)) as free from pg_database where starts_with(datname, $1)`,
    [await ownScratch(admin)],
  )
  for (const { name, free } of rows) {
    if (!free) continue
    await admin.query(`drop database if exists ${name}`)
    await admin.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name])
  }
}

async function readLines(
  client: pg.Client,
  tables: Map<string, Table>,
  path: string,
  key: string | null,
): Promise<Restored> {
  const report: BackupReport = { tables: {}, rows: 0 }
  let head: BackupHead | null = null
  let table: Table | null = null
  let ended = false
  let waiting: string[] = []
  const flush = async () => {
    if (!table || waiting.length === 0) return
    await put(client, table, waiting)
    const before = report.tables[table.name]?.rows ?? 0
    report.tables[table.name] = { rows: before + waiting.length, digest: '' }
    report.rows += waiting.length
    waiting = []
  }
  for await (const line of openLines(path, key)) {
    if (!head) {
      head = readHead(line, path)
      continue
    }
    const marker = line.startsWith('{"table":') || line.startsWith('{"end":') ? (JSON.parse(line) as Marker) : null
    if (!marker) {
      waiting.push(line)
      if (waiting.length >= BATCH) await flush()
      continue
    }
    await flush()
    if (marker.end) {
      ended = marker.rows === report.rows
      for (const [name, tally] of Object.entries(marker.tables ?? {})) report.tables[name]!.digest = tally.digest
    }
    if (marker.table === undefined) continue
    table = tables.get(marker.table) ?? null
    if (!table)
      throw new Refusal('invalid_input', `${path} holds ${marker.table}, which this version of Heed does not know.`)
    await look(client, 'accounts', table.accounts ? 'on' : '')
    await look(client, 'workspace', marker.workspace ?? '')
  }
  if (!head || !ended)
    throw new Refusal(
      'invalid_input',
      `${path} ends before its end: the file is damaged or was cut off. Nothing was restored.`,
    )
  return { head, report }
}

/** Lines by `\n` alone: what people said may hold other separators (U+2028), at which readline would cut. */
async function* openLines(path: string, key: string | null): AsyncGenerator<string> {
  const sealed = await isSealed(path)
  if (sealed && key === null)
    throw new Refusal('wrong_backup_key', `${path} is sealed. Say its key with --key-file or HEED_BACKUP_PASSPHRASE.`)
  const file = createReadStream(path)
  const packed = sealed ? Readable.from(opening(key!, path)(file)) : file
  const unpacked = packed.pipe(createGunzip())
  for (const part of new Set([file, packed])) part.on('error', (error: Error) => unpacked.destroy(error))
  unpacked.setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of unpacked) {
      const parts = (rest + (chunk as string)).split('\n')
      rest = parts.pop()!
      yield* parts
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new Refusal('invalid_input', `There is no file ${path}.`)
    if (code?.startsWith('Z_'))
      throw new Refusal('invalid_input', `${path} is not a backup of Heed, or it is damaged. Nothing was restored.`)
    throw error
  } finally {
    file.destroy()
  }
  if (rest !== '') yield rest
}

/** Whether a file is sealed, by how it begins. */
export async function isSealed(path: string): Promise<boolean> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Refusal('invalid_input', `There is no file ${path}.`) : error
  })
  try {
    const { buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)
    return buffer.toString('latin1') === MAGIC
  } finally {
    await file.close()
  }
}

function readHead(line: string, path: string): BackupHead {
  const refuse = (why: string) => new Refusal('invalid_input', `${path} ${why}`)
  let head: BackupHead
  try {
    head = JSON.parse(line) as BackupHead
  } catch {
    throw refuse('is not a backup of Heed.')
  }
  if (head.heed !== 'backup') throw refuse('is not a backup of Heed.')
  const known = new Set(migrationFiles().map(({ name }) => name))
  if ((head.format !== 1 && head.format !== 2) || head.migrations.some((name) => !known.has(name)))
    throw refuse('was written by a newer Heed. Install that version first.')
  return head
}

async function put(client: pg.Client, table: Table, rows: string[]): Promise<void> {
  // Only columns the file has: one that is newer than the backup keeps its default.
  const present = table.columns.filter((column) =>
    Object.hasOwn(JSON.parse(rows[0]!) as object, column.replaceAll('"', '')),
  )
  const columns = present.join(', ')
  // As json and not jsonb, which would write columns of type json anew with other spaces.
  await client.query(
    `insert into ${table.name} (${columns}) select ${columns} from json_populate_recordset(null::${table.name}, $1::json)`,
    [`[${rows.join(',')}]`],
  )
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  await look(client, 'accounts', 'on')
  await look(client, 'system', 'on')
  const { rows } = await client.query('select 1 from trust.account union all select 1 from trust.workspace limit 1')
  if (rows.length > 0)
    throw new Refusal(
      'data_folder_in_use',
      'Heed already holds something here. Restore into a new, empty data folder (HEED_DATA) so that nothing is overwritten.',
    )
  await look(client, 'system', '')
}

const look = (client: pg.Client, what: string, value: string) =>
  client.query('select set_config($1, $2, true)', [`heed.${what}`, value])

async function connect(source: Source): Promise<pg.Client> {
  const client = new pg.Client({ ...appConnection(source), application_name: 'heed:backup' })
  await client.connect()
  return client
}

/** Every table of every capability, parents before children, without columns that compute themselves. */
async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { parents: string[] }>(`
    select c.oid::regclass::text as name,
      array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents,
      (select quote_ident(a.attname) from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[array_length(k.conkey, 1)]
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = c.oid limit 1) as "selfReference",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as "hasWorkspace",
      exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'accounts_only') as accounts
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('jobs', 'pg_catalog', 'information_schema') and n.nspname not like 'pg_%' order by 1`)
  const left = rows.filter((table) => !FOREIGN.has(table.name))
  const sorted: Table[] = []
  while (left.length > 0) {
    const next = left.findIndex((table) =>
      table.parents.every((parent) => !left.some((other) => other.name === parent)),
    )
    if (next < 0) throw new Error('tables refer to one another in a circle')
    sorted.push(...left.splice(next, 1))
  }
  return sorted
}
