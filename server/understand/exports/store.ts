/** SQL of exports: persons and orders page by page, and the addresses of those who spoke. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { PersonKind } from '#people/contract'

export type PersonExport = {
  id: string
  kind: PersonKind
  name: string
  company: string
  language: string | null
  attributes: Record<string, unknown>
  mergedInto: string | null
  createdAt: Date
  emails: string[]
  phones: string[]
  externalIds: string[]
}

const identities = (kind: string) =>
  sql`coalesce((select array_agg(i.shown order by i.value) from people.identity i where i.workspace_id = p.workspace_id and i.person_id = p.id and i.kind = ${kind}), '{}')`

export async function listPersonExports(tx: Tx, afterId: string | null, limit: number): Promise<PersonExport[]> {
  const { rows } = await sql<PersonExport>`
    select p.id, p.kind, p.name, p.company, p.language, p.attributes, p.merged_into as "mergedInto", p.created_at as "createdAt",
      ${identities('email')} as emails, ${identities('phone')} as phones, ${identities('external')} as "externalIds"
    from people.person p where p.workspace_id = platform.workspace() ${afterId ? sql`and p.id > ${afterId}::uuid` : sql``}
    order by p.workspace_id, p.id limit ${limit}`.execute(tx)
  return rows
}

export type OrderExport = {
  id: string
  number: string
  source: string
  orderedAt: Date
  totalMinor: number
  refundedMinor: number
  currency: string
  status: string
  items: { name: string; quantity: number }[]
  personId: string | null
  personName: string | null
  email: string | null
}

export async function listOrderExports(tx: Tx, afterId: string | null, limit: number): Promise<OrderExport[]> {
  const { rows } = await sql<OrderExport>`
    select o.id, o.number, o.source, o.ordered_at as "orderedAt", o.total_minor as "totalMinor", o.refunded_minor as "refundedMinor", o.currency, o.status, o.items,
      o.person_id as "personId", p.name as "personName",
      (select i.shown from people.identity i where i.workspace_id = o.workspace_id and i.person_id = o.person_id and i.kind = 'email' order by i.value limit 1) as email
    from people.orders o left join people.person p on p.workspace_id = o.workspace_id and p.id = o.person_id
    where o.workspace_id = platform.workspace() ${afterId ? sql`and o.id > ${afterId}::uuid` : sql``} order by o.workspace_id, o.id limit ${limit}`.execute(
    tx,
  )
  return rows
}

/** The e-mail address of each voice's speaker, where one is known. */
export async function findEmails(tx: Tx, voiceIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; email: string }>`
    select distinct on (v.id) v.id, i.shown as email from listen.voice v
    join people.identity i on i.workspace_id = v.workspace_id and i.person_id = v.person_id and i.kind = 'email'
    where v.workspace_id = platform.workspace() and v.id = any(${voiceIds}::uuid[]) order by v.id, i.value`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.email]))
}
