/** What stands in a database, seen past every fence: its tables, the ids of a workspace, and a picture that must not change. */
import type pg from 'pg'

export type Table = {
  name: string
  enabled: boolean
  forced: boolean
  owner: string
  policies: number
  columns: string[]
}

export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.oid::regclass::text as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
    order by 1`)
  return rows
}

/** A digest of every row of a workspace, table by table. */
export async function pictureOf(client: pg.Client, workspaceId: string): Promise<Record<string, string>> {
  const picture: Record<string, string> = {}
  for (const table of await tablesOf(client)) {
    if (!table.columns.includes('workspace_id') || table.name.startsWith('platform.')) continue
    const { rows } = await client.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest from ${table.name} t where workspace_id = $1`,
      [workspaceId],
    )
    picture[table.name] = rows[0].digest
  }
  return picture
}

/** Two ids of each kind of thing a workspace holds. */
export async function idsIn(client: pg.Client, workspaceId: string): Promise<string[]> {
  const found = new Set<string>()
  for (const table of await tablesOf(client)) {
    if (!table.columns.includes('workspace_id') || !table.columns.includes('id') || table.name.startsWith('platform.'))
      continue
    const { rows } = await client
      .query(`select id::text from ${table.name} where workspace_id = $1 limit 2`, [workspaceId])
      .catch(() => ({ rows: [] }))
    for (const { id } of rows as { id: string }[]) found.add(id)
  }
  return [...found]
}

/** Outcomes are counted a moment after what they count: what is left to be counted, and who counts it now. */
export async function leftToCount(client: pg.Client): Promise<{ days: number; jobs: number }> {
  const { rows } = await client.query(
    `select (select count(*)::int from measure.stale_day) as days,
      (select count(*)::int from jobs.job where name = 'measure.recount' and state in ('created', 'retry', 'active')) as jobs`,
  )
  return rows[0]
}
