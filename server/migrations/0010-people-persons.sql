-- Whoever said it: persons, what identifies them, what they bought.

create schema people;
grant usage on schema people to heed_app;

create table people.person (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  kind text not null default 'customer' check (kind in ('customer', 'supplier', 'partner', 'neighbour', 'employee')),
  name text not null default '',
  -- A column and not an index expression: behind a policy, only comparisons of plain columns may use an index.
  name_folded text collate "C" generated always as (platform.fold(name)) stored,
  company text not null default '',
  language text,
  attributes jsonb not null default '{}',
  -- Two records of one person: the duplicate points at the one that stays. Nothing is moved, so unmerging is exact.
  merged_into uuid,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_into) references people.person (workspace_id, id),
  check (merged_into is distinct from id)
);
create index person_merged on people.person (workspace_id, merged_into) where merged_into is not null;
create index person_newest on people.person (workspace_id, created_at desc, id desc);
create index person_name on people.person (workspace_id, name_folded, id);
select platform.fence('people.person');

-- An e-mail address, phone number or id in another system belongs to one person of a workspace.
create table people.identity (
  workspace_id uuid not null references trust.workspace on delete cascade,
  kind text not null check (kind in ('email', 'phone', 'external')),
  -- Compared: lower case, digits only, `system:id`.
  value text collate "C" not null,
  person_id uuid not null,
  -- As it was written.
  shown text not null,
  primary key (workspace_id, kind, value),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete cascade
);
create index identity_person on people.identity (workspace_id, person_id);
select platform.fence('people.identity');

create table people.orders (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  person_id uuid,
  source text not null,
  number text not null,
  ordered_at timestamptz not null,
  -- In the smallest unit of the currency, so that sums are exact.
  total_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  currency text not null default 'EUR',
  status text not null default '',
  items jsonb not null default '[]',
  import_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, source, number),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete set null (person_id)
);
create index orders_person on people.orders (workspace_id, person_id, ordered_at desc);
create index orders_newest on people.orders (workspace_id, ordered_at desc, id desc);
select platform.fence('people.orders');
