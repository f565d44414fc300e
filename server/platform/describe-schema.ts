/** The whole database as one file to read: made from the catalogue of a migrated database, committed, never run. */
import pg from 'pg'
import type { Source } from './source.ts'

const SCHEMAS = `n.nspname not in ('pg_catalog', 'information_schema', 'jobs', 'public') and n.nspname not like 'pg_%'`

export async function describeSchema(source: Source): Promise<string> {
  const client = new pg.Client({ ...source.owner, application_name: 'heed:describe' })
  await client.connect()
  try {
    const list = async (query: string) => (await client.query<{ text: string }>(query)).rows.map((row) => row.text)
    const functions =
      await list(`select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${SCHEMAS} and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by n.nspname, p.proname`)
    const tables = await list(`
      select '-- ' || c.oid::regclass || chr(10) || 'create table ' || c.oid::regclass || ' (' || chr(10) ||
        (select string_agg('  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) ||
          case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored' when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end ||
          case when a.attnotnull then ' not null' else '' end, ',' || chr(10) order by a.attnum)
          from pg_attribute a left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) ||
        coalesce((select ',' || chr(10) || string_agg('  ' || pg_get_constraintdef(k.oid), ',' || chr(10) order by k.contype desc, k.conname) from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')), '') ||
        chr(10) || ');' ||
        coalesce(chr(10) || (select string_agg(pg_get_indexdef(i.indexrelid) || ';', chr(10) order by i.indexrelid::regclass::text) from pg_index i
          where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), '') ||
        coalesce(chr(10) || (select string_agg('policy ' || p.polname || ' using (' || coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') || ')', chr(10) order by p.polname) from pg_policy p where p.polrelid = c.oid), '') as text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${SCHEMAS} order by n.nspname, c.relname`)
    return `-- Made by \`npm run describe\` from the migrated database: for reading, not for running.\n\n${[...tables, ...functions].map((text) => text.replaceAll(/[ \t]+$/gm, '').trim()).join('\n\n')}\n`
  } finally {
    await client.end()
  }
}
