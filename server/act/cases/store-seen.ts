/** SQL of what is shown around one case. */
import { sql } from 'kysely'
import type { Family, Kind, SentimentLabel } from '#engine'
import type { ScoreKind } from '#listen/contract'
import type { Tx } from '#platform'
import type { Evidence } from '#understand/contract'
import { CASE, type CaseRecord } from './store.ts'
import type { STEP_KINDS } from '../contract.ts'

export type NoteRow = { id: string; authorId: string | null; authorName: string; text: string; at: Date }
export type StepRow = {
  id: string
  kind: (typeof STEP_KINDS)[number]
  byId: string | null
  byName: string
  at: Date
  detail: Record<string, unknown>
}

export async function listNotes(tx: Tx, caseId: string): Promise<NoteRow[]> {
  const { rows } =
    await sql<NoteRow>`select id, author_id as "authorId", author_name as "authorName", text, at from act.note where workspace_id = platform.workspace() and case_id = ${caseId} order by at, id`.execute(
      tx,
    )
  return rows
}

export async function listSteps(tx: Tx, caseId: string): Promise<StepRow[]> {
  const { rows } =
    await sql<StepRow>`select id, kind, by_id as "byId", by_name as "byName", at, detail from act.step where workspace_id = platform.workspace() and case_id = ${caseId} order by at, id`.execute(
      tx,
    )
  return rows
}

/** Causes named before, the usual ones first; of the latest thousand, so that it stays quick and of today. */
export async function listCauses(tx: Tx, limit: number): Promise<{ cause: string; count: number }[]> {
  const { rows } = await sql<{ cause: string; count: number }>`
    select min(cause) as cause, count(*) as count from (select cause from act.case where workspace_id = platform.workspace() and status = 'resolved' and cause is not null order by resolved_at desc limit 1000) latest
    group by lower(cause) order by count(*) desc, min(cause) limit ${limit}`.execute(tx)
  return rows
}

export type ReadVoiceRow = {
  id: string
  title: string
  text: string
  question: string | null
  source: string
  channel: string
  scoreKind: ScoreKind | null
  score: number | null
  saidAt: Date
  orderNumber: string | null
  url: string | null
  language: string | null
  sentiment: SentimentLabel | null
  family: Family | null
  intensity: number
  urgency: number
  kind: Kind
  confidence: number
  version: string
  evidence: Evidence[]
  corrected: boolean
}

export async function findReadVoice(tx: Tx, id: string): Promise<ReadVoiceRow | undefined> {
  const { rows } = await sql<ReadVoiceRow>`
    select v.id, v.title, v.text, v.question, v.source, v.channel, v.score_kind as "scoreKind", v.score, v.said_at as "saidAt", v.order_number as "orderNumber", v.url, coalesce(r.language, v.language) as language,
      r.sentiment, r.family, r.intensity, r.urgency, r.kind, r.confidence, r.version, r.evidence, (k.voice_id is not null) as corrected
    from listen.voice v
    left join understand.reading r on r.workspace_id = v.workspace_id and r.voice_id = v.id
    left join understand.correction k on k.workspace_id = v.workspace_id and k.voice_id = v.id
    where v.workspace_id = platform.workspace() and v.id = ${id}`.execute(tx)
  return rows[0]
}

export type EarlierRow = Pick<
  ReadVoiceRow,
  'id' | 'title' | 'text' | 'source' | 'channel' | 'scoreKind' | 'score' | 'saidAt' | 'sentiment' | 'family'
>

/** What these persons said besides this, newest first. */
export async function listOtherVoices(
  tx: Tx,
  personIds: string[],
  except: string,
  limit: number,
): Promise<EarlierRow[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<EarlierRow>`
    select v.id, v.title, v.text, v.source, v.channel, v.score_kind as "scoreKind", v.score, v.said_at as "saidAt", r.sentiment, r.family
    from (select * from listen.voice where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[]) and id <> ${except} order by said_at desc limit ${limit}) v
    left join understand.reading r on r.workspace_id = platform.workspace() and r.voice_id = v.id order by v.said_at desc`.execute(
    tx,
  )
  return rows
}

export async function listCasesOfPersons(tx: Tx, personIds: string[], limit: number): Promise<CaseRecord[]> {
  if (personIds.length === 0) return []
  const { rows } =
    await sql<CaseRecord>`select ${CASE} from act.case c where c.workspace_id = platform.workspace() and c.person_id = any(${personIds}::uuid[]) order by c.said_at desc limit ${limit}`.execute(
      tx,
    )
  return rows
}

/** Old letters of an import wait for nobody, unless somebody took them up. Praise and thanks are no complaint. */
export async function hasOpenComplaint(tx: Tx, personIds: string[]): Promise<boolean> {
  const { rows } =
    await sql`select 1 from act.case where workspace_id = platform.workspace() and person_id = any(${personIds}::uuid[])
    and (status = 'taken' or (status = 'open' and not history)) and (crisis or strong_distress or kind not in ('praise', 'thanks', 'suggestion')) limit 1`.execute(
      tx,
    )
  return rows.length > 0
}
