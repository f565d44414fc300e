-- Everything said, whatever way it came in.

create schema listen;
grant usage on schema listen to heed_app, heed_search;

create table listen.voice (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  person_id uuid,
  -- Where it comes from, as people call it: google, trustpilot, survey, e-mail, counter, api …
  source text not null,
  -- Which way it was said: review, survey, email, chat, phone, counter, post, order, other.
  channel text not null,
  -- Tells a voice that comes a second time: hash of source and the source's own id, or of the content.
  fingerprint bytea not null,
  external_id text,
  title text not null default '',
  text text not null default '',
  question text,
  -- Language the source claims; what the engine found stands in its reading.
  language text,
  score_kind text check (score_kind in ('nps', 'csat', 'ces', 'star')),
  score real,
  said_at timestamptz not null,
  received_at timestamptz not null default now(),
  survey_id uuid,
  response_id uuid,
  import_id uuid,
  order_number text,
  url text,
  attributes jsonb,
  words tsvector generated always as (to_tsvector('simple', platform.fold(title || ' ' || text))) stored,
  primary key (workspace_id, id),
  check ((score is null) = (score_kind is null)),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete set null (person_id)
);
create unique index voice_once on listen.voice (workspace_id, fingerprint);
create index voice_newest on listen.voice (workspace_id, said_at desc, id desc);
create index voice_person on listen.voice (workspace_id, person_id, said_at desc) where person_id is not null;
create index voice_words on listen.voice using gin (workspace_id, words);
select platform.fence('listen.voice');
-- Full-text operators are not leakproof, so behind a policy PostgreSQL would not use the index above. The role
-- heed_search (nobody can log in as it) sees all rows and owns only functions that filter by workspace themselves.
create policy search on listen.voice for select to heed_search using (true);
grant select on listen.voice to heed_search;

-- Answers to a request that carried an idempotency key: asked again, the same answer is given.
create table listen.receipt (
  workspace_id uuid not null references trust.workspace on delete cascade,
  key text not null,
  request_hash bytea not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (workspace_id, key)
);
create index receipt_age on listen.receipt (at);
select platform.fence('listen.receipt');
