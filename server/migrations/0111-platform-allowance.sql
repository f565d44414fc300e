-- How much each address, key and workspace has asked lately, told among the processes of one installation. The subject is a
-- keyed fingerprint. Losing all of it in a crash costs nothing, so it is kept out of the write-ahead log.

create unlogged table platform.allowance (
  subject text primary key,
  level double precision not null,
  rate double precision not null,
  at timestamptz not null
);
create index allowance_age on platform.allowance (at);
alter table platform.allowance enable row level security;
alter table platform.allowance force row level security;
create policy system on platform.allowance using (platform.is_system()) with check (platform.is_system());
grant select, insert, update, delete on platform.allowance to heed_app;
