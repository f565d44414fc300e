/** SQL of people. */
import { sql } from 'kysely'
import { sqlArray, type Tx } from '#platform'
import type { Attributes, Identity, PersonKind } from './contract.ts'
import { compared } from './identity.ts'

export type PersonRecord = {
  id: string
  kind: PersonKind
  name: string
  company: string
  language: string | null
  attributes: Record<string, unknown>
  mergedInto: string | null
  createdAt: Date
}
export type PersonListRow = {
  id: string
  kind: PersonKind
  name: string
  nameFolded: string
  company: string
  email: string | null
  externalId: string | null
  createdAt: Date
}
export type OrderRow = {
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
}

const PERSON = sql`id, kind, name, company, language, attributes, merged_into as "mergedInto", created_at as "createdAt"`
const LISTED = sql`p.id, p.kind, p.name, p.name_folded as "nameFolded", p.company, p.created_at as "createdAt",
  (select i.shown from people.identity i where i.workspace_id = p.workspace_id and i.person_id = p.id and i.kind = 'email' order by i.value limit 1) as email,
  (select i.shown from people.identity i where i.workspace_id = p.workspace_id and i.person_id = p.id and i.kind = 'external' order by i.value limit 1) as "externalId"`
const ORDER = sql`id, person_id as "personId", number, source, ordered_at as "orderedAt", total_minor as "totalMinor", refunded_minor as "refundedMinor", currency, status, items`

export async function findByIdentities(
  tx: Tx,
  workspaceId: string,
  wanted: { kind: string; value: string }[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ kind: string; value: string; personId: string }>`
    select i.kind, i.value, i.person_id as "personId" from unnest(${sqlArray(wanted.map((one) => one.kind))}::text[], ${sqlArray(wanted.map((one) => one.value))}::text[]) as w(kind, value)
    cross join lateral (select * from people.identity where workspace_id = ${workspaceId} and kind = w.kind and value = w.value limit 1) i`.execute(
    tx,
  )
  return new Map(rows.map((row) => [`${row.kind} ${row.value}`, row.personId]))
}

type NewPersonRow = {
  id: string
  kind: PersonKind
  name: string
  company: string
  language: string | null
  attributes: Attributes
  createdAt: Date | null
}

export async function addPersons(tx: Tx, workspaceId: string, rows: NewPersonRow[]): Promise<void> {
  await sql`insert into people.person (workspace_id, id, kind, name, company, language, attributes, created_at)
    select ${workspaceId}::uuid, r.id, r.kind, r.name, r.company, r.language, r.attributes::jsonb, coalesce(r.created_at, now())
    from unnest(${sqlArray(rows.map((row) => row.id))}::uuid[], ${sqlArray(rows.map((row) => row.kind))}::text[], ${sqlArray(rows.map((row) => row.name))}::text[], ${sqlArray(rows.map((row) => row.company))}::text[],
      ${sqlArray(rows.map((row) => row.language))}::text[], ${sqlArray(rows.map((row) => JSON.stringify(row.attributes)))}::text[], ${sqlArray(rows.map((row) => row.createdAt))}::timestamptz[])
      as r(id, kind, name, company, language, attributes, created_at)`.execute(tx)
}

/** An identity somebody else took a moment ago stays theirs. */
export async function addIdentities(
  tx: Tx,
  workspaceId: string,
  rows: { kind: Identity['kind']; value: string; shown: string; personId: string }[],
): Promise<number> {
  const result = await sql`insert into people.identity (workspace_id, kind, value, shown, person_id)
    select ${workspaceId}::uuid, * from unnest(${sqlArray(rows.map((row) => row.kind))}::text[], ${sqlArray(rows.map((row) => row.value))}::text[], ${sqlArray(rows.map((row) => row.shown))}::text[], ${sqlArray(rows.map((row) => row.personId))}::uuid[])
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** What is newly said wins over what was empty or older; attributes are laid over one another. */
export async function fillPersons(
  tx: Tx,
  workspaceId: string,
  rows: {
    id: string
    name?: string | undefined
    company?: string | undefined
    kind?: PersonKind | undefined
    language?: string | null | undefined
    attributes?: Attributes | undefined
  }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`update people.person p set name = coalesce(nullif(r.name, ''), p.name), company = coalesce(nullif(r.company, ''), p.company),
      kind = coalesce(r.kind, p.kind), language = coalesce(r.language, p.language), attributes = p.attributes || r.attributes::jsonb
    from (select distinct on (id) * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.name ?? '')}::text[], ${rows.map((row) => row.company ?? '')}::text[],
      ${rows.map((row) => row.kind ?? null)}::text[], ${rows.map((row) => row.language ?? null)}::text[], ${rows.map((row) => JSON.stringify(row.attributes ?? {}))}::text[])
      with ordinality as u(id, name, company, kind, language, attributes, nth) order by id, nth desc) r
    where p.workspace_id = ${workspaceId} and p.id = r.id`.execute(tx)
}

export async function findPerson(tx: Tx, id: string): Promise<PersonRecord | undefined> {
  const { rows } =
    await sql<PersonRecord>`select ${PERSON} from people.person where workspace_id = platform.workspace() and id = ${id}`.execute(
      tx,
    )
  return rows[0]
}

export async function findPersons(tx: Tx, ids: string[]): Promise<PersonRecord[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<PersonRecord>`select ${PERSON} from people.person where workspace_id = platform.workspace() and id = any(${ids}::uuid[])`.execute(
      tx,
    )
  return rows
}

/** To each of these records: the one that stays, and every record of the same human being. */
export async function listTogether(tx: Tx, ids: string[]): Promise<Map<string, { id: string; ids: string[] }>> {
  const { rows } = await sql<{ asked: string; id: string; ids: string[] }>`
    with asked as (select id, coalesce(merged_into, id) as root from people.person where workspace_id = platform.workspace() and id = any(${ids}::uuid[]))
    select a.id as asked, a.root as id, array_remove(array_agg(d.id), null) || a.root as ids
    from asked a left join people.person d on d.workspace_id = platform.workspace() and d.merged_into = a.root group by a.id, a.root`.execute(
    tx,
  )
  return new Map(rows.map(({ asked, ...human }) => [asked, human]))
}

/** Human beings of each kind, most first. */
export async function countKinds(tx: Tx): Promise<{ kind: PersonKind; count: number }[]> {
  const { rows } = await sql<{ kind: PersonKind; count: number }>`
    select kind, count(*) as count from people.person where workspace_id = platform.workspace() and merged_into is null
    group by kind order by count desc, kind`.execute(tx)
  return rows
}

/** The person this record belongs to and every record merged into it: the whole human being. */
export async function personIdsWith(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with root as (select coalesce(merged_into, id) as id from people.person where workspace_id = platform.workspace() and id = ${id})
    select id from root union select p.id from people.person p, root where p.workspace_id = platform.workspace() and p.merged_into = root.id`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

export type PersonFilter = {
  q?: string | undefined
  kind?: string | undefined
  limit: number
  after: (string | number | null)[] | null
}

export async function listPersons(tx: Tx, filter: PersonFilter): Promise<PersonListRow[]> {
  const kind = filter.kind ? sql`and p.kind = ${filter.kind}` : sql``
  if (!filter.q) {
    const from = filter.after
      ? sql`and (p.created_at, p.id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)`
      : sql``
    const { rows } =
      await sql<PersonListRow>`select ${LISTED} from people.person p where p.workspace_id = platform.workspace() and p.merged_into is null ${kind} ${from}
      order by p.created_at desc, p.id desc limit ${filter.limit}`.execute(tx)
    return rows
  }
  // A range instead of LIKE: behind row-level security only comparisons may use the index.
  const start = filter.q.toLowerCase()
  const end = `${filter.q.toLowerCase()}\uffff`
  const from = filter.after ? sql`and (p.name_folded, p.id) > (${filter.after[0]}, ${filter.after[1]}::uuid)` : sql``
  const phone = compared({ kind: 'phone', value: filter.q }) ?? ''
  const { rows } = await sql<PersonListRow>`
    select ${LISTED} from people.person p where p.workspace_id = platform.workspace() and p.merged_into is null ${kind} ${from} and p.id in (
      (select n.id from people.person n where n.workspace_id = platform.workspace() and n.name_folded >= platform.fold(${filter.q}) and n.name_folded < platform.fold(${filter.q}) || ${'\uffff'} order by n.name_folded limit 500)
      union (select coalesce(m.merged_into, m.id) from people.identity i join people.person m on m.workspace_id = i.workspace_id and m.id = i.person_id
        where i.workspace_id = platform.workspace() and ((i.kind = 'email' and i.value >= ${start} and i.value < ${end})
          or (i.kind = 'external' and i.value = ${filter.q}) or (i.kind = 'phone' and i.value in (${phone}, ${`+${phone}`}))) limit 500))
    order by p.name_folded, p.id limit ${filter.limit}`.execute(tx)
  return rows
}

export async function listIdentities(tx: Tx, ids: string[]): Promise<(Identity & { personId: string })[]> {
  const { rows } = await sql<
    Identity & { personId: string }
  >`select kind, shown as value, person_id as "personId" from people.identity
    where workspace_id = platform.workspace() and person_id = any(${ids}::uuid[]) order by kind, value`.execute(tx)
  return rows
}

export async function changePerson(
  tx: Tx,
  id: string,
  change: {
    kind?: string | undefined
    name?: string | undefined
    company?: string | undefined
    language?: string | null | undefined
    attributes?: Attributes | undefined
  },
): Promise<boolean> {
  const result =
    await sql`update people.person set kind = coalesce(${change.kind ?? null}, kind), name = coalesce(${change.name ?? null}, name), company = coalesce(${change.company ?? null}, company),
    language = case when ${change.language !== undefined} then ${change.language ?? null} else language end,
    attributes = coalesce(${change.attributes ? JSON.stringify(change.attributes) : null}::jsonb, attributes)
    where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

export async function removeIdentities(tx: Tx, personId: string): Promise<void> {
  await sql`delete from people.identity where workspace_id = platform.workspace() and person_id = ${personId}`.execute(
    tx,
  )
}

/** Locks both records so that two merges at once cannot make a circle. */
export async function lockPersons(tx: Tx, ids: string[]): Promise<PersonRecord[]> {
  const { rows } =
    await sql<PersonRecord>`select ${PERSON} from people.person where workspace_id = platform.workspace() and id = any(${ids}::uuid[]) order by id for update`.execute(
      tx,
    )
  return rows
}

export async function setMergedInto(tx: Tx, id: string, into: string | null): Promise<void> {
  await sql`update people.person set merged_into = ${into} where workspace_id = platform.workspace() and id = ${id}`.execute(
    tx,
  )
}

export async function listDuplicatesOf(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from people.person where workspace_id = platform.workspace() and merged_into = ${id} order by id`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** Persons who carry the same name, newest names first: what a human eye would check. */
/** Pairs of the same name, leaving out those somebody said are two people. Of many of one name, the three oldest. */
export async function listSameName(tx: Tx, limit: number): Promise<{ a: string; b: string }[]> {
  const { rows } = await sql<{ a: string; b: string }>`
    with newest as (
      select id, name_folded as folded, created_at from people.person where workspace_id = platform.workspace() and merged_into is null and name like '% %'
      order by created_at desc, id desc limit 20000),
    ranked as (select *, row_number() over (partition by folded order by created_at, id) as nth, count(*) over (partition by folded) as of from newest),
    alike as (select * from ranked where of > 1 and nth <= 3)
    select a.id as a, b.id as b from alike a join alike b on b.folded = a.folded and a.nth < b.nth
    where not exists (select from people.apart t where t.workspace_id = platform.workspace() and t.one_id = least(a.id, b.id) and t.other_id = greatest(a.id, b.id))
    order by b.created_at desc, a.id, b.id limit ${limit}`.execute(tx)
  return rows
}

export async function addApart(
  tx: Tx,
  workspaceId: string,
  pair: { a: string; b: string; byName: string; at: Date },
): Promise<void> {
  await sql`insert into people.apart (workspace_id, one_id, other_id, by_name, at)
    values (${workspaceId}, least(${pair.a}::uuid, ${pair.b}::uuid), greatest(${pair.a}::uuid, ${pair.b}::uuid), ${pair.byName}, ${pair.at})
    on conflict do nothing`.execute(tx)
}

export async function findApart(tx: Tx, a: string, b: string): Promise<{ byName: string; at: Date } | undefined> {
  const { rows } = await sql<{
    byName: string
    at: Date
  }>`select by_name as "byName", at from people.apart where workspace_id = platform.workspace()
    and one_id = least(${a}::uuid, ${b}::uuid) and other_id = greatest(${a}::uuid, ${b}::uuid)`.execute(tx)
  return rows[0]
}

export async function removeApart(tx: Tx, a: string, b: string): Promise<void> {
  await sql`delete from people.apart where workspace_id = platform.workspace() and one_id = least(${a}::uuid, ${b}::uuid) and other_id = greatest(${a}::uuid, ${b}::uuid)`.execute(
    tx,
  )
}

export async function listedPersons(tx: Tx, ids: string[]): Promise<PersonListRow[]> {
  const { rows } =
    await sql<PersonListRow>`select ${LISTED} from people.person p where p.workspace_id = platform.workspace() and p.id = any(${ids}::uuid[])`.execute(
      tx,
    )
  return rows
}

export type NewOrderRow = {
  id: string
  personId: string | null
  source: string
  number: string
  orderedAt: Date
  totalMinor: number
  refundedMinor: number
  currency: string
  status: string
  items: { name: string; quantity: number }[]
  importId: string | null
}

/** Stores orders; one that is already there (same source and number) is brought up to date. Returns how many were new. */
export async function putOrders(tx: Tx, workspaceId: string, rows: NewOrderRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const { rows: put } = await sql<{
    fresh: boolean
  }>`insert into people.orders (workspace_id, id, person_id, source, number, ordered_at, total_minor, refunded_minor, currency, status, items, import_id)
    select ${workspaceId}::uuid, r.id, r.person_id, r.source, r.number, r.ordered_at, r.total_minor, r.refunded_minor, r.currency, r.status, r.items::jsonb, r.import_id
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.source)}::text[], ${rows.map((row) => row.number)}::text[], ${rows.map((row) => row.orderedAt)}::timestamptz[],
      ${rows.map((row) => row.totalMinor)}::bigint[], ${rows.map((row) => row.refundedMinor)}::bigint[], ${rows.map((row) => row.currency)}::text[], ${rows.map((row) => row.status)}::text[],
      ${rows.map((row) => JSON.stringify(row.items))}::text[], ${rows.map((row) => row.importId)}::uuid[])
      as r(id, person_id, source, number, ordered_at, total_minor, refunded_minor, currency, status, items, import_id)
    on conflict (workspace_id, source, number) do update set person_id = coalesce(excluded.person_id, people.orders.person_id), ordered_at = excluded.ordered_at, total_minor = excluded.total_minor,
      refunded_minor = excluded.refunded_minor, currency = excluded.currency, status = excluded.status, items = excluded.items
    returning (xmax = 0) as fresh`.execute(tx)
  return put.filter((row) => row.fresh).length
}

export async function listOrders(
  tx: Tx,
  personIds: string[],
  limit: number,
  before: Date | null = null,
): Promise<OrderRow[]> {
  const from = before ? sql`and ordered_at < ${before}` : sql``
  const { rows } =
    await sql<OrderRow>`select ${ORDER} from people.orders where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) ${from} order by ordered_at desc limit ${limit}`.execute(
      tx,
    )
  return rows
}

export async function sumOrders(
  tx: Tx,
  personIds: string[],
): Promise<{ personId: string; currency: string; count: number; minor: number; firstAt: Date; lastAt: Date }[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{
    personId: string
    currency: string
    count: number
    minor: number
    firstAt: Date
    lastAt: Date
  }>`
    select person_id as "personId", currency, count(*) as count, sum(total_minor - refunded_minor) as minor, min(ordered_at) as "firstAt", max(ordered_at) as "lastAt"
    from people.orders where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) group by person_id, currency`.execute(
    tx,
  )
  return rows
}

/** Every record, with what identifies it: to look for those who were erased. */
export async function listEveryIdentity(tx: Tx): Promise<{ id: string; identities: string[] }[]> {
  const { rows } = await sql<{ id: string; identities: string[] }>`
    select p.id, coalesce(array_agg(i.kind || ' ' || i.value) filter (where i.value is not null), '{}') as identities
    from people.person p left join people.identity i on i.workspace_id = p.workspace_id and i.person_id = p.id
    where p.workspace_id = platform.workspace() group by p.id`.execute(tx)
  return rows
}

/** All ways the records of one person are written: as they are compared, and as they were given. */
export async function listMarks(tx: Tx, ids: string[]): Promise<{ kind: string; value: string; shown: string }[]> {
  const { rows } = await sql<{ kind: string; value: string; shown: string }>`
    select kind, value, shown from people.identity where workspace_id = platform.workspace() and person_id = any(${ids}::uuid[]) order by kind, value`.execute(
    tx,
  )
  return rows
}
