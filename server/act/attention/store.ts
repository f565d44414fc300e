/** SQL of attention: what must be known of a batch of voices to say which of them need a person. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Evidence } from '#understand/contract'
import type { Heard } from './attention.ts'

export type HeardVoice = Heard & {
  id: string
  personId: string | null
  /** The record a duplicate was merged into, else the person's own. */
  rootId: string | null
  personKind: string | null
  /** Whoever said it asked that no machine judges them. */
  restricted: boolean
  importId: string | null
  caseId: string | null
  title: string
  text: string
  saidAt: Date
  receivedAt: Date
  evidence: Evidence[]
  version: string | null
  /** For few eyes: no figure is made of it. */
  hushed: boolean
}

/** All that is known of voices, with their words. */
export const listHeard = (tx: Tx, voiceIds: string[]): Promise<HeardVoice[]> => listVoices(tx, voiceIds, true)

/** The same with empty words: most voices of a batch need nobody, and then nobody needs their words. */
export const listWordless = (tx: Tx, voiceIds: string[]): Promise<HeardVoice[]> => listVoices(tx, voiceIds, false)

/**
 * What a person corrected is certain: they read the words themselves. Looked up one by one, because in the middle of an
 * import the planner knows nothing of these tables and would walk them whole.
 */
async function listVoices(tx: Tx, voiceIds: string[], words: boolean): Promise<HeardVoice[]> {
  if (voiceIds.length === 0) return []
  const said = words
    ? sql`v.title, v.text, coalesce(r.evidence, '[]'::json) as evidence`
    : sql`'' as title, '' as text, '[]'::json as evidence`
  const { rows } = await sql<HeardVoice>`
    select v.id, v.person_id as "personId", coalesce(p.merged_into, p.id) as "rootId", p.kind as "personKind", exists (select from trust.restriction x where x.workspace_id = v.workspace_id and x.person_id = v.person_id) as restricted, v.import_id as "importId", v.attributes->>'caseId' as "caseId", ${said},
      v.said_at as "saidAt", v.received_at as "receivedAt", v.score_kind as "scoreKind", v.score, r.sentiment, r.family, r.emotion, coalesce(r.intensity, 0) as intensity,
      coalesce(r.urgency, 0) as urgency, case when v.crisis then 'crisis' else coalesce(r.kind, 'other') end as kind, v.crisis as hushed, case when k.voice_id is not null then 1 else coalesce(r.confidence, 0) end as confidence, nullif(r.version, '') as version
    from unnest(${voiceIds}::uuid[]) as wanted(id)
    cross join lateral (select * from listen.voice where workspace_id = platform.workspace() and id = wanted.id limit 1) v
    left join lateral (select * from understand.reading where workspace_id = v.workspace_id and voice_id = v.id limit 1) r on true
    left join lateral (select voice_id from understand.correction where workspace_id = v.workspace_id and voice_id = v.id limit 1) k on true
    left join lateral (select * from people.person where workspace_id = v.workspace_id and id = v.person_id limit 1) p on true
    order by v.said_at, v.id`.execute(tx)
  return rows
}

/** Ids of voices heard since a moment, in the order they were heard; ids begin with the moment they were made. */
export async function listHeardAfter(tx: Tx, since: number, afterId: string | null, limit: number): Promise<string[]> {
  const from =
    afterId ??
    `${Math.floor(since)
      .toString(16)
      .padStart(12, '0')
      .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`
  const { rows } = await sql<{
    id: string
  }>`select id from listen.voice where workspace_id = platform.workspace() and id > ${from}::uuid order by id limit ${limit}`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/** Of these voices those that somebody said do not belong on Today. */
export async function listOverridden(tx: Tx, voiceIds: string[]): Promise<Set<string>> {
  if (voiceIds.length === 0) return new Set()
  const { rows } = await sql<{
    id: string
  }>`select voice_id as id from act.override where workspace_id = platform.workspace() and voice_id = any(${voiceIds}::uuid[])`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

export type Known = { rootId: string; orders: number; spent: number; firstAt: Date | null }

/** Orders and first word of persons, each with all records merged into them. Spent counts the shop's usual currency only. */
export async function listKnown(tx: Tx, rootIds: string[], currency: string | null): Promise<Known[]> {
  if (rootIds.length === 0) return []
  const { rows } = await sql<Known>`
    with member as (select r.id as root, r.id from unnest(${rootIds}::uuid[]) as r(id)
      union all select p.merged_into, p.id from people.person p where p.workspace_id = platform.workspace() and p.merged_into = any(${rootIds}::uuid[]))
    select m.root as "rootId", coalesce(sum(o.n), 0) as orders, coalesce(sum(o.spent), 0) as spent, least(min(o.first), min(v.first)) as "firstAt"
    from member m
    left join lateral (select count(*) as n, sum(total_minor - refunded_minor) filter (where currency = ${currency}) as spent, min(ordered_at) as first
      from people.orders where workspace_id = platform.workspace() and person_id = m.id) o on true
    left join lateral (select said_at as first from listen.voice where workspace_id = platform.workspace() and person_id = m.id and not crisis order by said_at limit 1) v on true
    group by m.root`.execute(tx)
  return rows
}

/** When these persons had trouble before, within a year of the batch. */
export async function listTroubles(
  tx: Tx,
  rootIds: string[],
  after: Date,
): Promise<{ rootId: string; voiceId: string; saidAt: Date }[]> {
  if (rootIds.length === 0) return []
  const { rows } = await sql<{ rootId: string; voiceId: string; saidAt: Date }>`
    with member as (select r.id as root, r.id from unnest(${rootIds}::uuid[]) as r(id)
      union all select p.merged_into, p.id from people.person p where p.workspace_id = platform.workspace() and p.merged_into = any(${rootIds}::uuid[]))
    select m.root as "rootId", c.voice_id as "voiceId", c.said_at as "saidAt" from member m
    join act.case c on c.workspace_id = platform.workspace() and c.person_id = m.id and not c.crisis and c.said_at >= ${after}`.execute(
    tx,
  )
  return rows
}

/** What an order here usually comes to, from the latest few hundred: the middle one, in the commonest currency. */
export async function typicalOrder(tx: Tx): Promise<{ currency: string; minor: number } | null> {
  const { rows } = await sql<{ currency: string; minor: number }>`
    select currency, percentile_cont(0.5) within group (order by total_minor) as minor
    from (select currency, total_minor from people.orders where workspace_id = platform.workspace() order by ordered_at desc, id desc limit 300) latest
    group by currency order by count(*) desc limit 1`.execute(tx)
  return rows[0] ?? null
}
