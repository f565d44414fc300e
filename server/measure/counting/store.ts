/** SQL of the counting: which days are stale, and what they really hold. */
import { sql } from 'kysely'
import type { Tx } from '#platform'
import { FAMILIES, KINDS, SENTIMENTS } from '#engine'
import { COLUMNS, COUNTED } from '../counts.ts'

const RECENT = 20_000

export type Counting = { timezone: string; attributes: string[]; topics: string[]; chosenAt: number; tookMs: number }

export async function findCounting(tx: Tx): Promise<Counting | null> {
  const { rows } = await sql<Counting>`
    select timezone, attributes, topics, chosen_at_voices as "chosenAt", took_ms as "tookMs" from measure.counting where workspace_id = platform.workspace()`.execute(
    tx,
  )
  return rows[0] ?? null
}

export async function setCounting(tx: Tx, workspaceId: string, counting: Counting, at: Date): Promise<void> {
  const { timezone, attributes, topics, chosenAt, tookMs } = counting
  await sql`insert into measure.counting (workspace_id, timezone, attributes, topics, chosen_at_voices, took_ms, counted_at)
    values (${workspaceId}, ${timezone}, ${attributes}::text[], ${topics}::text[], ${chosenAt}, ${tookMs}, ${at})
    on conflict (workspace_id) do update set timezone = excluded.timezone, attributes = excluded.attributes, topics = excluded.topics,
      chosen_at_voices = excluded.chosen_at_voices, took_ms = excluded.took_ms, counted_at = excluded.counted_at`.execute(
    tx,
  )
}

export async function findTimezone(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{
    timezone: string
  }>`select timezone from trust.workspace where workspace_id = platform.workspace()`.execute(tx)
  return rows[0]?.timezone ?? null
}

const dayOf = (column: string, timezone: string) => sql`(${sql.ref(column)} at time zone ${timezone})::date`

const mark = (days: ReturnType<typeof sql>) =>
  sql`insert into measure.stale_day (workspace_id, day) select platform.workspace(), day from (${days}) as days where day is not null on conflict do nothing`

export async function markDaysOfVoices(tx: Tx, ids: string[], timezone: string): Promise<void> {
  await mark(
    sql`select distinct ${dayOf('voice.said_at', timezone)} as day from unnest(${ids}::uuid[]) as wanted(id)
      cross join lateral (select said_at from listen.voice where workspace_id = platform.workspace() and id = wanted.id limit 1) as voice`,
  ).execute(tx)
}

/** Days of what is gone already, told by the hours it was said in. */
export async function markDaysOfHours(tx: Tx, hours: string[], timezone: string): Promise<void> {
  await mark(
    sql`select distinct (hour at time zone ${timezone})::date as day from unnest(${hours}::timestamptz[]) as hour`,
  ).execute(tx)
}

export async function markDaysOfResponses(tx: Tx, ids: string[], timezone: string): Promise<void> {
  await mark(
    sql`select distinct ${dayOf('said_at', timezone)} as day from listen.voice where workspace_id = platform.workspace() and response_id = any(${ids}::uuid[])`,
  ).execute(tx)
}

export async function markDaysOfCases(tx: Tx, ids: string[], timezone: string): Promise<void> {
  await mark(
    sql`select distinct ${dayOf('asked_at', timezone)} as day from act.case where workspace_id = platform.workspace() and id = any(${ids}::uuid[])`,
  ).execute(tx)
}

export async function markDaysOfPersons(tx: Tx, ids: string[], timezone: string): Promise<void> {
  await mark(sql`select distinct ${dayOf('said_at', timezone)} as day from listen.voice where workspace_id = platform.workspace() and person_id in (
    select id from people.person where workspace_id = platform.workspace() and (id = any(${ids}::uuid[]) or merged_into = any(${ids}::uuid[])))`).execute(
    tx,
  )
}

export async function markDays(tx: Tx, days: string[]): Promise<void> {
  await mark(sql`select unnest(${days}::date[]) as day`).execute(tx)
}

/** Every day that holds anything, or is said to. */
export async function markAllDays(tx: Tx, timezone: string): Promise<void> {
  await mark(sql`select distinct ${dayOf('said_at', timezone)} as day from listen.voice where workspace_id = platform.workspace()
    union select ${dayOf('asked_at', timezone)} from act.case where workspace_id = platform.workspace() and asked_at is not null
    union select day from measure.kept_count where workspace_id = platform.workspace() and dimension = ''
    union select day from measure.day_count where workspace_id = platform.workspace() and dimension = ''`).execute(tx)
}

export async function listStaleDays(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{
    day: string
  }>`select day from measure.stale_day where workspace_id = platform.workspace() order by day`.execute(tx)
  return rows.map((row) => row.day)
}

/** Takes days off the list. Whoever marks one of them meanwhile waits and then marks it anew, so nothing slips through. */
export async function takeStaleDays(tx: Tx, days: string[]): Promise<string[]> {
  const { rows } = await sql<{
    day: string
  }>`delete from measure.stale_day where workspace_id = platform.workspace() and day = any(${days}::date[]) returning day`.execute(
    tx,
  )
  return rows.map((row) => row.day).sort()
}

/** One recount of a workspace at a time, whichever process. */
export async function lockCounting(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(7330060, hashtext(${workspaceId}))`.execute(tx)
}

/** Whether a file is on its way in. One whose run was killed long ago and never taken up again does not count. */
export async function isComingIn(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ coming: boolean }>`
    select exists (select from listen.import where workspace_id = platform.workspace() and status = 'running' and started_at > now() - interval '1 hour') as coming`.execute(
    tx,
  )
  return rows[0]?.coming ?? false
}

/** Exact, from the voices themselves. */
export async function countVoices(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    voices: number
  }>`select count(*) as voices from listen.voice where workspace_id = platform.workspace()`.execute(tx)
  return rows[0]?.voices ?? 0
}

/** From the counts, at once. */
export async function sumVoices(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    voices: number | null
  }>`select sum(voices) as voices from measure.month_count where workspace_id = platform.workspace() and dimension = ''`.execute(
    tx,
  )
  return rows[0]?.voices ?? 0
}

/** Attributes that few values describe, so that a group of each is worth looking at. */
export async function listCandidates(tx: Tx): Promise<{ attribute: string; values: number; persons: number }[]> {
  const { rows } = await sql<{ attribute: string; values: number; persons: number }>`
    with recent as (select attributes from people.person where workspace_id = platform.workspace() and merged_into is null and kind <> 'employee' order by created_at desc limit ${RECENT})
    select a.key as attribute, count(distinct a.value) as values, count(*) as persons
    from recent cross join lateral jsonb_each_text(recent.attributes) as a
    where a.value <> '' and length(a.key) <= 80 group by a.key
    having count(distinct a.value) between 2 and 12 and count(*) >= 2 * count(distinct a.value) and max(length(a.value)) <= 60
    order by count(*) desc, a.key limit 12`.execute(tx)
  return rows
}

/** What feelings are most often about, lately. */
export async function listTopics(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ topic: string }>`
    with recent as (select voice_id, aspects from understand.reading where workspace_id = platform.workspace() and aspects::text <> '[]' order by said_at desc limit ${RECENT})
    select lower(a.value->>'text') as topic from recent cross join lateral json_array_elements(recent.aspects) as a
    where length(a.value->>'text') between 2 and 40 group by 1 having count(distinct voice_id) >= 3 order by count(distinct voice_id) desc, 1 limit ${most}`.execute(
    tx,
  )
  return rows.map((row) => row.topic)
}

const place = (labels: readonly string[], column: string) =>
  sql`array_position(${sql.lit(`{${labels.join(',')}}`)}::text[], ${sql.ref(column)})`
/** Scores as one number each, so that counting a step is comparing integers: kind × 100 + step. */
const SCORE_CODES: Readonly<Record<string, number>> = { nps: 100, csat: 200, ces: 300, star: 400 }
const codeOf = (
  kind: string,
  score: string,
) => sql`case ${sql.ref(kind)} when 'nps' then 100 when 'csat' then 200 when 'ces' then 300 when 'star' then 400 end
  + case when ${sql.ref(kind)} = 'star' then floor(${sql.ref(score)} + 0.5) when ${sql.ref(score)} = floor(${sql.ref(score)}) then ${sql.ref(score)} end::int`

const PLACES: Readonly<Record<string, readonly string[]>> = { sentiment: SENTIMENTS, family: FAMILIES, kind: KINDS }

/** How a column is counted over the facts below. */
function counted(column: string) {
  if (column === 'voices') return sql`sum(voice)`
  if (column === 'heard_asked') return sql`count(*) filter (where asked)`
  if (column === 'heard_yes') return sql`count(*) filter (where heard)`
  if (column === 'heard_no') return sql`count(*) filter (where not heard)`
  const [name, label] = [column.slice(0, column.indexOf('_')), column.slice(column.indexOf('_') + 1)]
  const labels = PLACES[name]
  if (labels) return sql`count(*) filter (where ${sql.ref(name)} = ${sql.lit(labels.indexOf(label) + 1)})`
  return sql`count(*) filter (where score = ${sql.lit(SCORE_CODES[name]! + Number(label))})`
}

const ALL_COUNTED = sql.join([
  ...COUNTED.map((column) => sql`${counted(column)} as ${sql.ref(column)}`),
  sql`coalesce(sum(stars), 0) as star_sum`,
  sql`coalesce(sum(stars * stars), 0) as star_squares`,
])
const ALL_COLUMNS = sql.join(COLUMNS.map((column) => sql.ref(column)))

export type Frame = { days: string[]; from: Date; to: Date; timezone: string; attributes: string[]; topics: string[] }

/**
 * Counts the days of a frame from what was said, once over all dimensions. A voice that belongs to a survey response
 * brings its feeling, the response's answers bring the scores: so nothing counts twice. A question is called what it is in
 * its survey's first language, whichever language it was asked in. What employees said is left out.
 *
 * A voice's reading is looked up one by one (`lateral … limit 1`): right after an import the planner has no statistics, and
 * left to choose it may walk all readings for every voice. So the work always grows with the voices, never with their square.
 */
export async function countDays(tx: Tx, frame: Frame): Promise<void> {
  const { days, attributes } = frame
  const dimensions = await listDimensions(tx, attributes)
  await sql`delete from measure.day_count where workspace_id = platform.workspace() and dimension = any(${dimensions}::text[])
    and day between ${days[0]}::date and ${days.at(-1)}::date and day = any(${days}::date[])`.execute(tx)
  await sql`insert into measure.day_count (workspace_id, dimension, day, value, ${ALL_COLUMNS}) ${countsOf(frame)}`.execute(
    tx,
  )
  if (frame.topics.length > 0) await countTopics(tx, frame)
  await addTo(
    'measure.day_count',
    sql`select workspace_id, dimension, day, value, ${ALL_COLUMNS} from measure.kept_count
      where workspace_id = platform.workspace() and dimension = any(${KEPT_DIMENSIONS}::text[]) and day = any(${days}::date[])`,
  ).execute(tx)
}

/** By which counts stay when those who spoke are forgotten: nothing by which one of them could be told. */
const KEPT_DIMENSIONS = ['', 'source', 'channel', 'language', 'survey']
/** A source that hardly anybody else came from is not kept by name: it could be made up of the person's own. */
const LEAST_OTHERS = 5

/** Counts of these voices, kept in the transaction in which the voices go. */
export async function keepCountsOf(tx: Tx, voiceIds: string[], frame: Frame): Promise<void> {
  await addTo(
    'measure.kept_count',
    sql`select * from (${countsOf(frame, voiceIds)}) as counts where dimension = any(${KEPT_DIMENSIONS}::text[])
      and (dimension = '' or (select sum(m.voices) from measure.month_count m where m.workspace_id = platform.workspace() and m.dimension = counts.dimension
        and m.value = counts.value) >= ${voiceIds.length + LEAST_OTHERS})`,
  ).execute(tx)
}

/** Days on which these voices were said, or those who spoke were asked. */
export async function listDaysOf(tx: Tx, voiceIds: string[], timezone: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select ${dayOf('said_at', timezone)} as day from listen.voice where workspace_id = platform.workspace() and id = any(${voiceIds}::uuid[])
    union select ${dayOf('asked_at', timezone)} from act.case where workspace_id = platform.workspace() and voice_id = any(${voiceIds}::uuid[]) and asked_at is not null
    order by 1`.execute(tx)
  return rows.map((row) => row.day)
}

const addTo = (table: string, counts: ReturnType<typeof sql>) =>
  sql`insert into ${sql.table(table)} as present (workspace_id, dimension, day, value, ${ALL_COLUMNS}) ${counts}
    on conflict (workspace_id, dimension, day, value) do update set ${sql.join(COLUMNS.map((column) => sql`${sql.ref(column)} = present.${sql.ref(column)} + excluded.${sql.ref(column)}`))}`

/** Rows of counts: of all voices, or of some alone. */
function countsOf({ days, from, to, timezone, attributes }: Frame, voiceIds?: string[]) {
  const frame = { from, to }
  const theirs = voiceIds ? sql`and v.id = any(${voiceIds}::uuid[])` : sql``
  const attribute = (nth: number) =>
    attributes[nth] === undefined
      ? sql`null::text`
      : sql`coalesce(main.attributes, person.attributes) ->> ${attributes[nth]}`
  return sql`
    with said as materialized (
      select ${dayOf('v.said_at', timezone)} as day, v.id, v.source, v.channel, v.survey_id::text as survey, v.question, v.response_id, v.survey_id,
        case when v.response_id is null then ${codeOf('v.score_kind', 'v.score')} end as score, case when v.response_id is null and v.score_kind = 'star' then v.score::numeric end as stars,
        r.language, case when r.held_back is null then ${place(SENTIMENTS, 'r.sentiment')} end as sentiment, ${place(FAMILIES, 'r.family')} as family,
        case when r.held_back is null then ${place(KINDS, 'r.kind')} end as kind, ${attribute(0)} as a0, ${attribute(1)} as a1, ${attribute(2)} as a2
      from listen.voice v
      left join lateral (select language, sentiment, family, kind, held_back from understand.reading where workspace_id = v.workspace_id and voice_id = v.id limit 1) r on true
      left join people.person person on person.workspace_id = v.workspace_id and person.id = v.person_id
      left join people.person main on main.workspace_id = v.workspace_id and main.id = person.merged_into
      where v.workspace_id = platform.workspace() and v.said_at >= ${frame.from} and v.said_at < ${frame.to}
        and coalesce(main.kind, person.kind, '') <> 'employee' and r.held_back is distinct from 'restricted' and ${dayOf('v.said_at', timezone)} = any(${days}::date[]) ${theirs}
    ), asks as (
      select s.id as survey_id, q.value->>'id' as question_id, t.value as variant, q.value->'text'->>(s.definition->'languages'->>0) as words
      from listen.survey s cross join lateral jsonb_array_elements(s.definition->'questions') as q cross join lateral jsonb_each_text(q.value->'text') as t
      where s.workspace_id = platform.workspace()
    ), by_id as (
      select distinct on (survey_id, question_id) survey_id, question_id, words from asks order by survey_id, question_id
    ), by_words as (
      select distinct on (survey_id, variant) survey_id, variant, words from asks order by survey_id, variant, question_id
    ), facts as (
      select day, source, channel, language, survey, coalesce(by_words.words, question) as question, a0, a1, a2, 1 as voice, sentiment, family, kind, score, stars, false as asked, null::boolean as heard
      from said left join by_words on by_words.survey_id = said.survey_id and by_words.variant = said.question
      union all
      select said.day, said.source, said.channel, said.language, said.survey, coalesce(by_id.words, a.question_id), said.a0, said.a1, said.a2, 0, null, null, null,
        ${codeOf('a.kind', 'a.number')}, case when a.kind = 'star' then a.number::numeric end, false, null
      from said join listen.answer a on a.workspace_id = platform.workspace() and a.response_id = said.response_id and a.kind in ('nps', 'csat', 'ces', 'star') and a.number is not null
      left join by_id on by_id.survey_id = said.survey_id and by_id.question_id = a.question_id
      where said.response_id is not null
      union all
      select ${dayOf('c.asked_at', timezone)}, v.source, v.channel, r.language, v.survey_id::text, v.question, ${attribute(0)}, ${attribute(1)}, ${attribute(2)}, 0, null, null, null, null, null, true, c.felt_heard
      from act.case c join listen.voice v on v.workspace_id = c.workspace_id and v.id = c.voice_id
      left join understand.reading r on r.workspace_id = v.workspace_id and r.voice_id = v.id
      left join people.person person on person.workspace_id = v.workspace_id and person.id = v.person_id
      left join people.person main on main.workspace_id = v.workspace_id and main.id = person.merged_into
      where c.workspace_id = platform.workspace() and c.asked_at >= ${frame.from} and c.asked_at < ${frame.to}
        and coalesce(main.kind, person.kind, '') <> 'employee' and r.held_back is distinct from 'restricted' and ${dayOf('c.asked_at', timezone)} = any(${days}::date[]) ${theirs}
    )
    select platform.workspace() as workspace_id,
      case grouping(source, channel, language, survey, question, a0, a1, a2)
        when 255 then '' when 127 then 'source' when 191 then 'channel' when 223 then 'language' when 239 then 'survey' when 247 then 'question'
        when 251 then ${`attribute:${attributes[0] ?? ''}`}::text when 253 then ${`attribute:${attributes[1] ?? ''}`}::text else ${`attribute:${attributes[2] ?? ''}`}::text end as dimension,
      day, left(coalesce(source, channel, language, survey, question, a0, a1, a2, ''), 300) as value, ${ALL_COUNTED}
    from facts
    group by grouping sets ((day), (day, source), (day, channel), (day, language), (day, survey), (day, question), (day, a0), (day, a1), (day, a2))
    having grouping(source, channel, language, survey, question, a0, a1, a2) = 255 or coalesce(source, channel, language, survey, question, a0, a1, a2) is not null`
}

/** A voice counts once for each thing its feelings are about, with the feeling about that thing; its stars are the voice's. */
async function countTopics(tx: Tx, { days, from, to, timezone, topics }: Frame): Promise<void> {
  const [mixed, sentiment] = [sql.lit(SENTIMENTS.indexOf('mixed') + 1), place(SENTIMENTS, 'a.label')]
  await sql`
    with named as (
      select r.voice_id, lower(a.text) as topic, case when min(${sentiment}) = max(${sentiment}) then min(${sentiment}) else ${mixed} end as sentiment
      from understand.reading r
      cross join lateral (select e.text, e.sentiment->>'label' as label from json_to_recordset(r.aspects) as e(text text, sentiment json) where lower(e.text) = any(${topics}::text[])) as a
      where r.workspace_id = platform.workspace() and r.said_at >= ${from} and r.said_at < ${to} and r.aspects::text <> '[]'
        and ${dayOf('r.said_at', timezone)} = any(${days}::date[])
      group by 1, 2
    ), facts as (
      select ${dayOf('v.said_at', timezone)} as day, named.topic, 1 as voice, named.sentiment, null::int as family, null::int as kind,
        ${codeOf('v.score_kind', 'v.score')} as score, case when v.score_kind = 'star' then v.score::numeric end as stars, false as asked, null::boolean as heard
      from named cross join lateral (select person_id, said_at, score_kind, score from listen.voice where workspace_id = platform.workspace() and id = named.voice_id limit 1) v
      left join people.person person on person.workspace_id = platform.workspace() and person.id = v.person_id
      where coalesce(person.kind, '') <> 'employee'
    )
    insert into measure.day_count (workspace_id, dimension, day, value, ${ALL_COLUMNS})
    select platform.workspace(), 'topic', day, topic, ${ALL_COUNTED} from facts group by day, topic`.execute(tx)
}

/** Adds the months up again from their days. */
export async function countMonths(tx: Tx, months: string[], attributes: string[]): Promise<void> {
  const dimensions = await listDimensions(tx, attributes)
  await sql`delete from measure.month_count where workspace_id = platform.workspace() and dimension = any(${dimensions}::text[]) and day = any(${months}::date[])`.execute(
    tx,
  )
  const sums = sql.join(COLUMNS.map((column) => sql`sum(${sql.ref(column)})`))
  for (const month of months)
    await sql`insert into measure.month_count (workspace_id, dimension, day, value, ${ALL_COLUMNS})
      select workspace_id, dimension, ${month}::date, value, ${sums} from measure.day_count
      where workspace_id = platform.workspace() and dimension = any(${dimensions}::text[]) and day >= ${month}::date and day < (${month}::date + interval '1 month')::date
      group by 1, 2, 4`.execute(tx)
}

const DIMENSIONS = ['', 'source', 'channel', 'language', 'survey', 'question', 'topic']

/** Named one by one, because the index begins with them: without, every count would walk all the counts there are. */
async function listDimensions(tx: Tx, attributes: string[]): Promise<string[]> {
  const { rows } = await sql<{
    dimension: string
  }>`select distinct dimension from measure.month_count where workspace_id = platform.workspace()`.execute(tx)
  return [
    ...new Set([...DIMENSIONS, ...attributes.map((name) => `attribute:${name}`), ...rows.map((row) => row.dimension)]),
  ]
}
