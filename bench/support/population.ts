/**
 * A business of any size for benchmarks: persons, voices and readings made by SQL in a scratch database. The words are
 * drawn from a made-up vocabulary whose frequencies fall like those of a language (rank^-1), so that full-text search
 * meets very common, ordinary and rare words; sources, languages, kinds and feelings are as uneven as in life, and one
 * source fell silent two years ago. The readings are made up, not read: this is for scale, not for meaning.
 * Three in a hundred voices are open cases and two were answered, so that one business serves the list of voices, Today and Outcomes alike.
 */
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrate, newId, openSource, prepareFolder, readConfig, type Source } from '#platform'
import pg from 'pg'

export const SECRET = 'a secret for benchmarks only, 32 letters or more'

/** A database of its own under `folder`, empty and migrated; or, if `keep`, the one a run before left there, as it is. */
export async function openScratch(folder: string, keep: boolean): Promise<Source> {
  const path = resolve(folder)
  if (!keep) rmSync(path, { recursive: true, force: true })
  const config = readConfig({ HEED_DATA: path })
  prepareFolder(config.dataFolder)
  const source = await openSource(config, SECRET)
  await migrate(source)
  return source
}

/** One business for all benchmarks: filled by whichever runs first, taken by the others with `--keep`. */
export const scratchFolder = (): string => join(process.env.HEED_BENCH_FOLDER ?? '/tmp/heed-bench', 'business')

/**
 * Fills one workspace, unless a run before did, and returns its id. Runs as owner, past the fence, in one transaction a
 * step. What is made here is known to be in order, so foreign keys are not looked up for each row, and the words are
 * indexed when all are there; every other index grows row by row, as in life.
 */
export async function populate(source: Source, voices: number): Promise<string> {
  const client = new pg.Client({ ...source.owner, application_name: 'heed:bench' })
  await client.connect()
  try {
    const name = `Linden & Rye, ${voices} voices`
    const known = await client.query<{ id: string }>('select workspace_id as id from trust.workspace where name = $1', [
      name,
    ])
    if (known.rows[0]) return known.rows[0].id
    const workspaceId = newId()
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
    )
    await client.query(`insert into trust.workspace (workspace_id, name) values ($1, $2)`, [
      workspaceId,
      `${name}, unfinished`,
    ])
    await client.query(`select setseed(0.42)`)
    await client.query(sentences)
    await client.query(persons, [workspaceId, Math.ceil(voices / 5)])
    const { rows } = await client.query<{ made: string }>(
      `select pg_get_indexdef('listen.voice_words'::regclass) as made`,
    )
    await client.query('drop index listen.voice_words')
    await client.query(voicesOf, [workspaceId, voices])
    await client.query(rows[0]!.made)
    await client.query(readingsOf, [workspaceId])
    await client.query('select setseed(0.17)')
    await client.query(casesOf, [workspaceId])
    // What is committed but not yet on disk counts as not yet visible to all, and would be looked up row by row ever after.
    await client.query('set synchronous_commit = on')
    await client.query('update trust.workspace set name = name where workspace_id = $1', [workspaceId])
    for (const table of ['listen.voice', 'understand.reading', 'people.person', 'act.case'])
      await client.query(`vacuum analyze ${table}`)
    await client.query('update trust.workspace set name = $2 where workspace_id = $1', [workspaceId, name])
    return workspaceId
  } finally {
    await client.end()
  }
}

/** 20,000 sentences over 30,000 made-up words, a few real ones among them for queries to look for. */
const sentences = `
  create temporary table if not exists word as
    select rank, case rank when 1 then 'the' when 2 then 'bread' when 30 then 'delivery' when 300 then 'cinnamon' when 3000 then 'poppyseed'
      else translate(to_char(rank * 7919 % 1000003, 'FM0000000'), '0123456789', 'aeioulnrst') end as text
    from generate_series(1, 30000) rank;
  create index on word (rank);
  analyze word;
  create temporary table if not exists sentence as
    select n, initcap(string_agg(w.text, ' ')) || '.' as text
    from generate_series(1, 20000) n
    cross join lateral (select n as of_n, exp(random() * ln(30000))::int as rank from generate_series(1, 6 + n % 9)) pick
    join word w on w.rank = pick.rank group by n;
  create index on sentence (n);
  analyze sentence`

const persons = `
  insert into people.person (workspace_id, id, name, attributes, created_at)
  select $1, uuidv7(), 'Guest ' || n, jsonb_build_object('plan', (array['none', 'small loaf', 'family loaf'])[1 + n % 3], 'district', 'd' || n % 8, 'number', n),
    now() - random() * interval '3 years' from generate_series(1, $2::int) n`

/** Uneven choice: the first column whose running share passes the draw. */
const SOURCES = `case when d.source < 0.45 then 'google' when d.source < 0.65 then 'survey' when d.source < 0.77 then 'email' when d.source < 0.86 then 'trustpilot'
  when d.source < 0.92 then 'chat' when d.source < 0.9595 then 'counter' when d.source < 0.96 then 'supplier' else 'old forum' end`

const voicesOf = `
  with someone as (select id, row_number() over () as n from people.person where workspace_id = $1),
  most as (select count(*) as persons from people.person where workspace_id = $1),
  drawn as materialized (select n, random() as source, random() as score, random() as person, random() as a, random() as b, random() as c,
      random() ^ 1.5 as age, random() as language from generate_series(1, $2::int) n)
  insert into listen.voice (workspace_id, id, person_id, source, channel, fingerprint, title, text, question, language, score_kind, score, said_at, received_at)
  select $1, uuidv7(), s.id,
    ${SOURCES}, 'review', decode(md5($1::text || d.n), 'hex'), '',
    a.text || ' ' || b.text || ' ' || c.text,
    case when d.source between 0.45 and 0.65 then 'Question ' || d.n % 5 end,
    null,
    case when d.score < 0.5 then 'star' when d.score < 0.65 then 'nps' when d.score < 0.7 then 'csat' end,
    case when d.score < 0.05 then 1 when d.score < 0.08 then 2 when d.score < 0.13 then 3 when d.score < 0.25 then 4 when d.score < 0.5 then 5
      when d.score < 0.65 then floor(d.b * 11) when d.score < 0.7 then 1 + floor(d.b * 5) end,
    now() - case when d.source >= 0.96 then interval '2 years' + d.age * interval '1 year' else d.age * interval '3 years' end,
    now()
  from drawn d cross join most
  join sentence a on a.n = 1 + floor(d.a * 20000)::int join sentence b on b.n = 1 + floor(d.b * 20000)::int join sentence c on c.n = 1 + floor(d.c * 20000)::int
  left join someone s on d.person < 0.6 and s.n = 1 + floor(d.person / 0.6 * most.persons)::int`

const EMOTIONS = `(array['admiration','gratitude','joy','approval','love','disappointment','annoyance','anger','disapproval','sadness','nervousness','fear','confusion','curiosity','surprise','disgust','embarrassment','remorse','relief','pride','grief'])`
const FAMILIES = `(array['joy','joy','joy','joy','joy','sadness','anger','anger','anger','sadness','fear','fear','surprise','surprise','surprise','disgust','sadness','sadness','joy','joy','sadness'])`

const readingsOf = `
  with drawn as (
    select v.*, random() as d_language, random() as d_kind, random() ^ 0.9 as d_side, floor(21 * random() ^ 2.2)::int + 1 as e, random() ^ 1.7 as d_intensity, random() ^ 4 as d_urgency, random() as d_neutral
    from listen.voice v where v.workspace_id = $1)
  insert into understand.reading (workspace_id, voice_id, said_at, source, score_kind, score, language, sentiment, sentiment_score, emotion, family, intensity, urgency, kind, confidence,
    emotions, evidence, aspects, version, read_at)
  select workspace_id, id, said_at, source, score_kind, score,
    case when d_language < 0.78 then 'en' when d_language < 0.88 then 'de' when d_language < 0.93 then 'fr' when d_language < 0.96 then 'es' when d_language < 0.98 then 'nl'
      when d_language < 0.985 then 'tr' when d_language < 0.9852 then 'fi' when d_language < 0.9853 then 'is' end,
    case when d_side < 0.25 then 'negative' when d_side < 0.45 then 'neutral' when d_side < 0.5 then 'mixed' when d_side < 0.55 then 'unclear' else 'positive' end,
    d_side * 2 - 1,
    case when d_neutral < 0.3 then 'neutral' else ${EMOTIONS}[e] end, case when d_neutral < 0.3 then 'neutral' else ${FAMILIES}[e] end,
    round(d_intensity::numeric, 3), round(d_urgency::numeric, 3),
    case when d_kind < 0.18 then 'complaint' when d_kind < 0.48 then 'praise' when d_kind < 0.6 then 'thanks' when d_kind < 0.68 then 'question' when d_kind < 0.75 then 'request'
      when d_kind < 0.81 then 'suggestion' when d_kind < 0.82 then 'leaving' when d_kind < 0.8202 then 'crisis' else 'other' end,
    0.8,
    '[{"label":"joy","score":0.61},{"label":"admiration","score":0.42}]',
    '[{"start":0,"end":12,"for":"positive","weight":0.82},{"start":20,"end":31,"for":"emotion:joy","weight":0.55},{"start":40,"end":52,"for":"kind:praise","weight":0.41}]',
    case when d_kind < 0.33 then '[]' else format('[{"start":4,"end":9,"text":"topic %s","sentiment":{"label":"positive","score":0.7}},{"start":12,"end":17,"text":"topic %s","sentiment":{"label":"negative","score":-0.6}}]',
      floor(d_urgency * 60), floor(d_intensity * 60)) end::json, 'bench-1', now()
  from drawn`

/** Five in a hundred voices are cases, three of them open. Weights and waiting times are drawn apart, the hardest case for finding the top without looking at all. */
const casesOf = `
  with drawn as (select v.id, v.person_id, v.said_at, random() as fate, random() as strength, random() as impact, random() ^ 2 as age, random() as urgency from listen.voice v where v.workspace_id = $1)
  insert into act.case (workspace_id, id, voice_id, person_id, status, history, batch, tier, crisis, strength, impact, intensity, urgency, kind, family, reason, said_at, opened_at, waiting_since, due_at,
    touched, assignee_id, assignee_name, taken_at, answered_at, resolved_at, resolved_by_name, cause, done, asked_at, felt_heard)
  select $1, uuidv7(), id, person_id, case when fate < 0.03 then 'open' when fate < 0.0301 then 'taken' else 'resolved' end, false, '00000000-0000-0000-0000-000000000000',
    case when fate < 0.000002 then 2 when fate < 0.000005 then 1 else 0 end, fate < 0.000002, 0.25 + 0.75 * strength ^ 2, 1 + 1.8 * impact ^ 3, strength, urgency, 'complaint', 'anger',
    jsonb_build_object('rule', 'complaint', 'sentiment', 'negative', 'family', 'anger', 'intensity', strength, 'urgency', urgency, 'confidence', 0.8, 'quote', 'never again', 'score', null,
      'personKind', null, 'orders', 0, 'since', null, 'troubles', 0, 'impact', '[]'::jsonb, 'version', 'bench-1'),
    said_at, now(), case when fate < 0.0301 then now() - age * interval '45 days' else said_at end, now() - age * interval '45 days' + interval '3 days', fate >= 0.03,
    null::uuid, case when fate >= 0.03 then 'Maren Lind' end, case when fate >= 0.03 then now() end,
    case when fate >= 0.0301 then said_at + strength * interval '70 hours' end, case when fate >= 0.0301 then said_at + strength * interval '70 hours' end, case when fate >= 0.0301 then 'Maren Lind' end,
    case when fate >= 0.0301 then 'late delivery ' || (strength * 30)::int end, case when fate >= 0.0301 then 'called back' end,
    case when fate >= 0.04 then said_at + interval '80 hours' end, case when fate >= 0.045 then urgency < 0.7 end
  from drawn where fate < 0.05`
