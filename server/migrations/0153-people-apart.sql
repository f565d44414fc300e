-- Two records that look alike and are two people: somebody said so, and they are not suggested again.
create table people.apart (
  workspace_id uuid not null references trust.workspace on delete cascade,
  -- The lesser id first, so that a pair stands here once.
  one_id uuid not null,
  other_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (workspace_id, one_id, other_id),
  check (one_id < other_id),
  foreign key (workspace_id, one_id) references people.person on delete cascade,
  foreign key (workspace_id, other_id) references people.person on delete cascade
);
create index apart_other on people.apart (workspace_id, other_id);
select platform.fence('people.apart');
