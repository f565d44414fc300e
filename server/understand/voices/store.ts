/** SQL of the list of voices: which ones (keys), and what they are (rows). */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform'
import type { Channel, ScoreKind } from '#listen/contract'
import type { PersonKind } from '#people/contract'
import { FAMILIES } from '#engine'
import type { Emotion, Family, Kind, SentimentLabel } from '#engine'
import type { Evidence, Reading, Sort, VoiceFilter } from '../contract.ts'
import type { HeldBack } from '../readings/reading.ts'
import type { Search } from './search.ts'

export type KeyPage = { sort: Sort; after: Key | null; limit: number }
export type Key = { id: string; saidAt: string; intensity: number | null }

/** The filter as the database takes it: days turned into moments, a person into all its records. */
export type Wanted = Omit<VoiceFilter, 'q' | 'from' | 'to' | 'personId'> & {
  from: Date | null
  /** Exclusive. */
  until: Date | null
  personIds: string[] | null
  /** Ids that carry the words, where they are few; else the words themselves, to look for while walking. */
  found: { ids: string[] } | { query: string; positive: boolean } | null
}

type Part = RawBuilder<unknown>

/** Up to this many voices with a word, or this share of all, come from the full-text index; else walking is quicker. */
const FEW = 5_000
const FEW_SHARE = 0.005
const MANY = 50_000

export async function listKeys(tx: Tx, workspaceId: string, wanted: Wanted, page: KeyPage): Promise<Key[]> {
  const byReading = readingConditions(wanted)
  const readingNeeded = byReading.length > 0 || page.sort === 'strongest'
  const byVoice = voiceConditions(wanted)
  const voiceNeeded = byVoice.length > 0 || !readingNeeded
  const r = { at: sql`r.said_at`, id: sql`r.voice_id`, intensity: sql`r.intensity` }
  const v = { at: sql`v.said_at`, id: sql`v.id`, intensity: sql`null::real` }
  const key = readingNeeded ? r : v
  const table = !readingNeeded
    ? sql`listen.voice v`
    : voiceNeeded
      ? sql`understand.reading r join listen.voice v on v.workspace_id = r.workspace_id and v.id = r.voice_id`
      : sql`understand.reading r`
  const conditions = [
    sql`${readingNeeded ? sql`r.workspace_id` : sql`v.workspace_id`} = ${workspaceId}::uuid`,
    ...byReading,
    ...byVoice,
    ...(wanted.from ? [sql`${key.at} >= ${wanted.from}`] : []),
    ...(wanted.until ? [sql`${key.at} < ${wanted.until}`] : []),
    ...(page.after ? [afterKey(page.sort, key, page.after)] : []),
  ]
  const order =
    page.sort === 'strongest'
      ? sql`r.intensity desc, r.said_at desc, r.voice_id desc`
      : sql`${key.at} desc, ${key.id} desc`
  const { rows } = await sql<Key>`select ${key.id} as id, ${key.at}::text as "saidAt", ${key.intensity} as intensity
    from ${table} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${page.limit}`.execute(tx)
  return rows
}

function afterKey(sort: Sort, key: { at: Part; id: Part }, after: Key): Part {
  const place = sql`${after.saidAt}::timestamptz, ${after.id}::uuid`
  return sort === 'strongest'
    ? sql`(r.intensity, r.said_at, r.voice_id) < (${real(after.intensity)}, ${place})`
    : sql`(${key.at}, ${key.id}) < (${place})`
}

const oneOf = (column: Part, values: readonly string[]): Part =>
  // One value by itself keeps the order of an index; a list does not.
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values}::text[])`

/** As exact as the column, which holds single precision: what no such number can be is refused by the database. */
const real = (value: number | null): Part => sql`${value === null ? null : Math.fround(value)}::real`

function readingConditions(wanted: Wanted): Part[] {
  const conditions: Part[] = []
  const lists = [
    [sql`r.source`, wanted.source],
    [sql`r.sentiment`, wanted.sentiment],
    [sql`r.kind`, wanted.kind],
    [sql`r.language`, wanted.language],
  ] as const
  for (const [column, values] of lists) if (values && values.length > 0) conditions.push(oneOf(column, values))
  if (wanted.feeling && wanted.feeling.length > 0) conditions.push(feelingCondition(wanted.feeling))
  if (wanted.intensityMin) conditions.push(sql`r.intensity >= ${real(wanted.intensityMin)}`)
  if (wanted.urgencyMin) conditions.push(sql`r.urgency >= ${real(wanted.urgencyMin)}`)
  if (wanted.scoreKind) conditions.push(sql`r.score_kind = ${wanted.scoreKind}`)
  if (wanted.scoreMin !== undefined) conditions.push(sql`r.score >= ${real(wanted.scoreMin)}`)
  if (wanted.scoreMax !== undefined) conditions.push(sql`r.score <= ${real(wanted.scoreMax)}`)
  if (wanted.surveyId) conditions.push(sql`r.survey_id = ${wanted.surveyId}::uuid`)
  if (wanted.importId) conditions.push(sql`r.import_id = ${wanted.importId}::uuid`)
  return conditions
}

const isFamily = (feeling: string): boolean => (FAMILIES as readonly string[]).includes(feeling)

function feelingCondition(feelings: readonly string[]): Part {
  const families = feelings.filter(isFamily)
  const emotions = feelings.filter((feeling) => !isFamily(feeling))
  const parts = [
    ...(families.length > 0 ? [oneOf(sql`r.family`, families)] : []),
    ...(emotions.length > 0 ? [oneOf(sql`r.emotion`, emotions)] : []),
  ]
  return parts.length === 1 ? parts[0]! : sql`(${sql.join(parts, sql` or `)})`
}

function voiceConditions(wanted: Wanted): Part[] {
  const conditions: Part[] = []
  if (wanted.personIds) conditions.push(sql`v.person_id = any(${wanted.personIds}::uuid[])`)
  if (wanted.found && 'ids' in wanted.found) conditions.push(sql`v.id = any(${wanted.found.ids}::uuid[])`)
  if (wanted.found && 'query' in wanted.found) conditions.push(sql`v.words @@ ${wanted.found.query}::tsquery`)
  return conditions
}

/** The words as the full-text index takes them; empty where nothing can be looked for. */
export async function queryOf(tx: Tx, search: Search): Promise<string> {
  const { rows } = await sql<{ query: string }>`
    select understand.query(${search.wanted}::text[], ${search.unwanted}::text[])::text as query`.execute(tx)
  return rows[0]?.query ?? ''
}

/** The voices with these words if the planner knows them to be few, else nothing. */
export const findFew = (tx: Tx, query: string): Promise<string[] | null> => voicesWith(tx, query, FEW, FEW_SHARE)

/** The voices with these words whatever the planner believes, unless there are very many indeed. */
export const findMany = (tx: Tx, query: string): Promise<string[] | null> => voicesWith(tx, query, MANY, null)

async function voicesWith(tx: Tx, query: string, few: number, share: number | null): Promise<string[] | null> {
  const { rows } = await sql<{ ids: string[] | null }>`
    select understand.voices_with(${query}::tsquery, ${few}::int, ${share}::float) as ids`.execute(tx)
  return rows[0]?.ids ?? null
}

/** Does `walk`, but no longer than this; gives nothing if time ran out. Whatever came before in this transaction stays. */
export async function inTime<T>(tx: Tx, ms: number, walk: () => Promise<T>): Promise<T | null> {
  await sql`savepoint walk`.execute(tx)
  await sql`select set_config('statement_timeout', ${String(ms)}, true)`.execute(tx)
  try {
    const found = await walk()
    await sql`release savepoint walk`.execute(tx)
    await sql`set local statement_timeout to default`.execute(tx)
    return found
  } catch (error) {
    if ((error as { code?: string }).code !== '57014') throw error
    await sql`rollback to savepoint walk`.execute(tx)
    return null
  }
}

/** Midnights of the workspace's own time zone. */
export async function midnights(tx: Tx, days: string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ day: string; at: Date }>`select d.day, d.day::timestamp at time zone w.timezone as at
    from unnest(${days}::text[]) as d(day), trust.workspace w where w.workspace_id = platform.workspace()`.execute(tx)
  return new Map(rows.map((row) => [row.day, row.at]))
}

export type VoiceRecord = {
  id: string
  saidAt: Date
  receivedAt: Date
  source: string
  channel: Channel
  title: string
  text: string
  question: string | null
  scoreKind: ScoreKind | null
  score: number | null
  language: string | null
  surveyId: string | null
  responseId: string | null
  importId: string | null
  externalId: string | null
  orderNumber: string | null
  url: string | null
  attributes: Record<string, unknown> | null
  personId: string | null
  personName: string | null
  personKind: PersonKind | null
  corrected: boolean
  crisis: boolean
} & { [Column in keyof ReadingColumns]: ReadingColumns[Column] | null }

type ReadingColumns = {
  version: string
  readAt: Date
  readLanguage: string
  sentiment: SentimentLabel
  sentimentScore: number
  emotion: Emotion
  family: Family
  intensity: number
  urgency: number
  kind: Kind
  confidence: number
  heldBack: HeldBack
  emotions: Reading['emotions']
  evidence: Evidence[]
  aspects: Reading['aspects']
  failed: string
}

/** What stands behind keys, in no order. A merged duplicate speaks as the person it was merged into. */
export async function findVoiceRecords(tx: Tx, ids: string[]): Promise<VoiceRecord[]> {
  const { rows } = await sql<VoiceRecord>`
    select v.id, v.said_at as "saidAt", v.received_at as "receivedAt", v.source, v.channel, v.title, v.text, v.question, v.score_kind as "scoreKind", v.score, v.language,
      v.survey_id as "surveyId", v.response_id as "responseId", v.import_id as "importId", v.external_id as "externalId", v.order_number as "orderNumber", v.url, v.attributes,
      whole.id as "personId", coalesce(nullif(whole.name, ''), nullif(p.name, ''),
        (select case when i.kind = 'external' then '#' || regexp_replace(i.shown, '^[^:]*:', '') else i.shown end from people.identity i
         where i.workspace_id = v.workspace_id and i.person_id = v.person_id order by i.kind = 'external', i.kind limit 1), '') as "personName", whole.kind as "personKind",
      r.version, r.read_at as "readAt", r.language as "readLanguage", r.sentiment, r.sentiment_score as "sentimentScore", r.emotion, r.family, r.intensity, r.urgency, r.kind, r.confidence,
      r.held_back as "heldBack", r.emotions, r.evidence, r.aspects, r.failed, c.voice_id is not null as corrected, v.crisis
    from listen.voice v
    left join people.person p on p.workspace_id = v.workspace_id and p.id = v.person_id
    left join people.person whole on whole.workspace_id = v.workspace_id and whole.id = case when p.merged_into is null then p.id else p.merged_into end
    left join understand.reading r on r.workspace_id = v.workspace_id and r.voice_id = v.id
    left join understand.correction c on c.workspace_id = v.workspace_id and c.voice_id = v.id
    where v.workspace_id = platform.workspace() and v.id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

export type FacetCount = { source: string; language: string | null; scoreKind: ScoreKind | null; count: number }

/** Everything counted in one pass over one index. Not for every page view (see see-facets.ts). */
export async function countFacets(tx: Tx, workspaceId: string): Promise<FacetCount[]> {
  const { rows } =
    await sql<FacetCount>`select source, language, score_kind as "scoreKind", count(*) as count from understand.reading
    where workspace_id = ${workspaceId}::uuid group by source, language, score_kind`.execute(tx)
  return rows
}

export type CountedFacets = { counts: FacetCount[]; countedAt: Date }

/** What was counted last, by whichever process. */
export async function findFacets(tx: Tx): Promise<CountedFacets | null> {
  const { rows } = await sql<CountedFacets>`
    select counts, counted_at as "countedAt" from understand.facets where workspace_id = platform.workspace()`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** Two processes may count at once; the later count stays. */
export async function putFacets(tx: Tx, workspaceId: string, { counts, countedAt }: CountedFacets): Promise<void> {
  await sql`insert into understand.facets (workspace_id, counts, counted_at) values (${workspaceId}, ${JSON.stringify(counts)}::jsonb, ${countedAt})
    on conflict (workspace_id) do update set counts = excluded.counts, counted_at = excluded.counted_at where excluded.counted_at > understand.facets.counted_at`.execute(
    tx,
  )
}
