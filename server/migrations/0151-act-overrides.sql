-- Somebody said: this does not belong on Today. It wins over the rules until it is taken back, and it is counted.
create table act.override (
  workspace_id uuid not null references trust.workspace on delete cascade,
  voice_id uuid not null,
  -- The rule that had put it there, and how heavily it weighed.
  rule text not null,
  weight real not null,
  because text not null check (because in ('nobody_waits', 'misread', 'not_ours', 'other')),
  note text not null default '',
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  -- When the voice had been put on Today.
  opened_at timestamptz not null,
  primary key (workspace_id, voice_id),
  foreign key (workspace_id, voice_id) references listen.voice on delete cascade
);
create index override_opened on act.override (workspace_id, opened_at);
select platform.fence('act.override');
