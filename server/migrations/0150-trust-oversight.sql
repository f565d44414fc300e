-- What machines may do here, who said so and why; messages that wait for a person; what was done about unfairness.

-- Every turn of a switch, never changed afterwards: the latest one of an automation is how it stands. An automation
-- nobody has turned stands as its declaration says.
create table trust.switch (
  workspace_id uuid not null references trust.workspace on delete cascade,
  automation text not null,
  id uuid not null,
  -- 'ask': it may prepare, a person lets go.
  state text not null check (state in ('on', 'ask', 'off')),
  why text not null default '',
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (workspace_id, automation, id)
);
select platform.fence('trust.switch');

-- A message that would leave the house without a person pressing a button. Its words stand nowhere: they are made when
-- somebody looks, and again when it goes, so that nothing is left here to erase.
create table trust.approval (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  automation text not null,
  -- What it is about, as the capability that asked knows it.
  subject uuid not null,
  person_id uuid,
  asked_by text not null,
  asked_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'approved', 'declined', 'released', 'lapsed')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  -- Until then an approval can be taken back; nothing leaves before.
  release_at timestamptz,
  primary key (workspace_id, id),
  check ((status in ('waiting', 'lapsed')) or decided_by_name is not null),
  check (status <> 'approved' or release_at is not null)
);
create unique index approval_under_way on trust.approval (workspace_id, automation, subject) where status in ('waiting', 'approved');
create index approval_waiting on trust.approval (workspace_id, asked_at) where status = 'waiting';
create index approval_due on trust.approval (workspace_id, release_at) where status = 'approved';
select platform.fence('trust.approval');

-- What was done about a difference, in the words of whoever did it. `about` names the comparison: 'reader', 'language' …
create table trust.fairness_note (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  about text not null,
  text text not null,
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create index fairness_note_about on trust.fairness_note (workspace_id, about, at desc);
select platform.fence('trust.fairness_note');
