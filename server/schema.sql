-- Made by `npm run describe` from the migrated database: for reading, not for running.

-- act."case"
create table act."case" (
  workspace_id uuid not null,
  id uuid not null,
  voice_id uuid not null,
  person_id uuid,
  status text default 'open'::text not null,
  history boolean default false not null,
  batch uuid not null,
  tier smallint default 0 not null,
  strength real not null,
  impact real not null,
  weight real generated always as ((strength * impact)) stored,
  intensity real default 0 not null,
  urgency real default 0 not null,
  kind text default 'other'::text not null,
  family text,
  strong_distress boolean default false not null,
  crisis boolean default false not null,
  reason jsonb not null,
  said_at timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  waiting_since timestamp with time zone not null,
  due_at timestamp with time zone,
  touched boolean default false not null,
  assignee_id uuid,
  assignee_name text,
  taken_at timestamp with time zone,
  answered_at timestamp with time zone,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  resolved_by_name text,
  cause text,
  done text,
  asked_at timestamp with time zone,
  felt_heard boolean,
  felt_heard_at timestamp with time zone,
  reopened_count integer default 0 not null,
  crisis_told_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE SET NULL (person_id),
  FOREIGN KEY (workspace_id, voice_id) REFERENCES listen.voice(workspace_id, id) ON DELETE CASCADE,
  CHECK (((status = 'resolved'::text) = (resolved_at IS NOT NULL))),
  CHECK (((status <> 'taken'::text) OR (assignee_name IS NOT NULL))),
  CHECK ((status = ANY (ARRAY['open'::text, 'taken'::text, 'resolved'::text]))),
  CHECK (((tier >= 0) AND (tier <= 2)))
);
CREATE INDEX case_batch ON act."case" USING btree (workspace_id, batch, tier, weight) WHERE history;
CREATE INDEX case_by_wait ON act."case" USING btree (workspace_id, tier, waiting_since) INCLUDE (id, weight, crisis) WHERE ((status = 'open'::text) AND (NOT history));
CREATE INDEX case_by_weight ON act."case" USING btree (workspace_id, tier, weight) INCLUDE (id, waiting_since, crisis) WHERE ((status = 'open'::text) AND (NOT history));
CREATE INDEX case_came_up ON act."case" USING btree (workspace_id, waiting_since) INCLUDE (answered_at, status, reopened_count, crisis) WHERE (NOT history);
CREATE INDEX case_crisis ON act."case" USING btree (workspace_id, status, resolved_at) WHERE crisis;
CREATE INDEX case_history ON act."case" USING btree (workspace_id, tier, weight) WHERE ((status = 'open'::text) AND history);
CREATE INDEX case_person ON act."case" USING btree (workspace_id, person_id, said_at) WHERE (person_id IS NOT NULL);
CREATE INDEX case_resolved ON act."case" USING btree (workspace_id, resolved_at) WHERE (status = 'resolved'::text);
CREATE INDEX case_taken ON act."case" USING btree (workspace_id, assignee_id, waiting_since) WHERE (status = 'taken'::text);
CREATE UNIQUE INDEX case_voice ON act."case" USING btree (workspace_id, voice_id);
policy few_eyes using (((NOT crisis) OR platform.sees_crisis()))
policy own_workspace using ((workspace_id = platform.workspace()))

-- act.note
create table act.note (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  author_id uuid,
  author_name text not null,
  text text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES act."case"(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
CREATE INDEX note_case ON act.note USING btree (workspace_id, case_id, at);
policy few_eyes using ((platform.sees_crisis() OR (EXISTS ( SELECT
   FROM act."case" c
  WHERE ((c.workspace_id = note.workspace_id) AND (c.id = note.case_id))))))
policy own_workspace using ((workspace_id = platform.workspace()))

-- act.override
create table act.override (
  workspace_id uuid not null,
  voice_id uuid not null,
  rule text not null,
  weight real not null,
  because text not null,
  note text default ''::text not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, voice_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, voice_id) REFERENCES listen.voice(workspace_id, id) ON DELETE CASCADE,
  CHECK ((because = ANY (ARRAY['nobody_waits'::text, 'misread'::text, 'not_ours'::text, 'other'::text])))
);
CREATE INDEX override_opened ON act.override USING btree (workspace_id, opened_at);
policy own_workspace using ((workspace_id = platform.workspace()))

-- act.step
create table act.step (
  workspace_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  detail jsonb default '{}'::jsonb not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, case_id) REFERENCES act."case"(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['opened'::text, 'taken'::text, 'released'::text, 'noted'::text, 'resolved'::text, 'asked'::text, 'heard'::text, 'reopened'::text])))
);
CREATE INDEX step_case ON act.step USING btree (workspace_id, case_id, at);
policy few_eyes using ((platform.sees_crisis() OR (EXISTS ( SELECT
   FROM act."case" c
  WHERE ((c.workspace_id = step.workspace_id) AND (c.id = step.case_id))))))
policy own_workspace using ((workspace_id = platform.workspace()))

-- listen.answer
create table listen.answer (
  workspace_id uuid not null,
  response_id uuid not null,
  question_id text not null,
  survey_id uuid not null,
  kind text not null,
  number real,
  choices text[],
  text text,
  answered_at timestamp with time zone not null,
  crisis boolean default false not null,
  PRIMARY KEY (workspace_id, response_id, question_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, response_id) REFERENCES listen.response(workspace_id, id) ON DELETE CASCADE,
  CHECK ((num_nonnulls(number, choices, text) > 0)),
  CHECK ((kind = ANY (ARRAY['nps'::text, 'csat'::text, 'ces'::text, 'star'::text, 'single'::text, 'multiple'::text, 'text'::text, 'consent'::text])))
);
CREATE INDEX answer_scores ON listen.answer USING btree (workspace_id, answered_at) INCLUDE (kind, number, question_id, response_id) WHERE (number IS NOT NULL);
CREATE INDEX answer_survey ON listen.answer USING btree (workspace_id, survey_id, question_id, answered_at DESC);
policy few_eyes using (((NOT crisis) OR platform.sees_crisis()))
policy own_workspace using ((workspace_id = platform.workspace()))

-- listen.import
create table listen.import (
  workspace_id uuid not null,
  id uuid not null,
  file_name text not null,
  size bigint not null,
  status text default 'ready'::text not null,
  sheet text,
  mapping jsonb not null,
  preview jsonb not null,
  checked jsonb,
  reached_line integer default 0 not null,
  bytes_taken bigint default 0 not null,
  rows_seen integer default 0 not null,
  added integer default 0 not null,
  known integer default 0 not null,
  left_out integer default 0 not null,
  kept_in_part integer default 0 not null,
  failure text,
  created_by text not null,
  created_at timestamp with time zone default now() not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['ready'::text, 'checking'::text, 'waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'undone'::text])))
);
CREATE INDEX import_newest ON listen.import USING btree (workspace_id, created_at DESC, id DESC);
policy own_workspace using ((workspace_id = platform.workspace()))

-- listen.import_issue
create table listen.import_issue (
  workspace_id uuid not null,
  import_id uuid not null,
  nth integer not null,
  line integer not null,
  field text,
  reason text not null,
  kept boolean not null,
  "row" jsonb not null,
  PRIMARY KEY (workspace_id, import_id, nth),
  FOREIGN KEY (workspace_id, import_id) REFERENCES listen.import(workspace_id, id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- listen.receipt
create table listen.receipt (
  workspace_id uuid not null,
  key text not null,
  request_hash bytea not null,
  answer jsonb not null,
  at timestamp with time zone default now() not null,
  PRIMARY KEY (workspace_id, key),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
CREATE INDEX receipt_age ON listen.receipt USING btree (at);
policy own_workspace using ((workspace_id = platform.workspace()))

-- listen.response
create table listen.response (
  workspace_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  token_hash text not null,
  started_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  language text not null,
  source text default ''::text not null,
  person_id uuid,
  link_id uuid,
  hidden jsonb default '{}'::jsonb not null,
  voice_id uuid,
  voiced_at timestamp with time zone,
  crisis boolean default false not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, link_id) REFERENCES listen.survey_link(workspace_id, id) ON DELETE SET NULL (link_id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE SET NULL (person_id),
  FOREIGN KEY (workspace_id, survey_id) REFERENCES listen.survey(workspace_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX response_link ON listen.response USING btree (workspace_id, link_id) WHERE (link_id IS NOT NULL);
CREATE INDEX response_newest ON listen.response USING btree (workspace_id, survey_id, started_at DESC, id DESC);
CREATE UNIQUE INDEX response_once ON listen.response USING btree (workspace_id, survey_id, token_hash);
CREATE INDEX response_person ON listen.response USING btree (workspace_id, person_id) WHERE (person_id IS NOT NULL);
policy few_eyes using (((NOT crisis) OR platform.sees_crisis()))
policy own_workspace using ((workspace_id = platform.workspace()))

-- listen.survey
create table listen.survey (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  status text default 'draft'::text not null,
  definition jsonb not null,
  revision integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  changed_at timestamp with time zone default now() not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  removed_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
);
CREATE INDEX survey_address ON listen.survey USING btree (id);
CREATE INDEX survey_newest ON listen.survey USING btree (workspace_id, created_at DESC, id DESC);
policy by_address using ((id = (NULLIF(current_setting('heed.survey'::text, true), ''::text))::uuid))
policy own_workspace using ((workspace_id = platform.workspace()))

-- listen.survey_link
create table listen.survey_link (
  workspace_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  token_hash text not null,
  person_id uuid,
  label text default ''::text not null,
  created_at timestamp with time zone default now() not null,
  spent_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE SET NULL (person_id),
  FOREIGN KEY (workspace_id, survey_id) REFERENCES listen.survey(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_link_newest ON listen.survey_link USING btree (workspace_id, survey_id, created_at DESC, id DESC);
CREATE INDEX survey_link_person ON listen.survey_link USING btree (workspace_id, person_id) WHERE (person_id IS NOT NULL);
policy own_workspace using ((workspace_id = platform.workspace()))

-- listen.voice
create table listen.voice (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid,
  source text not null,
  channel text not null,
  fingerprint bytea not null,
  external_id text,
  title text default ''::text not null,
  text text default ''::text not null,
  question text,
  language text,
  score_kind text,
  score real,
  said_at timestamp with time zone not null,
  received_at timestamp with time zone default now() not null,
  survey_id uuid,
  response_id uuid,
  import_id uuid,
  order_number text,
  url text,
  attributes jsonb,
  words tsvector generated always as (to_tsvector('simple'::regconfig, platform.fold(((title || ' '::text) || text)))) stored,
  crisis boolean default false not null,
  calm boolean default false not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE SET NULL (person_id),
  CHECK (((score IS NULL) = (score_kind IS NULL))),
  CHECK ((score_kind = ANY (ARRAY['nps'::text, 'csat'::text, 'ces'::text, 'star'::text])))
);
CREATE INDEX voice_crisis ON listen.voice USING btree (workspace_id, said_at DESC) WHERE crisis;
CREATE INDEX voice_newest ON listen.voice USING btree (workspace_id, said_at DESC, id DESC);
CREATE UNIQUE INDEX voice_once ON listen.voice USING btree (workspace_id, fingerprint);
CREATE INDEX voice_person ON listen.voice USING btree (workspace_id, person_id, said_at DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX voice_words ON listen.voice USING gin (workspace_id, words);
policy few_eyes using (((NOT crisis) OR platform.sees_crisis()))
policy own_workspace using ((workspace_id = platform.workspace()))
policy search using (true)

-- measure.breakdown
create table measure.breakdown (
  workspace_id uuid not null,
  attributes text[] not null,
  chosen_at timestamp with time zone default now() not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((cardinality(attributes) <= 3))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- measure.counting
create table measure.counting (
  workspace_id uuid not null,
  timezone text not null,
  attributes text[] default '{}'::text[] not null,
  topics text[] default '{}'::text[] not null,
  chosen_at_voices integer default 0 not null,
  counted_at timestamp with time zone not null,
  took_ms integer default 0 not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- measure.day_count
create table measure.day_count (
  workspace_id uuid not null,
  dimension text not null,
  day date not null,
  value text default ''::text not null,
  voices integer default 0 not null,
  sentiment_negative integer default 0 not null,
  sentiment_neutral integer default 0 not null,
  sentiment_positive integer default 0 not null,
  sentiment_mixed integer default 0 not null,
  sentiment_unclear integer default 0 not null,
  family_anger integer default 0 not null,
  family_disgust integer default 0 not null,
  family_fear integer default 0 not null,
  family_joy integer default 0 not null,
  family_sadness integer default 0 not null,
  family_surprise integer default 0 not null,
  family_neutral integer default 0 not null,
  kind_complaint integer default 0 not null,
  kind_praise integer default 0 not null,
  kind_question integer default 0 not null,
  kind_request integer default 0 not null,
  kind_suggestion integer default 0 not null,
  kind_thanks integer default 0 not null,
  kind_leaving integer default 0 not null,
  kind_crisis integer default 0 not null,
  kind_other integer default 0 not null,
  nps_0 integer default 0 not null,
  nps_1 integer default 0 not null,
  nps_2 integer default 0 not null,
  nps_3 integer default 0 not null,
  nps_4 integer default 0 not null,
  nps_5 integer default 0 not null,
  nps_6 integer default 0 not null,
  nps_7 integer default 0 not null,
  nps_8 integer default 0 not null,
  nps_9 integer default 0 not null,
  nps_10 integer default 0 not null,
  csat_1 integer default 0 not null,
  csat_2 integer default 0 not null,
  csat_3 integer default 0 not null,
  csat_4 integer default 0 not null,
  csat_5 integer default 0 not null,
  ces_1 integer default 0 not null,
  ces_2 integer default 0 not null,
  ces_3 integer default 0 not null,
  ces_4 integer default 0 not null,
  ces_5 integer default 0 not null,
  ces_6 integer default 0 not null,
  ces_7 integer default 0 not null,
  star_1 integer default 0 not null,
  star_2 integer default 0 not null,
  star_3 integer default 0 not null,
  star_4 integer default 0 not null,
  star_5 integer default 0 not null,
  heard_asked integer default 0 not null,
  heard_yes integer default 0 not null,
  heard_no integer default 0 not null,
  star_sum numeric default 0 not null,
  star_squares numeric default 0 not null,
  PRIMARY KEY (workspace_id, dimension, day, value),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- measure.kept_count
create table measure.kept_count (
  workspace_id uuid not null,
  dimension text not null,
  day date not null,
  value text default ''::text not null,
  voices integer default 0 not null,
  sentiment_negative integer default 0 not null,
  sentiment_neutral integer default 0 not null,
  sentiment_positive integer default 0 not null,
  sentiment_mixed integer default 0 not null,
  sentiment_unclear integer default 0 not null,
  family_anger integer default 0 not null,
  family_disgust integer default 0 not null,
  family_fear integer default 0 not null,
  family_joy integer default 0 not null,
  family_sadness integer default 0 not null,
  family_surprise integer default 0 not null,
  family_neutral integer default 0 not null,
  kind_complaint integer default 0 not null,
  kind_praise integer default 0 not null,
  kind_question integer default 0 not null,
  kind_request integer default 0 not null,
  kind_suggestion integer default 0 not null,
  kind_thanks integer default 0 not null,
  kind_leaving integer default 0 not null,
  kind_crisis integer default 0 not null,
  kind_other integer default 0 not null,
  nps_0 integer default 0 not null,
  nps_1 integer default 0 not null,
  nps_2 integer default 0 not null,
  nps_3 integer default 0 not null,
  nps_4 integer default 0 not null,
  nps_5 integer default 0 not null,
  nps_6 integer default 0 not null,
  nps_7 integer default 0 not null,
  nps_8 integer default 0 not null,
  nps_9 integer default 0 not null,
  nps_10 integer default 0 not null,
  csat_1 integer default 0 not null,
  csat_2 integer default 0 not null,
  csat_3 integer default 0 not null,
  csat_4 integer default 0 not null,
  csat_5 integer default 0 not null,
  ces_1 integer default 0 not null,
  ces_2 integer default 0 not null,
  ces_3 integer default 0 not null,
  ces_4 integer default 0 not null,
  ces_5 integer default 0 not null,
  ces_6 integer default 0 not null,
  ces_7 integer default 0 not null,
  star_1 integer default 0 not null,
  star_2 integer default 0 not null,
  star_3 integer default 0 not null,
  star_4 integer default 0 not null,
  star_5 integer default 0 not null,
  heard_asked integer default 0 not null,
  heard_yes integer default 0 not null,
  heard_no integer default 0 not null,
  star_sum numeric default 0 not null,
  star_squares numeric default 0 not null,
  PRIMARY KEY (workspace_id, dimension, day, value),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- measure.month_count
create table measure.month_count (
  workspace_id uuid not null,
  dimension text not null,
  day date not null,
  value text default ''::text not null,
  voices integer default 0 not null,
  sentiment_negative integer default 0 not null,
  sentiment_neutral integer default 0 not null,
  sentiment_positive integer default 0 not null,
  sentiment_mixed integer default 0 not null,
  sentiment_unclear integer default 0 not null,
  family_anger integer default 0 not null,
  family_disgust integer default 0 not null,
  family_fear integer default 0 not null,
  family_joy integer default 0 not null,
  family_sadness integer default 0 not null,
  family_surprise integer default 0 not null,
  family_neutral integer default 0 not null,
  kind_complaint integer default 0 not null,
  kind_praise integer default 0 not null,
  kind_question integer default 0 not null,
  kind_request integer default 0 not null,
  kind_suggestion integer default 0 not null,
  kind_thanks integer default 0 not null,
  kind_leaving integer default 0 not null,
  kind_crisis integer default 0 not null,
  kind_other integer default 0 not null,
  nps_0 integer default 0 not null,
  nps_1 integer default 0 not null,
  nps_2 integer default 0 not null,
  nps_3 integer default 0 not null,
  nps_4 integer default 0 not null,
  nps_5 integer default 0 not null,
  nps_6 integer default 0 not null,
  nps_7 integer default 0 not null,
  nps_8 integer default 0 not null,
  nps_9 integer default 0 not null,
  nps_10 integer default 0 not null,
  csat_1 integer default 0 not null,
  csat_2 integer default 0 not null,
  csat_3 integer default 0 not null,
  csat_4 integer default 0 not null,
  csat_5 integer default 0 not null,
  ces_1 integer default 0 not null,
  ces_2 integer default 0 not null,
  ces_3 integer default 0 not null,
  ces_4 integer default 0 not null,
  ces_5 integer default 0 not null,
  ces_6 integer default 0 not null,
  ces_7 integer default 0 not null,
  star_1 integer default 0 not null,
  star_2 integer default 0 not null,
  star_3 integer default 0 not null,
  star_4 integer default 0 not null,
  star_5 integer default 0 not null,
  heard_asked integer default 0 not null,
  heard_yes integer default 0 not null,
  heard_no integer default 0 not null,
  star_sum numeric default 0 not null,
  star_squares numeric default 0 not null,
  PRIMARY KEY (workspace_id, dimension, day, value),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- measure.stale_day
create table measure.stale_day (
  workspace_id uuid not null,
  day date not null,
  PRIMARY KEY (workspace_id, day),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- people.apart
create table people.apart (
  workspace_id uuid not null,
  one_id uuid not null,
  other_id uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, one_id, other_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, one_id) REFERENCES people.person(workspace_id, id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, other_id) REFERENCES people.person(workspace_id, id) ON DELETE CASCADE,
  CHECK ((one_id < other_id))
);
CREATE INDEX apart_other ON people.apart USING btree (workspace_id, other_id);
policy own_workspace using ((workspace_id = platform.workspace()))

-- people.identity
create table people.identity (
  workspace_id uuid not null,
  kind text not null,
  value text not null,
  person_id uuid not null,
  shown text not null,
  PRIMARY KEY (workspace_id, kind, value),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'external'::text])))
);
CREATE INDEX identity_person ON people.identity USING btree (workspace_id, person_id);
policy own_workspace using ((workspace_id = platform.workspace()))

-- people.orders
create table people.orders (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid,
  source text not null,
  number text not null,
  ordered_at timestamp with time zone not null,
  total_minor bigint default 0 not null,
  refunded_minor bigint default 0 not null,
  currency text default 'EUR'::text not null,
  status text default ''::text not null,
  items jsonb default '[]'::jsonb not null,
  import_id uuid,
  UNIQUE (workspace_id, source, number),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE SET NULL (person_id)
);
CREATE INDEX orders_newest ON people.orders USING btree (workspace_id, ordered_at DESC, id DESC);
CREATE INDEX orders_person ON people.orders USING btree (workspace_id, person_id, ordered_at DESC);
policy own_workspace using ((workspace_id = platform.workspace()))

-- people.person
create table people.person (
  workspace_id uuid not null,
  id uuid not null,
  kind text default 'customer'::text not null,
  name text default ''::text not null,
  name_folded text generated always as (platform.fold(name)) stored,
  company text default ''::text not null,
  language text,
  attributes jsonb default '{}'::jsonb not null,
  merged_into uuid,
  created_at timestamp with time zone default now() not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, merged_into) REFERENCES people.person(workspace_id, id),
  CHECK ((merged_into IS DISTINCT FROM id)),
  CHECK ((kind = ANY (ARRAY['customer'::text, 'supplier'::text, 'partner'::text, 'neighbour'::text, 'employee'::text])))
);
CREATE INDEX person_merged ON people.person USING btree (workspace_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX person_name ON people.person USING btree (workspace_id, name_folded, id);
CREATE INDEX person_newest ON people.person USING btree (workspace_id, created_at DESC, id DESC);
policy own_workspace using ((workspace_id = platform.workspace()))

-- platform.allowance
create table platform.allowance (
  subject text not null,
  level double precision not null,
  rate double precision not null,
  at timestamp with time zone not null,
  PRIMARY KEY (subject)
);
CREATE INDEX allowance_age ON platform.allowance USING btree (at);
policy system using (platform.is_system())

-- platform.delivery
create table platform.delivery (
  workspace_id uuid not null,
  subscriber text not null,
  event_id uuid not null,
  attempts integer default 0 not null,
  parked boolean default false not null,
  due_at timestamp with time zone default now() not null,
  PRIMARY KEY (workspace_id, subscriber, event_id),
  FOREIGN KEY (workspace_id, event_id) REFERENCES platform.event(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX delivery_waiting ON platform.delivery USING btree (subscriber, event_id) WHERE (NOT parked);
policy own_workspace using ((workspace_id = platform.workspace()))
policy system using (platform.is_system())

-- platform.event
create table platform.event (
  workspace_id uuid not null,
  id uuid not null,
  type text not null,
  data jsonb not null,
  at timestamp with time zone default now() not null,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX event_age ON platform.event USING btree (at);
policy own_workspace using ((workspace_id = platform.workspace()))
policy system using (platform.is_system())

-- platform.migration
create table platform.migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  PRIMARY KEY (name)
);
policy owner_writes using (true)
policy readable using (true)

-- trust.account
create table trust.account (
  id uuid not null,
  name text not null,
  email text not null,
  "emailVerified" boolean default false not null,
  image text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "twoStep" boolean default false not null,
  UNIQUE (email),
  PRIMARY KEY (id)
);
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.account_link
create table trust.account_link (
  token_hash text not null,
  account_id uuid not null,
  purpose text not null,
  email text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  PRIMARY KEY (token_hash),
  FOREIGN KEY (account_id) REFERENCES trust.account(id) ON DELETE CASCADE,
  CHECK ((purpose = ANY (ARRAY['reset'::text, 'verify'::text, 'email'::text])))
);
CREATE INDEX account_link_account ON trust.account_link USING btree (account_id, purpose);
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.api_key
create table trust.api_key (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  prefix text not null,
  hash text not null,
  created_by uuid not null,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone,
  scopes text[] default '{}'::text[] not null,
  expires_at timestamp with time zone,
  UNIQUE (hash),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((scopes <@ ARRAY['read'::text, 'listen'::text, 'act'::text, 'import'::text, 'export'::text, 'manage'::text]))
);
policy holder using ((hash = NULLIF(current_setting('heed.api_key'::text, true), ''::text)))
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.approval
create table trust.approval (
  workspace_id uuid not null,
  id uuid not null,
  automation text not null,
  subject uuid not null,
  person_id uuid,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  status text default 'waiting'::text not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  release_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK (((status = ANY (ARRAY['waiting'::text, 'lapsed'::text])) OR (decided_by_name IS NOT NULL))),
  CHECK (((status <> 'approved'::text) OR (release_at IS NOT NULL))),
  CHECK ((status = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text, 'released'::text, 'lapsed'::text])))
);
CREATE INDEX approval_due ON trust.approval USING btree (workspace_id, release_at) WHERE (status = 'approved'::text);
CREATE UNIQUE INDEX approval_under_way ON trust.approval USING btree (workspace_id, automation, subject) WHERE (status = ANY (ARRAY['waiting'::text, 'approved'::text]));
CREATE INDEX approval_waiting ON trust.approval USING btree (workspace_id, asked_at) WHERE (status = 'waiting'::text);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.attempt
create table trust.attempt (
  key text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  free_at timestamp with time zone not null,
  PRIMARY KEY (key)
);
CREATE INDEX attempt_age ON trust.attempt USING btree (last_at);
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.audit_entry
create table trust.audit_entry (
  workspace_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor text not null,
  actor_id uuid,
  deed text not null,
  about jsonb not null,
  particulars jsonb not null,
  previous text not null,
  hash text not null,
  PRIMARY KEY (workspace_id, seq),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((actor = ANY (ARRAY['member'::text, 'key'::text, 'heed'::text, 'command'::text]))),
  CHECK (((length(deed) >= 1) AND (length(deed) <= 200))),
  CHECK ((seq > 0))
);
CREATE INDEX audit_entry_about ON trust.audit_entry USING gin (workspace_id, about jsonb_path_ops);
CREATE INDEX audit_entry_actor ON trust.audit_entry USING btree (workspace_id, actor_id, seq DESC);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.bounce
create table trust.bounce (
  workspace_id uuid not null,
  channel text not null,
  hash text not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  why text default ''::text not null,
  PRIMARY KEY (workspace_id, channel, hash),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
CREATE INDEX bounce_person ON trust.bounce USING btree (workspace_id, person_id);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.challenge
create table trust.challenge (
  token_hash text not null,
  purpose text not null,
  account_id uuid,
  data jsonb not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (token_hash),
  FOREIGN KEY (account_id) REFERENCES trust.account(id) ON DELETE CASCADE
);
CREATE INDEX challenge_age ON trust.challenge USING btree (expires_at);
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.confirmation
create table trust.confirmation (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null,
  language text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  mailed_at timestamp with time zone,
  used_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
CREATE INDEX confirmation_person ON trust.confirmation USING btree (workspace_id, person_id, purpose, channel, asked_at DESC);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.consent
create table trust.consent (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null,
  act text not null,
  way text not null,
  shown text default ''::text not null,
  language text,
  version integer,
  proved boolean default false not null,
  at timestamp with time zone not null,
  by_id uuid,
  by_name text default ''::text not null,
  address text,
  source text,
  note text default ''::text not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((act = ANY (ARRAY['given'::text, 'confirmed'::text, 'withdrawn'::text]))),
  CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'phone'::text, 'post'::text, 'chat'::text]))),
  CHECK ((way = ANY (ARRAY['survey'::text, 'preferences'::text, 'import'::text, 'team'::text, 'mail'::text, 'unsubscribe'::text, 'api'::text])))
);
CREATE INDEX consent_person ON trust.consent USING btree (workspace_id, person_id, purpose, channel, at DESC, id DESC);
CREATE INDEX consent_purpose ON trust.consent USING btree (workspace_id, purpose, channel, person_id, at DESC, id DESC);
CREATE INDEX consent_source ON trust.consent USING btree (workspace_id, source, purpose, channel) WHERE (source IS NOT NULL);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.contact
create table trust.contact (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null,
  at timestamp with time zone not null,
  asker text not null,
  answer boolean not null,
  reason text not null,
  words text not null,
  not_before timestamp with time zone,
  rests_on jsonb default '{}'::jsonb not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
CREATE INDEX contact_newest ON trust.contact USING btree (workspace_id, at DESC, id DESC);
CREATE INDEX contact_person ON trust.contact USING btree (workspace_id, person_id, at DESC, id DESC);
CREATE INDEX contact_refused ON trust.contact USING btree (workspace_id, at DESC, id DESC) WHERE (NOT answer);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.contact_rule
create table trust.contact_rule (
  workspace_id uuid not null,
  keep_address boolean default false not null,
  known_from integer default 540 not null,
  known_to integer default 1200 not null,
  unknown_from integer default 600 not null,
  unknown_to integer default 1080 not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((((known_from >= 0) AND (known_from <= 1440)) AND ((known_to >= 0) AND (known_to <= 1440)) AND (known_from < known_to))),
  CHECK ((((unknown_from >= 0) AND (unknown_from <= 1440)) AND ((unknown_to >= 0) AND (unknown_to <= 1440)) AND (unknown_from < unknown_to)))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.credential
create table trust.credential (
  id uuid not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  PRIMARY KEY (id),
  FOREIGN KEY ("userId") REFERENCES trust.account(id) ON DELETE CASCADE
);
CREATE INDEX credential_account ON trust.credential USING btree ("userId");
CREATE UNIQUE INDEX credential_of_provider ON trust.credential USING btree ("providerId", "accountId");
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.crisis_setting
create table trust.crisis_setting (
  workspace_id uuid not null,
  country text,
  keep_days integer default 30 not null,
  on_thanks boolean default true not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK (((keep_days >= 1) AND (keep_days <= 3650)))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.erased
create table trust.erased (
  workspace_id uuid not null,
  hash text not null,
  erased_at timestamp with time zone not null,
  at_wish boolean default true not null,
  PRIMARY KEY (workspace_id, hash),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.erasure
create table trust.erasure (
  workspace_id uuid not null,
  id uuid not null,
  request_id uuid,
  person_ids uuid[] not null,
  keep_orders boolean not null,
  by_name text not null,
  begun_at timestamp with time zone not null,
  steps_done text[] default '{}'::text[] not null,
  counts jsonb default '{}'::jsonb not null,
  traces uuid[] default '{}'::uuid[] not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.fairness_note
create table trust.fairness_note (
  workspace_id uuid not null,
  id uuid not null,
  about text not null,
  text text not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
CREATE INDEX fairness_note_about ON trust.fairness_note USING btree (workspace_id, about, at DESC);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.help_line
create table trust.help_line (
  workspace_id uuid not null,
  id uuid not null,
  place integer not null,
  name text not null,
  number text not null,
  way text not null,
  about text default ''::text not null,
  checked_on date,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((way = ANY (ARRAY['call'::text, 'text'::text])))
);
CREATE INDEX help_line_place ON trust.help_line USING btree (workspace_id, place);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.invitation
create table trust.invitation (
  workspace_id uuid not null,
  id uuid not null,
  email text not null,
  role text not null,
  token_hash text not null,
  invited_by uuid not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  UNIQUE (token_hash),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'teammate'::text, 'observer'::text])))
);
policy holder using ((token_hash = NULLIF(current_setting('heed.invitation'::text, true), ''::text)))
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.link_request
create table trust.link_request (
  workspace_id uuid not null,
  id uuid not null,
  email text,
  hash text not null,
  language text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
CREATE INDEX link_request_hash ON trust.link_request USING btree (workspace_id, hash, at DESC);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.member
create table trust.member (
  workspace_id uuid not null,
  account_id uuid not null,
  role text not null,
  name text not null,
  email text not null,
  joined_at timestamp with time zone default now() not null,
  reads_crises boolean default false not null,
  PRIMARY KEY (workspace_id, account_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'teammate'::text, 'observer'::text])))
);
CREATE INDEX member_account ON trust.member USING btree (account_id);
policy own_memberships using ((account_id = (NULLIF(current_setting('heed.account'::text, true), ''::text))::uuid))
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.passkey
create table trust.passkey (
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  UNIQUE (credential_id),
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES trust.account(id) ON DELETE CASCADE
);
CREATE INDEX passkey_account ON trust.passkey USING btree (account_id);
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.preference
create table trust.preference (
  workspace_id uuid not null,
  person_id uuid not null,
  language text,
  frequency text default 'any'::text not null,
  paused_until timestamp with time zone,
  link_version integer default 1 not null,
  changed_at timestamp with time zone,
  PRIMARY KEY (workspace_id, person_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((frequency = ANY (ARRAY['any'::text, 'week'::text, 'month'::text, 'quarter'::text])))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.processing
create table trust.processing (
  workspace_id uuid not null,
  controller text default ''::text not null,
  contact text default ''::text not null,
  officer text default ''::text not null,
  transfers text default ''::text not null,
  helpers text default ''::text not null,
  precautions text default ''::text not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.purpose
create table trust.purpose (
  workspace_id uuid not null,
  key text not null,
  basis text not null,
  note text not null,
  marketing boolean default false not null,
  asks boolean default false not null,
  quiet boolean default true not null,
  double_opt_in boolean default false not null,
  soft_opt_in boolean default false not null,
  channels text[] not null,
  place integer not null,
  retired_at timestamp with time zone,
  PRIMARY KEY (workspace_id, key),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((basis = ANY (ARRAY['consent'::text, 'contract'::text, 'legitimate_interest'::text, 'legal_obligation'::text]))),
  CHECK (((basis <> 'legitimate_interest'::text) OR (length(TRIM(BOTH FROM note)) > 0))),
  CHECK (((NOT marketing) OR (basis = 'consent'::text))),
  CHECK ((key ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  CHECK ((length(note) <= 4000))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.recovery_code
create table trust.recovery_code (
  account_id uuid not null,
  hash text not null,
  used_at timestamp with time zone,
  PRIMARY KEY (account_id, hash),
  FOREIGN KEY (account_id) REFERENCES trust.account(id) ON DELETE CASCADE
);
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.request
create table trust.request (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid,
  kind text not null,
  via text not null,
  state text default 'open'::text not null,
  proved_by text,
  proved_at timestamp with time zone,
  note text default ''::text not null,
  contact_email text,
  opened_by uuid,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  extended_at timestamp with time zone,
  extension_reason text,
  closed_at timestamp with time zone,
  closed_by_name text,
  closed_reason text,
  counts jsonb,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  CHECK ((kind = ANY (ARRAY['export'::text, 'erasure'::text, 'restriction'::text, 'objection'::text, 'correction'::text]))),
  CHECK ((proved_by = ANY (ARRAY['signed_link'::text, 'member'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text, 'withdrawn'::text]))),
  CHECK ((via = ANY (ARRAY['preferences'::text, 'team'::text, 'letter'::text])))
);
CREATE INDEX request_due ON trust.request USING btree (workspace_id, due_at) WHERE (state = 'open'::text);
CREATE INDEX request_newest ON trust.request USING btree (workspace_id, opened_at DESC, id DESC);
CREATE UNIQUE INDEX request_once ON trust.request USING btree (workspace_id, person_id, kind) WHERE (state = 'open'::text);
CREATE INDEX request_person ON trust.request USING btree (workspace_id, person_id) WHERE (person_id IS NOT NULL);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.request_step
create table trust.request_step (
  workspace_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  note text default ''::text not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, request_id) REFERENCES trust.request(workspace_id, id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['opened'::text, 'asked_again'::text, 'link_sent'::text, 'proved'::text, 'extended'::text, 'given'::text, 'downloaded'::text, 'erasing'::text, 'erased'::text, 'frozen'::text, 'objected'::text, 'lifted'::text, 'answered'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX request_step_of ON trust.request_step USING btree (workspace_id, request_id, id);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.restriction
create table trust.restriction (
  workspace_id uuid not null,
  person_id uuid not null,
  kind text not null,
  reason text default ''::text not null,
  by_id uuid,
  by_name text not null,
  request_id uuid,
  since timestamp with time zone not null,
  PRIMARY KEY (workspace_id, person_id, kind),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((kind = ANY (ARRAY['frozen'::text, 'objected'::text])))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.retention_rule
create table trust.retention_rule (
  workspace_id uuid not null,
  kind text not null,
  months integer not null,
  by_name text not null,
  decided_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, kind),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK (((months >= 1) AND (months <= 600)))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.retention_run
create table trust.retention_run (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  months integer not null,
  gone integer not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.second_step
create table trust.second_step (
  account_id uuid not null,
  secret text not null,
  last_step bigint default 0 not null,
  confirmed_at timestamp with time zone,
  PRIMARY KEY (account_id),
  FOREIGN KEY (account_id) REFERENCES trust.account(id) ON DELETE CASCADE
);
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.session
create table trust.session (
  id uuid not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null,
  "enteredBy" text default 'password'::text not null,
  UNIQUE (token),
  PRIMARY KEY (id),
  FOREIGN KEY ("userId") REFERENCES trust.account(id) ON DELETE CASCADE
);
CREATE INDEX session_account ON trust.session USING btree ("userId");
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.switch
create table trust.switch (
  workspace_id uuid not null,
  automation text not null,
  id uuid not null,
  state text not null,
  why text default ''::text not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, automation, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((state = ANY (ARRAY['on'::text, 'ask'::text, 'off'::text])))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.verification
create table trust.verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone default now() not null,
  "updatedAt" timestamp with time zone default now() not null,
  PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON trust.verification USING btree (identifier);
policy accounts_only using ((current_setting('heed.accounts'::text, true) = 'on'::text))

-- trust.wording
create table trust.wording (
  workspace_id uuid not null,
  purpose text not null,
  language text not null,
  version integer not null,
  title text not null,
  text text not null,
  written_at timestamp with time zone not null,
  written_by uuid,
  written_by_name text default ''::text not null,
  PRIMARY KEY (workspace_id, purpose, language, version),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, purpose) REFERENCES trust.purpose(workspace_id, key) ON DELETE CASCADE,
  CHECK ((language = ANY (ARRAY['en'::text, 'de'::text, 'fr'::text, 'es'::text, 'ar'::text]))),
  CHECK (((length(text) >= 1) AND (length(text) <= 1000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 120))),
  CHECK ((version > 0))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- trust.workspace
create table trust.workspace (
  workspace_id uuid not null,
  name text not null,
  is_sample boolean default false not null,
  language text default 'en'::text not null,
  timezone text default 'UTC'::text not null,
  created_at timestamp with time zone default now() not null,
  two_step_required boolean default false not null,
  PRIMARY KEY (workspace_id),
  CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
policy own_workspace using ((workspace_id = platform.workspace()))
policy system using (platform.is_system())
policy workspace_of_invitation using ((workspace_id IN ( SELECT i.workspace_id
   FROM trust.invitation i
  WHERE (i.token_hash = NULLIF(current_setting('heed.invitation'::text, true), ''::text)))))
policy workspaces_of_mine using ((workspace_id IN ( SELECT m.workspace_id
   FROM trust.member m
  WHERE (m.account_id = (NULLIF(current_setting('heed.account'::text, true), ''::text))::uuid))))

-- understand.correction
create table understand.correction (
  workspace_id uuid not null,
  voice_id uuid not null,
  verdict jsonb not null,
  read jsonb not null,
  note text default ''::text not null,
  by_id uuid,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, voice_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, voice_id) REFERENCES listen.voice(workspace_id, id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- understand.facets
create table understand.facets (
  workspace_id uuid not null,
  counts jsonb not null,
  counted_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- understand.reading
create table understand.reading (
  workspace_id uuid not null,
  voice_id uuid not null,
  said_at timestamp with time zone not null,
  source text not null,
  survey_id uuid,
  import_id uuid,
  score_kind text,
  score real,
  language text,
  sentiment text not null,
  sentiment_score real default 0 not null,
  emotion text,
  family text,
  intensity real default 0 not null,
  urgency real default 0 not null,
  kind text default 'other'::text not null,
  confidence real default 0 not null,
  held_back text,
  emotions json default '[]'::json not null,
  evidence json default '[]'::json not null,
  aspects json default '[]'::json not null,
  version text not null,
  read_at timestamp with time zone not null,
  failed text,
  PRIMARY KEY (workspace_id, voice_id),
  FOREIGN KEY (workspace_id, voice_id) REFERENCES listen.voice(workspace_id, id) ON DELETE CASCADE,
  CHECK ((family = ANY (ARRAY['anger'::text, 'disgust'::text, 'fear'::text, 'joy'::text, 'sadness'::text, 'surprise'::text, 'neutral'::text]))),
  CHECK ((held_back = ANY (ARRAY['no_words'::text, 'employee'::text, 'restricted'::text]))),
  CHECK ((kind = ANY (ARRAY['complaint'::text, 'praise'::text, 'question'::text, 'request'::text, 'suggestion'::text, 'thanks'::text, 'leaving'::text, 'crisis'::text, 'other'::text]))),
  CHECK ((sentiment = ANY (ARRAY['negative'::text, 'neutral'::text, 'positive'::text, 'mixed'::text, 'unclear'::text])))
);
CREATE INDEX reading_failed ON understand.reading USING btree (workspace_id, voice_id) WHERE (failed IS NOT NULL);
CREATE INDEX reading_import ON understand.reading USING btree (workspace_id, import_id, said_at DESC, voice_id DESC) WHERE (import_id IS NOT NULL);
CREATE INDEX reading_language ON understand.reading USING btree (workspace_id, language, said_at DESC, voice_id DESC) INCLUDE (sentiment, family, emotion, kind, intensity, urgency, source, score_kind, score) WHERE (language IS NOT NULL);
CREATE INDEX reading_newest ON understand.reading USING btree (workspace_id, said_at DESC, voice_id DESC) INCLUDE (sentiment, family, emotion, kind, intensity, urgency, source, language, score_kind, score);
CREATE INDEX reading_rare_emotion ON understand.reading USING btree (workspace_id, emotion, said_at DESC, voice_id DESC) WHERE (emotion = ANY (ARRAY['caring'::text, 'desire'::text, 'disgust'::text, 'embarrassment'::text, 'fear'::text, 'grief'::text, 'nervousness'::text, 'pride'::text, 'relief'::text, 'remorse'::text]));
CREATE INDEX reading_rare_kind ON understand.reading USING btree (workspace_id, kind, said_at DESC, voice_id DESC) WHERE (kind = ANY (ARRAY['crisis'::text, 'leaving'::text]));
CREATE INDEX reading_source ON understand.reading USING btree (workspace_id, source, said_at DESC, voice_id DESC) INCLUDE (sentiment, family, emotion, kind, intensity, urgency, language, score_kind, score);
CREATE INDEX reading_strongest ON understand.reading USING btree (workspace_id, intensity DESC, said_at DESC, voice_id DESC) INCLUDE (sentiment, family, emotion, kind, urgency, source, language, score_kind, score);
CREATE INDEX reading_survey ON understand.reading USING btree (workspace_id, survey_id, said_at DESC, voice_id DESC) WHERE (survey_id IS NOT NULL);
CREATE INDEX reading_version ON understand.reading USING btree (workspace_id, version);
policy own_workspace using ((workspace_id = platform.workspace()))

-- understand.swap_check
create table understand.swap_check (
  workspace_id uuid not null,
  id uuid not null,
  status text default 'waiting'::text not null,
  done integer default 0 not null,
  total integer not null,
  version text,
  result jsonb,
  by_name text not null,
  asked_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE,
  CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
policy own_workspace using ((workspace_id = platform.workspace()))

-- understand.view
create table understand.view (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  filter jsonb not null,
  by_name text not null,
  created_at timestamp with time zone not null,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id) REFERENCES trust.workspace(workspace_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX view_name ON understand.view USING btree (workspace_id, lower(name));
policy own_workspace using ((workspace_id = platform.workspace()))

CREATE OR REPLACE FUNCTION platform.fence(fenced regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', fenced);
  execute format('alter table %s force row level security', fenced);
  execute format('create policy own_workspace on %s using (workspace_id = platform.workspace()) with check (workspace_id = platform.workspace())', fenced);
  execute format('grant select, insert, update, delete on %s to heed_app', fenced);
end $function$

CREATE OR REPLACE FUNCTION platform.fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select lower(platform.unaccent('platform.unaccent'::regdictionary, words)) $function$

CREATE OR REPLACE FUNCTION platform.is_system()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('heed.system', true) = 'on', false) $function$

CREATE OR REPLACE FUNCTION platform.sees_crisis()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('heed.crisis', true) = 'on', false) $function$

CREATE OR REPLACE FUNCTION platform.workspace()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('heed.workspace', true), '')::uuid $function$

CREATE OR REPLACE FUNCTION trust.keep_consent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.workspace_id, new.id, new.purpose, new.channel, new.act, new.way, new.shown, new.language, new.version, new.proved, new.at)
      is distinct from (old.workspace_id, old.id, old.purpose, old.channel, old.act, old.way, old.shown, old.language, old.version, old.proved, old.at)
    or coalesce(new.address, '') not in ('', coalesce(old.address, '')) or new.note not in ('', old.note) or new.by_name not in ('', old.by_name)
    or coalesce(new.source, '') not in ('', coalesce(old.source, '')) or new.person_id not in (old.person_id, '00000000-0000-0000-0000-000000000000')
  then raise exception 'a consent is never rewritten; write a new row' using errcode = 'check_violation'; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION trust.keep_wording()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.purpose, new.language, new.version, new.title, new.text, new.written_at) is distinct from (old.purpose, old.language, old.version, old.title, old.text, old.written_at)
  then raise exception 'a wording is never rewritten; write a new version' using errcode = 'check_violation'; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION understand.query(wanted text[], unwanted text[])
 RETURNS tsquery
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION understand.voices_with(words_wanted tsquery, few integer, share double precision)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
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
end $function$
