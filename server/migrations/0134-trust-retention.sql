-- How long each kind of thing is kept. No row: for ever, until somebody decides.
create table trust.retention_rule (
  workspace_id uuid not null references trust.workspace on delete cascade,
  kind text not null,
  months int not null check (months between 1 and 600),
  by_name text not null,
  decided_at timestamptz not null,
  primary key (workspace_id, kind)
);
select platform.fence('trust.retention_rule');

-- What went by such a rule: counts, so that it can be shown that the rule is kept.
create table trust.retention_run (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  kind text not null,
  months int not null,
  gone int not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
select platform.fence('trust.retention_run');
