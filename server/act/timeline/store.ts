/** SQL of the timeline: three streams of one person, each cut to one page before they are laid together. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { STEP_KINDS } from '../contract.ts'

export type Place = { at: string; id: string } | null

export type EntryRow = {
  kind: 'voice' | 'order' | 'step'
  id: string
  at: Date
  atText: string
  body: Record<string, unknown>
}
export type StepBody = {
  kind: (typeof STEP_KINDS)[number]
  byId: string | null
  byName: string
  detail: Record<string, unknown>
  caseId: string
  voiceId: string
  note: string | null
  cause: string | null
  done: string | null
}

/** Newest first; entries of the same moment are ordered by id, so that no page repeats or skips one. */
export async function listEntries(tx: Tx, personIds: string[], before: Place, limit: number): Promise<EntryRow[]> {
  const ids = sql`any(${personIds}::uuid[])`
  const from = (at: string, id: string) =>
    before ? sql`and (${sql.raw(at)}, ${sql.raw(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``
  const { rows } = await sql<EntryRow>`
    select kind, id, at, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "atText", body from (
      (select 'voice' as kind, v.id, v.said_at as at, jsonb_build_object('id', v.id, 'title', v.title, 'text', v.text, 'question', v.question, 'source', v.source, 'channel', v.channel, 'scoreKind', v.score_kind,
          'score', v.score, 'surveyId', v.survey_id, 'caseId', c.id, 'sentiment', r.sentiment, 'family', r.family, 'intensity', r.intensity, 'crisis', v.crisis) as body
        from (select * from listen.voice where workspace_id = platform.workspace() and person_id = ${ids} ${from('said_at', 'id')} order by said_at desc, id desc limit ${limit}) v
        left join understand.reading r on r.workspace_id = platform.workspace() and r.voice_id = v.id
        left join act.case c on c.workspace_id = platform.workspace() and c.voice_id = v.id)
      union all
      (select 'order', id, ordered_at, jsonb_build_object('id', id, 'number', number, 'source', source, 'totalMinor', total_minor, 'refundedMinor', refunded_minor, 'currency', currency, 'status', status, 'items', items)
        from people.orders where workspace_id = platform.workspace() and person_id = ${ids} ${from('ordered_at', 'id')} order by ordered_at desc, id desc limit ${limit})
      union all
      (select 'step', s.id, s.at, jsonb_build_object('kind', s.kind, 'byId', s.by_id, 'byName', s.by_name, 'detail', s.detail, 'caseId', c.id, 'voiceId', c.voice_id,
          'note', case when s.kind = 'noted' then (select n.text from act.note n where n.workspace_id = platform.workspace() and n.case_id = c.id and n.at = s.at limit 1) end,
          'cause', case when s.kind = 'resolved' then coalesce(s.detail->>'cause', c.cause) end, 'done', case when s.kind = 'resolved' then coalesce(s.detail->>'done', c.done) end)
        from act.case c join act.step s on s.workspace_id = platform.workspace() and s.case_id = c.id
        where c.workspace_id = platform.workspace() and c.person_id = ${ids} ${from('s.at', 's.id')} order by s.at desc, s.id desc limit ${limit})
    ) everything order by at desc, id desc limit ${limit}`.execute(tx)
  return rows
}
