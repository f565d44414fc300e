-- Who did what to which record, kept so that a change afterwards shows: each entry carries the hash of the one before it.
-- The role Heed works as may add entries and read them; it has no right to change or remove one. They go with their
-- workspace, and with nothing else.

create table trust.audit_entry (
  workspace_id uuid not null references trust.workspace on delete cascade,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  -- member: somebody signed in; key: a program; heed: the machine itself; command: whoever runs the terminal.
  actor text not null check (actor in ('member', 'key', 'heed', 'command')),
  actor_id uuid,
  deed text not null check (length(deed) between 1 and 200),
  -- Ids of the records it was about, by the name they have in the address. No words, no names.
  about jsonb not null,
  particulars jsonb not null,
  previous text not null,
  hash text not null,
  primary key (workspace_id, seq)
);
create index audit_entry_actor on trust.audit_entry (workspace_id, actor_id, seq desc);
create index audit_entry_about on trust.audit_entry using gin (workspace_id, about jsonb_path_ops);

alter table trust.audit_entry enable row level security;
alter table trust.audit_entry force row level security;
create policy own_workspace on trust.audit_entry using (workspace_id = platform.workspace()) with check (workspace_id = platform.workspace());
grant select, insert on trust.audit_entry to heed_app;
