-- What Outcomes reads: exact counts per day, so that a page over a million voices adds up a few hundred rows. Counts only,
-- never averages: whoever needs a score computes it from the counts, and two days or two sources simply add.

create schema measure;
grant usage on schema measure to heed_app;

-- One row per day of the workspace's own time zone, and per value of a dimension: '' (everything), source, channel,
-- language, survey, question, topic, or attribute:<name> of the person who spoke.
create table measure.day_count (
  workspace_id uuid not null references trust.workspace on delete cascade,
  dimension text not null,
  day date not null,
  value text not null default '',
  voices int not null default 0,
  sentiment_negative int not null default 0, sentiment_neutral int not null default 0, sentiment_positive int not null default 0, sentiment_mixed int not null default 0, sentiment_unclear int not null default 0,
  family_anger int not null default 0, family_disgust int not null default 0, family_fear int not null default 0, family_joy int not null default 0, family_sadness int not null default 0, family_surprise int not null default 0, family_neutral int not null default 0,
  kind_complaint int not null default 0, kind_praise int not null default 0, kind_question int not null default 0, kind_request int not null default 0, kind_suggestion int not null default 0, kind_thanks int not null default 0, kind_leaving int not null default 0, kind_crisis int not null default 0, kind_other int not null default 0,
  nps_0 int not null default 0, nps_1 int not null default 0, nps_2 int not null default 0, nps_3 int not null default 0, nps_4 int not null default 0, nps_5 int not null default 0, nps_6 int not null default 0, nps_7 int not null default 0, nps_8 int not null default 0, nps_9 int not null default 0, nps_10 int not null default 0,
  csat_1 int not null default 0, csat_2 int not null default 0, csat_3 int not null default 0, csat_4 int not null default 0, csat_5 int not null default 0,
  ces_1 int not null default 0, ces_2 int not null default 0, ces_3 int not null default 0, ces_4 int not null default 0, ces_5 int not null default 0, ces_6 int not null default 0, ces_7 int not null default 0,
  star_1 int not null default 0, star_2 int not null default 0, star_3 int not null default 0, star_4 int not null default 0, star_5 int not null default 0,
  heard_asked int not null default 0, heard_yes int not null default 0, heard_no int not null default 0,
  -- Stars may come in halves, so beside the steps their exact sum and sum of squares are kept.
  star_sum numeric not null default 0,
  star_squares numeric not null default 0,
  primary key (workspace_id, dimension, day, value)
);
select platform.fence('measure.day_count');

-- The same added up per month (day is its first): years are read from here, and only their ragged ends from the days.
create table measure.month_count (like measure.day_count including all);
alter table measure.month_count add foreign key (workspace_id) references trust.workspace on delete cascade;
select platform.fence('measure.month_count');

-- Days whose counts no longer match what was said; emptied by the recount.
create table measure.stale_day (
  workspace_id uuid not null references trust.workspace on delete cascade,
  day date not null,
  primary key (workspace_id, day)
);
select platform.fence('measure.stale_day');

-- How the counts of a workspace were made: another time zone or other dimensions mean that all must be counted again.
create table measure.counting (
  workspace_id uuid primary key references trust.workspace on delete cascade,
  timezone text not null,
  attributes text[] not null default '{}',
  topics text[] not null default '{}',
  -- How many voices there were when attributes and topics were picked: at twice as many they are picked again.
  chosen_at_voices int not null default 0,
  counted_at timestamptz not null,
  took_ms int not null default 0
);
select platform.fence('measure.counting');

-- The attributes of persons by which a workspace chose to break down its outcomes. Without a row Heed picks them.
create table measure.breakdown (
  workspace_id uuid primary key references trust.workspace on delete cascade,
  attributes text[] not null check (cardinality(attributes) <= 3),
  chosen_at timestamptz not null default now()
);
select platform.fence('measure.breakdown');
