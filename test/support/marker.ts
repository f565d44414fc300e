/** Where a word is that must be nowhere: every row of every table as text, words of search included, and every file of a data folder. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'

export type Column = { table: string; column: string; type: string; generated: boolean }

export async function columnsOf(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.oid::regclass::text as table, a.attname::text as column, format_type(a.atttypid, a.atttypmod) as type, a.attgenerated <> '' as generated
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_%' order by 1, a.attnum`)
  return rows
}

/** `marker` in small letters, and of letters alone: it is looked for as it is. */
export async function findMarker(client: pg.Client, folder: string, marker: string): Promise<string[]> {
  const found: string[] = []
  for (const table of new Set((await columnsOf(client)).map((one) => one.table))) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${table} t where t::text ilike $1`,
      [`%${marker}%`],
    )
    if (rows[0]!.n > 0) found.push(`${table} (${rows[0]!.n})`)
  }
  for (const path of filesIn(folder)) {
    const raw = readFileSync(path)
    const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? unpacked(raw) : raw
    if (path.includes(marker) || bytes.toString('latin1').toLowerCase().includes(marker)) found.push(path)
  }
  return found
}

function unpacked(raw: Buffer): Buffer {
  try {
    return gunzipSync(raw)
  } catch {
    return raw
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    // A socket is no file to read.
    const about = statSync(path, { throwIfNoEntry: false })
    if (about?.isDirectory()) return name === 'postgres' ? [] : filesIn(path)
    return about?.isFile() ? [path] : []
  })
