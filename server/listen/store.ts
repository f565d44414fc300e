/** SQL of listen: voices. (Surveys and imports have stores of their own.) */
import { sql } from 'kysely'
import { sqlArray, type Tx } from '#platform'
import type { Channel, ScoreKind } from './contract.ts'

export type VoiceRow = {
  id: string
  personId: string | null
  source: string
  channel: Channel
  fingerprint: Buffer
  externalId: string | null
  title: string
  text: string
  question: string | null
  language: string | null
  scoreKind: ScoreKind | null
  score: number | null
  saidAt: Date
  surveyId: string | null
  responseId: string | null
  importId: string | null
  orderNumber: string | null
  url: string | null
  attributes: Record<string, unknown> | null
  /** May speak of danger: stored for few eyes. */
  crisis?: boolean
}

type Cell = string | number | boolean | Date | Buffer | null

/** Stores what is not there yet; returns the ids that were new. */
export async function addVoices(tx: Tx, workspaceId: string, rows: VoiceRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const column = (pick: (row: VoiceRow) => Cell) => sqlArray(rows.map(pick))
  const { rows: added } = await sql<{ id: string }>`
    insert into listen.voice (workspace_id, id, person_id, source, channel, fingerprint, external_id, title, text, question, language, score_kind, score, said_at,
      survey_id, response_id, import_id, order_number, url, attributes, crisis)
    select ${workspaceId}::uuid, * from unnest(
      ${column((row) => row.id)}::uuid[], ${column((row) => row.personId)}::uuid[], ${column((row) => row.source)}::text[], ${column((row) => row.channel)}::text[],
      ${column((row) => row.fingerprint)}::bytea[], ${column((row) => row.externalId)}::text[], ${column((row) => row.title)}::text[], ${column((row) => row.text)}::text[],
      ${column((row) => row.question)}::text[], ${column((row) => row.language)}::text[], ${column((row) => row.scoreKind)}::text[], ${column((row) => row.score)}::real[],
      ${column((row) => row.saidAt)}::timestamptz[], ${column((row) => row.surveyId)}::uuid[], ${column((row) => row.responseId)}::uuid[], ${column((row) => row.importId)}::uuid[],
      ${column((row) => row.orderNumber)}::text[], ${column((row) => row.url)}::text[], ${column((row) => (row.attributes ? JSON.stringify(row.attributes) : null))}::text[]::jsonb[],
      ${column((row) => row.crisis ?? false)}::bool[])
    on conflict (workspace_id, fingerprint) do nothing returning id`.execute(tx)
  return new Set(added.map((row) => row.id))
}

export async function findByFingerprints(
  tx: Tx,
  workspaceId: string,
  fingerprints: Buffer[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string
    print: string
  }>`select id, encode(fingerprint, 'hex') as print from listen.voice
    where workspace_id = ${workspaceId} and fingerprint = any(${fingerprints}::bytea[])`.execute(tx)
  return new Map(rows.map((row) => [row.print, row.id]))
}

/** Which of these ids are voices of this workspace. */
export async function idsHere(tx: Tx, workspaceId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from listen.voice where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** Voices by id, for the reader and whoever shows them. */
export async function findVoices(tx: Tx, ids: string[]): Promise<(VoiceRow & { receivedAt: Date })[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<VoiceRow & { receivedAt: Date }>`
    select id, person_id as "personId", source, channel, fingerprint, external_id as "externalId", title, text, question, language, score_kind as "scoreKind", score, said_at as "saidAt",
      received_at as "receivedAt", survey_id as "surveyId", response_id as "responseId", import_id as "importId", order_number as "orderNumber", url, attributes
    from listen.voice where workspace_id = platform.workspace() and id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

/** Words and scores of a voice that grew, such as a survey answer that was finished later. */
export async function changeVoice(
  tx: Tx,
  id: string,
  change: Pick<VoiceRow, 'text' | 'question' | 'scoreKind' | 'score' | 'personId'> & { crisis: boolean },
): Promise<boolean> {
  const result =
    await sql`update listen.voice set text = ${change.text}, question = ${change.question}, score_kind = ${change.scoreKind}, score = ${change.score}, person_id = coalesce(${change.personId}, person_id), crisis = crisis or (${change.crisis} and not calm)
    where workspace_id = platform.workspace() and id = ${id}`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}

/** Which of these are for few eyes. Asked inside a transaction that has them. */
export async function idsOfCrises(tx: Tx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{
    id: string
  }>`select id from listen.voice where workspace_id = platform.workspace() and id = any(${ids}::uuid[]) and crisis`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

/** From now on for few eyes, with the survey answers they came from. A voice that a person called harmless stays so. */
export async function hushVoices(tx: Tx, ids: string[], options: { though: 'calm' | 'not calm' }): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; responseId: string | null }>`
    update listen.voice set crisis = true, calm = false where workspace_id = platform.workspace() and id = any(${ids}::uuid[])
    ${options.though === 'calm' ? sql`` : sql`and not calm`} returning id, response_id as "responseId"`.execute(tx)
  await markResponses(
    tx,
    rows.flatMap((row) => row.responseId ?? []),
    true,
  )
  return rows.map((row) => row.id)
}

/** A person looked and says that nobody is in danger: everybody sees it again, and it is not taken for it anew. */
export async function calmVoices(tx: Tx, ids: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string; responseId: string | null }>`
    update listen.voice set crisis = false, calm = true where workspace_id = platform.workspace() and id = any(${ids}::uuid[]) and crisis
    returning id, response_id as "responseId"`.execute(tx)
  await markResponses(
    tx,
    rows.flatMap((row) => row.responseId ?? []),
    false,
  )
  return rows.map((row) => row.id)
}

/** A response with its answers, for few eyes or for all. */
export async function markResponses(tx: Tx, ids: string[], crisis: boolean): Promise<void> {
  if (ids.length === 0) return
  await sql`update listen.response set crisis = ${crisis} where workspace_id = platform.workspace() and id = any(${ids}::uuid[])`.execute(
    tx,
  )
  await sql`update listen.answer set crisis = ${crisis} where workspace_id = platform.workspace() and response_id = any(${ids}::uuid[])`.execute(
    tx,
  )
}

/** Crises go with the survey answers they came from; whatever hangs on a voice goes with it. Gives the hours they were said in. */
export async function removeCrises(tx: Tx, ids: string[]): Promise<{ ids: string[]; hours: string[] }> {
  if (ids.length === 0) return { ids: [], hours: [] }
  const { rows } = await sql<{ id: string; responseId: string | null; hour: Date }>`
    delete from listen.voice where workspace_id = platform.workspace() and id = any(${ids}::uuid[]) and crisis
    returning id, response_id as "responseId", date_trunc('hour', said_at) as hour`.execute(tx)
  const responses = rows.flatMap((row) => row.responseId ?? [])
  await sql`delete from listen.response where workspace_id = platform.workspace() and id = any(${responses}::uuid[])`.execute(
    tx,
  )
  return { ids: rows.map((row) => row.id), hours: [...new Set(rows.map((row) => row.hour.toISOString()))] }
}

export type Receipt = { requestHash: Buffer; answer: unknown }

/** Claims a key for this transaction: nothing if it is free now, else what was answered. Waits for a twin under way. */
export async function claimKey(tx: Tx, workspaceId: string, key: string, requestHash: Buffer): Promise<Receipt | null> {
  const { rows: claimed } =
    await sql`insert into listen.receipt (workspace_id, key, request_hash, answer) values (${workspaceId}, ${key}, ${requestHash}, 'null') on conflict do nothing returning 1`.execute(
      tx,
    )
  if (claimed.length > 0) return null
  const { rows } =
    await sql<Receipt>`select request_hash as "requestHash", answer from listen.receipt where workspace_id = ${workspaceId} and key = ${key}`.execute(
      tx,
    )
  return rows[0] ?? null
}

export async function keepReceipt(tx: Tx, workspaceId: string, key: string, answer: unknown): Promise<void> {
  await sql`update listen.receipt set answer = ${JSON.stringify(answer)}::jsonb where workspace_id = ${workspaceId} and key = ${key}`.execute(
    tx,
  )
}

export async function forgetReceipts(tx: Tx, olderThan: Date): Promise<void> {
  await sql`delete from listen.receipt where at < ${olderThan}`.execute(tx)
}
