-- What needs a person: cases, what was noted on them, and every step they took.

create schema act;
grant usage on schema act to heed_app;

create table act.case (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  voice_id uuid not null,
  person_id uuid,
  status text not null default 'open' check (status in ('open', 'taken', 'resolved')),
  -- Said long before Heed heard it: nobody waits for an answer any more, so it stands in a list of its own.
  history boolean not null default false,
  -- The import it came with, or all zeros: of history only the strongest few of each import are kept.
  batch uuid not null,
  -- Crisis 2, came back after a "no" 1, the rest 0. A higher tier stands before a lower one whatever the figures say.
  tier smallint not null default 0 check (tier between 0 and 2),
  strength real not null,
  impact real not null,
  weight real generated always as (strength * impact) stored,
  intensity real not null default 0,
  urgency real not null default 0,
  kind text not null default 'other',
  family text,
  strong_distress boolean not null default false,
  crisis boolean not null default false,
  reason jsonb not null,
  said_at timestamptz not null,
  opened_at timestamptz not null,
  waiting_since timestamptz not null,
  due_at timestamptz,
  -- Somebody has laid a hand on it: from then on only people change it, never a reading.
  touched boolean not null default false,
  assignee_id uuid,
  assignee_name text,
  taken_at timestamptz,
  -- First time somebody said what was done; response time is measured to here, and reopening does not move it.
  answered_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid,
  resolved_by_name text,
  cause text,
  done text,
  asked_at timestamptz,
  felt_heard boolean,
  felt_heard_at timestamptz,
  reopened_count int not null default 0,
  primary key (workspace_id, id),
  check ((status = 'resolved') = (resolved_at is not null)),
  check (status <> 'taken' or assignee_name is not null),
  foreign key (workspace_id, voice_id) references listen.voice on delete cascade,
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete set null (person_id)
);
create unique index case_voice on act.case (workspace_id, voice_id);
-- The two ways down Today's list (see server/act/today/threshold.ts): by weight, and by who waits longest.
create index case_by_weight on act.case (workspace_id, tier, weight) include (id, waiting_since) where status = 'open' and not history;
create index case_by_wait on act.case (workspace_id, tier, waiting_since) include (id, weight) where status = 'open' and not history;
create index case_taken on act.case (workspace_id, assignee_id, waiting_since) where status = 'taken';
create index case_history on act.case (workspace_id, tier, weight) where status = 'open' and history;
create index case_batch on act.case (workspace_id, batch, tier, weight) where history;
create index case_person on act.case (workspace_id, person_id, said_at) where person_id is not null;
-- How fast what came up in a period was dealt with (server/measure): read from here alone.
create index case_came_up on act.case (workspace_id, waiting_since) include (answered_at, status, reopened_count) where not history;
create index case_resolved on act.case (workspace_id, resolved_at) where status = 'resolved';
select platform.fence('act.case');

create table act.note (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  case_id uuid not null,
  author_id uuid,
  author_name text not null,
  text text not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references act.case on delete cascade
);
create index note_case on act.note (workspace_id, case_id, at);
select platform.fence('act.note');

create table act.step (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('opened', 'taken', 'released', 'noted', 'resolved', 'asked', 'heard', 'reopened')),
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  detail jsonb not null default '{}',
  primary key (workspace_id, id),
  foreign key (workspace_id, case_id) references act.case on delete cascade
);
create index step_case on act.step (workspace_id, case_id, at);
select platform.fence('act.step');
