-- Files brought in: what they were taken for, how far they are, and every row that could not be kept.

create table listen.import (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  file_name text not null,
  size bigint not null,
  status text not null default 'ready' check (status in ('ready', 'checking', 'waiting', 'running', 'done', 'failed', 'undone')),
  sheet text,
  mapping jsonb not null,
  -- What the file was recognised as, with the first rows, for the preview.
  preview jsonb not null,
  -- What a dry run found.
  checked jsonb,
  -- Rows up to this line are stored; a run that was killed goes on behind it.
  reached_line int not null default 0,
  bytes_taken bigint not null default 0,
  rows_seen int not null default 0,
  added int not null default 0,
  known int not null default 0,
  left_out int not null default 0,
  kept_in_part int not null default 0,
  failure text,
  created_by text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index import_newest on listen.import (workspace_id, created_at desc, id desc);
select platform.fence('listen.import');

create table listen.import_issue (
  workspace_id uuid not null,
  import_id uuid not null,
  nth int not null,
  line int not null,
  field text,
  reason text not null,
  -- The row went in, without this field.
  kept boolean not null,
  -- What stood there, so that it can be mended and brought in again.
  row jsonb not null,
  primary key (workspace_id, import_id, nth),
  foreign key (workspace_id, import_id) references listen.import on delete cascade
);
select platform.fence('listen.import_issue');
