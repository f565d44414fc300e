/** SQL of readings: what is to be read, and what was. */
import { sql } from 'kysely'
import { sqlArray, type Tx } from '#platform'
import type { ReadingRow, Unread } from './reading.ts'

/**
 * The voices of these ids that are still there. Any record of the same person may say that they work here.
 *
 * Here and below, what belongs to a list of ids is looked up one by one (`lateral … limit 1`): while an import fills empty
 * tables the planner has no statistics, takes them for tiny, and left to choose walks all of them for every batch.
 */
export async function listUnread(tx: Tx, voiceIds: string[]): Promise<Unread[]> {
  const { rows } = await sql<Unread>`
    select v.id as "voiceId", v.title, v.text, v.question, v.language, v.score_kind as "scoreKind", v.score, v.said_at as "saidAt", v.received_at as "receivedAt", v.crisis, v.calm,
      coalesce(p.kind = 'employee' or main.kind = 'employee' or other.kind is not null, false) as employee,
      exists (select from trust.restriction x where x.workspace_id = v.workspace_id and x.person_id = v.person_id) as restricted
    from unnest(${sqlArray(voiceIds)}::uuid[]) as wanted(id)
    cross join lateral (select * from listen.voice where workspace_id = platform.workspace() and id = wanted.id limit 1) v
    left join lateral (select * from people.person where workspace_id = v.workspace_id and id = v.person_id limit 1) p on true
    left join lateral (select kind from people.person where workspace_id = v.workspace_id and id = p.merged_into limit 1) main on true
    left join lateral (select kind from people.person where workspace_id = v.workspace_id and merged_into = coalesce(p.merged_into, p.id) and kind = 'employee' limit 1) other on true`.execute(
    tx,
  )
  return rows
}

/** Heard after this id (ids begin with the moment they were made) and without any reading, oldest first. */
export async function listUnreadAfter(tx: Tx, afterId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select v.id from listen.voice v where v.workspace_id = platform.workspace() and v.id > ${afterId}
      and not exists (select from understand.reading r where r.workspace_id = v.workspace_id and r.voice_id = v.id)
    order by v.id limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}

/**
 * Voices of these persons (with every record merged with them) whose reading no longer fits: feelings were read of
 * somebody who works here or wants no machine to read them, or were held back of somebody who does not.
 */
export async function listMisread(tx: Tx, personIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with named as (select distinct coalesce(merged_into, id) as id from people.person where workspace_id = platform.workspace() and id = any(${personIds}::uuid[])),
    record as (select p.id, n.id as whole, p.kind from named n join people.person p on p.workspace_id = platform.workspace() and (p.id = n.id or p.merged_into = n.id)),
    judged as (select id, bool_or(kind = 'employee') over (partition by whole) as employee,
      exists (select from trust.restriction x where x.workspace_id = platform.workspace() and x.person_id = record.id) as restricted from record)
    select v.id from judged j join listen.voice v on v.workspace_id = platform.workspace() and v.person_id = j.id
    join understand.reading r on r.workspace_id = v.workspace_id and r.voice_id = v.id
    where j.employee <> (r.held_back is not distinct from 'employee')
      or (not j.employee and j.restricted <> (r.held_back is not distinct from 'restricted'))`.execute(tx)
  return rows.map((row) => row.id)
}

/** Holds the readings of these voices still, so that a correction made at this moment is not lost under a new reading. */
export async function holdReadings(tx: Tx, voiceIds: string[]): Promise<void> {
  await sql`select from unnest(${sqlArray(voiceIds.toSorted())}::uuid[]) as wanted(id)
    cross join lateral (select from understand.reading where workspace_id = platform.workspace() and voice_id = wanted.id limit 1 for update) held`.execute(
    tx,
  )
}

/** Stores readings, new or again. A voice that is gone by now gets none. */
export async function putReadings(
  tx: Tx,
  workspaceId: string,
  rows: ReadingRow[],
  mark: { version: string; at: Date },
): Promise<string[]> {
  const column = (pick: (row: ReadingRow) => string | number | null) => sqlArray(rows.map(pick))
  const { rows: put } = await sql<{ id: string }>`
    insert into understand.reading (workspace_id, voice_id, said_at, source, survey_id, import_id, score_kind, score, version, read_at,
      language, sentiment, sentiment_score, emotion, family, intensity, urgency, kind, confidence, held_back, emotions, evidence, aspects, failed)
    select v.workspace_id, v.id, v.said_at, v.source, v.survey_id, v.import_id, v.score_kind, v.score, ${mark.version}, ${mark.at}::timestamptz,
      r.language, r.sentiment, r.sentiment_score, r.emotion, r.family, r.intensity, r.urgency, r.kind, r.confidence, r.held_back,
      r.emotions::json, r.evidence::json, r.aspects::json, r.failed
    from unnest(${column((row) => row.voiceId)}::uuid[], ${column((row) => row.language)}::text[], ${column((row) => row.sentiment)}::text[],
        ${column((row) => row.sentimentScore)}::real[], ${column((row) => row.emotion)}::text[], ${column((row) => row.family)}::text[],
        ${column((row) => row.intensity)}::real[], ${column((row) => row.urgency)}::real[], ${column((row) => row.kind)}::text[],
        ${column((row) => row.confidence)}::real[], ${column((row) => row.heldBack)}::text[], ${column((row) => row.emotions)}::text[],
        ${column((row) => row.evidence)}::text[], ${column((row) => row.aspects)}::text[], ${column((row) => row.failed)}::text[])
      as r(voice_id, language, sentiment, sentiment_score, emotion, family, intensity, urgency, kind, confidence, held_back, emotions, evidence, aspects, failed)
    cross join lateral (select * from listen.voice where workspace_id = ${workspaceId}::uuid and id = r.voice_id limit 1) v
    on conflict (workspace_id, voice_id) do update set said_at = excluded.said_at, source = excluded.source, survey_id = excluded.survey_id,
      import_id = excluded.import_id, score_kind = excluded.score_kind, score = excluded.score, version = excluded.version, read_at = excluded.read_at,
      language = excluded.language, sentiment = excluded.sentiment, sentiment_score = excluded.sentiment_score, emotion = excluded.emotion,
      family = excluded.family, intensity = excluded.intensity, urgency = excluded.urgency, kind = excluded.kind, confidence = excluded.confidence,
      held_back = excluded.held_back, emotions = excluded.emotions, evidence = excluded.evidence, aspects = excluded.aspects, failed = excluded.failed
    returning voice_id as id`.execute(tx)
  return put.map((row) => row.id)
}

/** What was read of voices that turned out to be for few eyes goes: no feelings, no strength, no words that led there. */
export async function removeReadings(tx: Tx, voiceIds: string[]): Promise<void> {
  if (voiceIds.length === 0) return
  await sql`delete from understand.reading where workspace_id = platform.workspace() and voice_id = any(${voiceIds}::uuid[])`.execute(
    tx,
  )
  await sql`delete from understand.correction where workspace_id = platform.workspace() and voice_id = any(${voiceIds}::uuid[])`.execute(
    tx,
  )
}

/** Whether any reading is of another version, or failed, or is of a crisis, as readings were before those were for few eyes: two looks at small indexes, whatever the number of voices. */
export async function anyStale(tx: Tx, version: string): Promise<boolean> {
  const { rows } = await sql<{ stale: boolean }>`
    select exists (select from understand.reading where workspace_id = platform.workspace() and version < ${version})
      or exists (select from understand.reading where workspace_id = platform.workspace() and version > ${version})
      or exists (select from understand.reading where workspace_id = platform.workspace() and failed is not null)
      or exists (select from understand.reading where workspace_id = platform.workspace() and kind = 'crisis') as stale`.execute(
    tx,
  )
  return rows[0]?.stale ?? false
}

export type Place = { saidAt: string; voiceId: string }
export type StalePage = { voiceIds: string[]; next: Place | null }

/** The next voices to read again, newest first, and where to go on. */
export async function listStale(tx: Tx, version: string, after: Place | null, page: number): Promise<StalePage> {
  const from = after ? sql`and (said_at, voice_id) < (${after.saidAt}::timestamptz, ${after.voiceId}::uuid)` : sql``
  const { rows } = await sql<{ voiceId: string; saidAt: string; stale: boolean }>`
    select voice_id as "voiceId", said_at::text as "saidAt", version <> ${version} or failed is not null or kind = 'crisis' as stale
    from understand.reading where workspace_id = platform.workspace() ${from} order by said_at desc, voice_id desc limit ${page}`.execute(
    tx,
  )
  const last = rows.length === page ? rows.at(-1) : undefined
  return {
    voiceIds: rows.filter((row) => row.stale).map((row) => row.voiceId),
    next: last ? { saidAt: last.saidAt, voiceId: last.voiceId } : null,
  }
}

/** Of the voices heard since a moment: how many there were, and how many still wait for `subscriber`. */
export async function countWaiting(
  tx: Tx,
  subscriber: string,
  sinceId: string,
): Promise<{ total: number; waiting: number }> {
  const { rows: waiting } = await sql<{ waiting: number }>`
    select coalesce(sum(jsonb_array_length(e.data -> 'voiceIds')), 0) as waiting from platform.delivery d
    join platform.event e on e.workspace_id = d.workspace_id and e.id = d.event_id
    where d.workspace_id = platform.workspace() and d.subscriber = ${subscriber} and not d.parked`.execute(tx)
  if (!waiting[0]?.waiting) return { total: 0, waiting: 0 }
  const { rows: heard } = await sql<{ total: number }>`
    select coalesce(sum(jsonb_array_length(data -> 'voiceIds')), 0) as total from platform.event
    where workspace_id = platform.workspace() and id > ${sinceId}::uuid and type = 'voice.heard'`.execute(tx)
  return { total: Math.max(heard[0]?.total ?? 0, waiting[0].waiting), waiting: waiting[0].waiting }
}
