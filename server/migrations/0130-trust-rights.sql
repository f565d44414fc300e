-- What people may ask of a business that keeps something about them, who is left alone by every machine, and what was erased.
-- No foreign key leads to a person: the register outlives the record it was about.

create table trust.request (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  -- Nothing once an erasure is done: then no line leads back.
  person_id uuid,
  kind text not null check (kind in ('export', 'erasure', 'restriction', 'objection', 'correction')),
  via text not null check (via in ('preferences', 'team', 'letter')),
  state text not null default 'open' check (state in ('open', 'done', 'refused', 'withdrawn')),
  -- How it was shown that the person is who they say; nothing while a letter with a link is under way.
  proved_by text check (proved_by in ('signed_link', 'member')),
  proved_at timestamptz,
  note text not null default '',
  contact_email text,
  opened_by uuid,
  opened_by_name text not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  extended_at timestamptz,
  extension_reason text,
  closed_at timestamptz,
  closed_by_name text,
  closed_reason text,
  -- How many rows of what an erasure took or an export gave.
  counts jsonb,
  primary key (workspace_id, id),
  check ((state = 'open') = (closed_at is null))
);
create index request_due on trust.request (workspace_id, due_at) where state = 'open';
create index request_newest on trust.request (workspace_id, opened_at desc, id desc);
create index request_person on trust.request (workspace_id, person_id) where person_id is not null;
-- One open request of a kind per person: asking twice is asking once.
create unique index request_once on trust.request (workspace_id, person_id, kind) where state = 'open';
select platform.fence('trust.request');

create table trust.request_step (
  workspace_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('opened', 'asked_again', 'link_sent', 'proved', 'extended', 'given', 'downloaded', 'erasing', 'erased', 'frozen', 'objected', 'lifted', 'answered', 'refused', 'withdrawn')),
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  note text not null default '',
  primary key (workspace_id, id),
  foreign key (workspace_id, request_id) references trust.request on delete cascade
);
create index request_step_of on trust.request_step (workspace_id, request_id, id);
select platform.fence('trust.request_step');

-- Persons whom no machine reads, sorts or counts by name: a row for every record of the same person, so that one look by
-- the record's own id is enough everywhere.
create table trust.restriction (
  workspace_id uuid not null references trust.workspace on delete cascade,
  person_id uuid not null,
  kind text not null check (kind in ('frozen', 'objected')),
  reason text not null default '',
  by_id uuid,
  by_name text not null,
  request_id uuid,
  since timestamptz not null,
  primary key (workspace_id, person_id, kind)
);
select platform.fence('trust.restriction');

-- Erasures under way: the steps done so far, each written with what it did, so that a process that dies goes on from there.
create table trust.erasure (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  request_id uuid,
  person_ids uuid[] not null,
  keep_orders boolean not null,
  by_name text not null,
  begun_at timestamptz not null,
  steps_done text[] not null default '{}',
  counts jsonb not null default '{}',
  primary key (workspace_id, id)
);
select platform.fence('trust.erasure');

-- The erasure list: who must not come back out of an older backup. Keyed hashes, which say nothing without this
-- installation's secret; the same list lies beside the database in the data folder.
create table trust.erased (
  workspace_id uuid not null references trust.workspace on delete cascade,
  hash text not null,
  erased_at timestamptz not null,
  primary key (workspace_id, hash)
);
select platform.fence('trust.erased');
