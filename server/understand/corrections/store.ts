/** SQL of corrections. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Verdict } from '../contract.ts'
import type { Judged } from './correction.ts'
import type { VerdictCount } from './disagreements.ts'

export type CorrectionRow = {
  voiceId: string
  verdict: Verdict
  read: Judged
  note: string
  byName: string
  at: Date
}

const CORRECTION = sql`voice_id as "voiceId", verdict, read, note, by_name as "byName", at`

export async function findCorrections(tx: Tx, voiceIds: string[]): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`select ${CORRECTION} from understand.correction
    where workspace_id = platform.workspace() and voice_id = any(${voiceIds}::uuid[])`.execute(tx)
  return rows
}

export async function putCorrection(
  tx: Tx,
  workspaceId: string,
  row: CorrectionRow & { byId: string | null },
): Promise<void> {
  await sql`insert into understand.correction (workspace_id, voice_id, verdict, read, note, by_id, by_name, at)
    values (${workspaceId}, ${row.voiceId}, ${JSON.stringify(row.verdict)}::jsonb, ${JSON.stringify(row.read)}::jsonb, ${row.note}, ${row.byId}, ${row.byName}, ${row.at})
    on conflict (workspace_id, voice_id) do update set verdict = excluded.verdict, note = excluded.note, by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at`.execute(
    tx,
  )
}

/** What the engine says by now, for voices that were corrected before. */
export async function renewCorrections(tx: Tx, rows: { voiceId: string; read: Judged }[]): Promise<void> {
  await sql`update understand.correction c set read = r.read::jsonb
    from unnest(${rows.map((row) => row.voiceId)}::uuid[], ${rows.map((row) => JSON.stringify(row.read))}::text[]) as r(voice_id, read)
    where c.workspace_id = platform.workspace() and c.voice_id = r.voice_id`.execute(tx)
}

export async function removeCorrection(tx: Tx, voiceId: string): Promise<void> {
  await sql`delete from understand.correction where workspace_id = platform.workspace() and voice_id = ${voiceId}`.execute(
    tx,
  )
}

/** What counts now for a voice, held still until this transaction ends. */
export async function holdJudged(tx: Tx, voiceId: string): Promise<Judged | undefined> {
  const { rows } =
    await sql<Judged>`select sentiment, sentiment_score as "sentimentScore", emotion, family, kind, confidence
    from understand.reading where workspace_id = platform.workspace() and voice_id = ${voiceId} for update`.execute(tx)
  return rows[0]
}

export async function setJudged(tx: Tx, voiceId: string, judged: Judged): Promise<void> {
  await sql`update understand.reading set sentiment = ${judged.sentiment}, sentiment_score = ${judged.sentimentScore}, emotion = ${judged.emotion},
    family = ${judged.family}, kind = ${judged.kind}, confidence = ${judged.confidence}
    where workspace_id = platform.workspace() and voice_id = ${voiceId}`.execute(tx)
}

/**
 * Verdicts said about voices since a day, as the engine gave them, and how many a person contradicted: in all, and by side,
 * purpose, language and month. A correction that only says "yes, so it is" contradicts nothing.
 */
export async function countVerdicts(tx: Tx, since: Date): Promise<VerdictCount[]> {
  const { rows } = await sql<VerdictCount>`
    with said as (
      select coalesce(k.read->>'sentiment', r.sentiment) as sentiment, coalesce(k.read->>'kind', r.kind) as kind, coalesce(r.language, '') as language,
        to_char(r.said_at at time zone 'UTC', 'YYYY-MM') as month,
        k.verdict->>'sentiment' is distinct from k.read->>'sentiment' and k.verdict ? 'sentiment' as sentiment_wrong,
        k.verdict->>'kind' is distinct from k.read->>'kind' and k.verdict ? 'kind' as kind_wrong,
        k.verdict->>'family' is distinct from k.read->>'family' and k.verdict ? 'family' as family_wrong
      from understand.reading r left join understand.correction k on k.workspace_id = r.workspace_id and k.voice_id = r.voice_id
      where r.workspace_id = platform.workspace() and r.said_at >= ${since} and r.held_back is null and r.failed is null),
    told as (select *, coalesce(sentiment_wrong or kind_wrong or family_wrong, false) as wrong, coalesce(sentiment_wrong or family_wrong, false) as feeling_wrong, coalesce(kind_wrong, false) as purpose_wrong from said)
    select '' as dimension, '' as value, count(*) as verdicts, count(*) filter (where wrong) as disagreed from told
    union all select * from (select 'sentiment', sentiment, count(*), count(*) filter (where feeling_wrong) from told group by sentiment order by 3 desc) a
    union all select * from (select 'kind', kind, count(*), count(*) filter (where purpose_wrong) from told group by kind order by 3 desc) b
    union all select * from (select 'language', language, count(*), count(*) filter (where wrong) from told group by language order by 3 desc limit 20) c
    union all select * from (select 'month', month, count(*), count(*) filter (where wrong) from told group by month order by 2) d`.execute(
    tx,
  )
  return rows
}
