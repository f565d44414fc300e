-- Surveys: what is asked, the links that may answer once, and what was answered.

create table listen.survey (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  status text not null default 'draft' check (status in ('draft', 'open', 'closed')),
  definition jsonb not null,
  -- Counts changes, so that two people editing at once do not overwrite each other unseen.
  revision int not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  opened_at timestamptz,
  closed_at timestamptz,
  -- Taken out of sight; what people said stays, and it can be brought back.
  removed_at timestamptz,
  primary key (workspace_id, id)
);
create index survey_newest on listen.survey (workspace_id, created_at desc, id desc);
create index survey_address on listen.survey (id);
select platform.fence('listen.survey');
-- Whoever knows the address of a survey may find which workspace asks.
create policy by_address on listen.survey for select using (id = nullif(current_setting('heed.survey', true), '')::uuid);

create table listen.survey_link (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  survey_id uuid not null,
  token_hash text not null,
  person_id uuid,
  -- What the business calls it: an order number, a name on a list.
  label text not null default '',
  created_at timestamptz not null default now(),
  spent_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, survey_id) references listen.survey (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete set null (person_id)
);
create index survey_link_newest on listen.survey_link (workspace_id, survey_id, created_at desc, id desc);
create index survey_link_person on listen.survey_link (workspace_id, person_id) where person_id is not null;
select platform.fence('listen.survey_link');

create table listen.response (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  survey_id uuid not null,
  -- The secret of the browser (or the key of the program) that answers: asked twice, it is one response.
  token_hash text not null,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  language text not null,
  source text not null default '',
  person_id uuid,
  link_id uuid,
  hidden jsonb not null default '{}',
  -- The voice it became, and up to which moment its answers are in it.
  voice_id uuid,
  voiced_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, survey_id) references listen.survey (workspace_id, id) on delete cascade,
  foreign key (workspace_id, link_id) references listen.survey_link (workspace_id, id) on delete set null (link_id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete set null (person_id)
);
create unique index response_once on listen.response (workspace_id, survey_id, token_hash);
-- Whatever races, one single-use link never holds two responses.
create unique index response_link on listen.response (workspace_id, link_id) where link_id is not null;
create index response_newest on listen.response (workspace_id, survey_id, started_at desc, id desc);
create index response_person on listen.response (workspace_id, person_id) where person_id is not null;
select platform.fence('listen.response');

-- One row per question answered; a skipped question has none.
create table listen.answer (
  workspace_id uuid not null references trust.workspace on delete cascade,
  response_id uuid not null,
  question_id text not null,
  survey_id uuid not null,
  kind text not null check (kind in ('nps', 'csat', 'ces', 'star', 'single', 'multiple', 'text', 'consent')),
  number real,
  choices text[],
  -- Words: an open answer, what "something else" was, the sentence that was agreed to.
  text text,
  answered_at timestamptz not null,
  primary key (workspace_id, response_id, question_id),
  foreign key (workspace_id, response_id) references listen.response (workspace_id, id) on delete cascade,
  check (num_nonnulls(number, choices, text) > 0)
);
create index answer_survey on listen.answer (workspace_id, survey_id, question_id, answered_at desc);
create index answer_scores on listen.answer (workspace_id, answered_at) include (kind, number, question_id, response_id) where number is not null;
select platform.fence('listen.answer');
