-- The ground everything stands on: extensions, the fence every table stands behind, and the outbox of events.

create extension if not exists pg_trgm with schema platform;
create extension if not exists unaccent with schema platform;
create extension if not exists btree_gin with schema platform;

do $$ begin
  execute format('grant connect, temporary on database %I to heed_app', current_database());
end $$;
grant usage on schema platform to heed_app, heed_search;

-- The workspace this transaction may see, or null: then it sees nothing. Stable and simple enough to be inlined, so
-- that the planner knows the value and can use it in an index.
create function platform.workspace() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('heed.workspace', true), '')::uuid $$;

create function platform.is_system() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('heed.system', true) = 'on', false) $$;

-- Every table of every capability passes through here: row-level security on, forced on the owner too, one policy by
-- workspace, and no more rights than reading and writing rows.
create function platform.fence(fenced regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', fenced);
  execute format('alter table %s force row level security', fenced);
  execute format('create policy own_workspace on %s using (workspace_id = platform.workspace()) with check (workspace_id = platform.workspace())', fenced);
  execute format('grant select, insert, update, delete on %s to heed_app', fenced);
end $$;
revoke execute on function platform.fence(regclass) from public;

-- Lower case without accents, as an immutable function so that it can stand in an index. unaccent's own function is only
-- stable because its dictionary may be swapped; naming the dictionary fixes it.
create function platform.fold(words text) returns text language sql immutable strict parallel safe as
$$ select lower(platform.unaccent('platform.unaccent'::regdictionary, words)) $$;

alter table platform.migration enable row level security;
alter table platform.migration force row level security;
create policy readable on platform.migration for select using (true);
do $$ begin execute format('create policy owner_writes on platform.migration to %I using (true) with check (true)', current_user); end $$;
grant select on platform.migration to heed_app;

create table platform.event (
  workspace_id uuid not null,
  id uuid not null,
  type text not null,
  data jsonb not null,
  at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index event_age on platform.event (at);
select platform.fence('platform.event');
create policy system on platform.event using (platform.is_system());

create table platform.delivery (
  workspace_id uuid not null,
  subscriber text not null,
  event_id uuid not null,
  attempts int not null default 0,
  parked boolean not null default false,
  due_at timestamptz not null default now(),
  primary key (workspace_id, subscriber, event_id),
  foreign key (workspace_id, event_id) references platform.event on delete cascade
);
create index delivery_waiting on platform.delivery (subscriber, event_id) where not parked;
select platform.fence('platform.delivery');
create policy system on platform.delivery using (platform.is_system());
