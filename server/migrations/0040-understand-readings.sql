-- What the engine found in each voice, what people corrected, and the ways of looking they saved.

create schema understand;
grant usage on schema understand to heed_app;

-- One row per voice. The columns up to kind are what counts: a person's correction stands here instead of the engine's
-- verdict, so that lists, counts and cases need not know that there are corrections (understand.correction keeps both).
-- Who said it stands in listen.voice alone: merging and erasure touch it there.
create table understand.reading (
  workspace_id uuid not null references trust.workspace on delete cascade,
  voice_id uuid not null,
  -- Copied from the voice, so that one index answers a whole filter.
  said_at timestamptz not null,
  source text not null,
  survey_id uuid,
  import_id uuid,
  score_kind text,
  score real,
  -- ISO 639-1; the engine's guess, else what the source claims, else nothing.
  language text,
  sentiment text not null check (sentiment in ('negative', 'neutral', 'positive', 'mixed', 'unclear')),
  -- −1 … 1
  sentiment_score real not null default 0,
  -- The strongest asserted of the 28 labels of GoEmotions, and its family; nothing where nothing was read.
  emotion text,
  family text check (family in ('anger', 'disgust', 'fear', 'joy', 'sadness', 'surprise', 'neutral')),
  -- 0 … 1
  intensity real not null default 0,
  urgency real not null default 0,
  kind text not null default 'other' check (kind in ('complaint', 'praise', 'question', 'request', 'suggestion', 'thanks', 'leaving', 'crisis', 'other')),
  -- 0 … 1, the measured chance that the sentiment is right.
  confidence real not null default 0,
  -- Why there is no verdict though all went well: 'no_words', or 'employee' (no feelings are read of a firm's own people).
  held_back text check (held_back in ('no_words', 'employee')),
  -- As the engine gives them, offsets into wordsOf(voice). Text, not jsonb: they are written once and read whole.
  emotions json not null default '[]',
  evidence json not null default '[]',
  aspects json not null default '[]',
  version text not null,
  read_at timestamptz not null,
  -- What went wrong, if reading did; such a row is read again.
  failed text,
  primary key (workspace_id, voice_id),
  foreign key (workspace_id, voice_id) references listen.voice on delete cascade
);

-- The list of voices walks one of these from its newest end and stops when the page is full. Each carries every column
-- people filter by, so that a walk past what does not fit never touches the table: a million entries are 140 MB, the
-- table is four times that. Those after the first two are for values so rare, or so long ago, that walking past all the
-- others would take too long; kinds and emotions are common but for a few, so only those few are kept apart.
-- Figures: bench/voices.ts.
create index reading_newest on understand.reading (workspace_id, said_at desc, voice_id desc)
  include (sentiment, family, emotion, kind, intensity, urgency, source, language, score_kind, score);
create index reading_strongest on understand.reading (workspace_id, intensity desc, said_at desc, voice_id desc)
  include (sentiment, family, emotion, kind, urgency, source, language, score_kind, score);
create index reading_source on understand.reading (workspace_id, source, said_at desc, voice_id desc)
  include (sentiment, family, emotion, kind, intensity, urgency, language, score_kind, score);
create index reading_language on understand.reading (workspace_id, language, said_at desc, voice_id desc)
  include (sentiment, family, emotion, kind, intensity, urgency, source, score_kind, score) where language is not null;
create index reading_rare_kind on understand.reading (workspace_id, kind, said_at desc, voice_id desc) where kind in ('crisis', 'leaving');
create index reading_rare_emotion on understand.reading (workspace_id, emotion, said_at desc, voice_id desc)
  where emotion in ('caring', 'desire', 'disgust', 'embarrassment', 'fear', 'grief', 'nervousness', 'pride', 'relief', 'remorse');
create index reading_survey on understand.reading (workspace_id, survey_id, said_at desc, voice_id desc) where survey_id is not null;
create index reading_import on understand.reading (workspace_id, import_id, said_at desc, voice_id desc) where import_id is not null;
-- To see at a glance whether anything was read by another version; equal keys share their space.
create index reading_version on understand.reading (workspace_id, version);
create index reading_failed on understand.reading (workspace_id, voice_id) where failed is not null;
select platform.fence('understand.reading');

-- A person who read the words said otherwise. `verdict` is theirs, `read` is what the engine says (kept up to date when
-- it reads again), so that taking the correction back is exact.
create table understand.correction (
  workspace_id uuid not null references trust.workspace on delete cascade,
  voice_id uuid not null,
  verdict jsonb not null,
  read jsonb not null,
  note text not null default '',
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (workspace_id, voice_id),
  foreign key (workspace_id, voice_id) references listen.voice on delete cascade
);
select platform.fence('understand.correction');

-- A way of looking at voices with a name, shared by everybody in the workspace.
create table understand.view (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  name text not null,
  filter jsonb not null,
  by_name text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index view_name on understand.view (workspace_id, lower(name));
select platform.fence('understand.view');

-- Finds words through the full-text index, which row-level security would not let the planner use (see 0020). Owned by
-- heed_search, which sees every workspace, so the filter by workspace here is the fence.
--
-- Every word asked for must be there: `wanted` as the beginning of a word or of the last word of a phrase in quotes,
-- `unwanted` not at all. Beginnings shorter than three letters match too much to be of use and are taken as whole words.
create function understand.query(wanted text[], unwanted text[]) returns tsquery language plpgsql stable as $$
declare
  term text;
  one tsquery;
  whole tsquery := ''::tsquery;
begin
  foreach term in array wanted loop
    one := phraseto_tsquery('simple', platform.fold(term));
    if numnode(one) = 0 then continue; end if;
    if right(term, 1) <> '"' and one::text ~ '''[^'']{3,}''$' then one := (one::text || ':*')::tsquery; end if;
    whole := whole && one;
  end loop;
  foreach term in array unwanted loop
    one := phraseto_tsquery('simple', platform.fold(term));
    if numnode(one) > 0 then whole := whole && !!one; end if;
  end loop;
  return whole;
end $$;

-- The voices that match, in no order, if they are few; null where they are many and walking the list is quicker. What
-- the planner knows of the words decides first: collecting the places of a common word takes longer than finding a page
-- of it by walking. With `share` they count as few up to that part of the workspace's voices; without, up to `few`.
create function understand.voices_with(words_wanted tsquery, few int, share float) returns uuid[]
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  mine text := format('from listen.voice where workspace_id = %L::uuid', platform.workspace());
  matching text := format('%s and words @@ %L::tsquery', mine, words_wanted);
  expected json;
  among json;
  found uuid[];
begin
  if share is not null then
    execute 'explain (format json) select 1 ' || matching into expected;
    execute 'explain (format json) select 1 ' || mine into among;
    if (expected -> 0 -> 'Plan' ->> 'Plan Rows')::float > least(few, share * (among -> 0 -> 'Plan' ->> 'Plan Rows')::float) then
      return null;
    end if;
  end if;
  execute format('select array_agg(id) from (select id %s limit %s) v', matching, 4 * few + 1) into found;
  return case when cardinality(found) > 4 * few then null else coalesce(found, '{}') end;
end $$;
grant create on schema understand to heed_search;
alter function understand.voices_with(tsquery, int, float) owner to heed_search;
revoke create on schema understand from heed_search;
revoke execute on function understand.voices_with(tsquery, int, float) from public;
grant execute on function understand.voices_with(tsquery, int, float) to heed_app;
