-- Pairs of sentences that differ in a name, a word for gender, a way of speaking only, read by this installation's model.
-- Figures and sentences of our own making: nothing anybody said.
create table understand.swap_check (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed')),
  done int not null default 0,
  total int not null,
  version text,
  result jsonb,
  by_name text not null,
  asked_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);
select platform.fence('understand.swap_check');
