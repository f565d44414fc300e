-- `crisis`: may speak of danger; then only few eyes see it, and no reading of its feelings is kept. `calm`: a person looked
-- and said that it does not, so that it is not taken for it again.
alter table listen.voice add column crisis boolean not null default false, add column calm boolean not null default false;
alter table listen.response add column crisis boolean not null default false;
alter table listen.answer add column crisis boolean not null default false;
create policy few_eyes on listen.voice as restrictive using (not crisis or platform.sees_crisis());
create policy few_eyes on listen.response as restrictive using (not crisis or platform.sees_crisis());
create policy few_eyes on listen.answer as restrictive using (not crisis or platform.sees_crisis());
create index voice_crisis on listen.voice (workspace_id, said_at desc) where crisis;
