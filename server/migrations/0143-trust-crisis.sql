-- What a workspace arranged for voices that may speak of danger: who reads them, how long they stay, whom people can call.
alter table trust.member add column reads_crises boolean not null default false;

create table trust.crisis_setting (
  workspace_id uuid primary key references trust.workspace on delete cascade,
  country text,
  -- Days a crisis stays after it was closed; then the words go, with everything noted on them.
  keep_days int not null default 30 check (keep_days between 1 and 3650),
  -- Whether somebody whose answers may speak of danger is shown the help lines on the thank-you page.
  on_thanks boolean not null default true,
  changed_by text not null,
  changed_at timestamptz not null
);
select platform.fence('trust.crisis_setting');

create table trust.help_line (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  place int not null,
  name text not null,
  number text not null,
  -- Which way it is reached: call, text.
  way text not null check (way in ('call', 'text')),
  about text not null default '',
  -- The day somebody of the workspace last tried or looked it up; nothing until then.
  checked_on date,
  primary key (workspace_id, id)
);
create index help_line_place on trust.help_line (workspace_id, place);
select platform.fence('trust.help_line');
