-- A case of a crisis is for the same few eyes as its voice, with its notes and steps.
create policy few_eyes on act.case as restrictive using (not crisis or platform.sees_crisis());
create policy few_eyes on act.note as restrictive using (platform.sees_crisis()
  or exists (select from act.case c where c.workspace_id = note.workspace_id and c.id = note.case_id));
create policy few_eyes on act.step as restrictive using (platform.sees_crisis()
  or exists (select from act.case c where c.workspace_id = step.workspace_id and c.id = step.case_id));
-- When the few were told by mail that one waits.
alter table act.case add column crisis_told_at timestamptz;
-- The indexes of Today and of Outcomes answer from themselves alone; for that they must know whom a case is for.
drop index act.case_by_weight;
drop index act.case_by_wait;
drop index act.case_came_up;
create index case_by_weight on act.case (workspace_id, tier, weight) include (id, waiting_since, crisis) where status = 'open' and not history;
create index case_by_wait on act.case (workspace_id, tier, waiting_since) include (id, weight, crisis) where status = 'open' and not history;
create index case_came_up on act.case (workspace_id, waiting_since) include (answered_at, status, reopened_count, crisis) where not history;
create index case_crisis on act.case (workspace_id, status, resolved_at) where crisis;
