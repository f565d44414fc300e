-- What people agreed to, what they took back, and every answer Heed gave to "may we write to them?".

-- What a business writes to people for, each with its ground in law and the note behind it.
create table trust.purpose (
  workspace_id uuid not null references trust.workspace on delete cascade,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  basis text not null check (basis in ('consent', 'contract', 'legitimate_interest', 'legal_obligation')),
  -- For a legitimate interest the balancing test in words; for the others why this ground fits.
  note text not null check (length(note) <= 4000),
  -- News and offers, and whatever else advertises: never without consent, but for the soft opt-in.
  marketing boolean not null default false,
  -- Asks how the business did: never while something the person complained of is still open.
  asks boolean not null default false,
  quiet boolean not null default true,
  double_opt_in boolean not null default false,
  soft_opt_in boolean not null default false,
  channels text[] not null,
  place int not null,
  retired_at timestamptz,
  primary key (workspace_id, key),
  check (basis <> 'legitimate_interest' or length(trim(note)) > 0),
  check (not marketing or basis = 'consent')
);
select platform.fence('trust.purpose');

-- What people are shown for a purpose, by language. A change is a new version; old ones stay as they were.
create table trust.wording (
  workspace_id uuid not null references trust.workspace on delete cascade,
  purpose text not null,
  language text not null check (language in ('en', 'de', 'fr', 'es', 'ar')),
  version int not null check (version > 0),
  title text not null check (length(title) between 1 and 120),
  text text not null check (length(text) between 1 and 1000),
  written_at timestamptz not null,
  written_by uuid,
  written_by_name text not null default '',
  primary key (workspace_id, purpose, language, version),
  foreign key (workspace_id, purpose) references trust.purpose (workspace_id, key) on delete cascade
);
select platform.fence('trust.wording');

-- The record: one row for each act. How things stand now is read off the last one.
create table trust.consent (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null check (channel in ('email', 'sms', 'phone', 'post', 'chat')),
  act text not null check (act in ('given', 'confirmed', 'withdrawn')),
  way text not null check (way in ('survey', 'preferences', 'import', 'team', 'mail', 'unsubscribe', 'api')),
  -- What the person saw or heard, word for word, and which version of which wording that was, if it was one.
  shown text not null default '',
  language text,
  version int,
  -- The address itself proved that it is theirs: they came by a link that was sent to it.
  proved boolean not null default false,
  at timestamptz not null,
  by_id uuid,
  by_name text not null default '',
  -- Where they came from on the network; kept only if the workspace chooses so.
  address text,
  -- Which response, import or letter it came with.
  source text,
  note text not null default '',
  primary key (workspace_id, id)
);
create index consent_person on trust.consent (workspace_id, person_id, purpose, channel, at desc, id desc);
create index consent_source on trust.consent (workspace_id, source, purpose, channel) where source is not null;
create index consent_purpose on trust.consent (workspace_id, purpose, channel, person_id, at desc, id desc);
select platform.fence('trust.consent');

-- A record that can be rewritten proves nothing. Only emptying what names somebody is allowed, for erasure.
create function trust.keep_consent() returns trigger language plpgsql as $$
begin
  if (new.workspace_id, new.id, new.purpose, new.channel, new.act, new.way, new.shown, new.language, new.version, new.proved, new.at)
      is distinct from (old.workspace_id, old.id, old.purpose, old.channel, old.act, old.way, old.shown, old.language, old.version, old.proved, old.at)
    or coalesce(new.address, '') not in ('', coalesce(old.address, '')) or new.note not in ('', old.note) or new.by_name not in ('', old.by_name)
    or coalesce(new.source, '') not in ('', coalesce(old.source, '')) or new.person_id not in (old.person_id, '00000000-0000-0000-0000-000000000000')
  then raise exception 'a consent is never rewritten; write a new row' using errcode = '42501'; end if;
  return new;
end $$;
create trigger keep_consent before update on trust.consent for each row execute function trust.keep_consent();

create function trust.keep_wording() returns trigger language plpgsql as $$
begin
  if (new.purpose, new.language, new.version, new.title, new.text, new.written_at) is distinct from (old.purpose, old.language, old.version, old.title, old.text, old.written_at)
  then raise exception 'a wording is never rewritten; write a new version' using errcode = '42501'; end if;
  return new;
end $$;
create trigger keep_wording before update on trust.wording for each row execute function trust.keep_wording();

-- What a person chose for all purposes together.
create table trust.preference (
  workspace_id uuid not null references trust.workspace on delete cascade,
  person_id uuid not null,
  language text,
  frequency text not null default 'any' check (frequency in ('any', 'week', 'month', 'quarter')),
  paused_until timestamptz,
  -- Links carry this number; raising it ends all that were given out before.
  link_version int not null default 1,
  -- Nothing chosen yet, but links were ended.
  changed_at timestamptz,
  primary key (workspace_id, person_id)
);
select platform.fence('trust.preference');

-- Every answer of the one door each send must ask at, with what it rested on.
create table trust.contact (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null,
  at timestamptz not null,
  asker text not null,
  answer boolean not null,
  reason text not null,
  words text not null,
  -- From when on it may be asked again, where waiting helps.
  not_before timestamptz,
  rests_on jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index contact_person on trust.contact (workspace_id, person_id, at desc, id desc);
create index contact_newest on trust.contact (workspace_id, at desc, id desc);
create index contact_refused on trust.contact (workspace_id, at desc, id desc) where not answer;
select platform.fence('trust.contact');

-- Double opt-in: a link that confirms once.
create table trust.confirmation (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null,
  language text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  mailed_at timestamptz,
  used_at timestamptz,
  primary key (workspace_id, id)
);
create index confirmation_person on trust.confirmation (workspace_id, person_id, purpose, channel, asked_at desc);
select platform.fence('trust.confirmation');

-- Addresses that came back. Only a keyed hash: the address itself stands with the person.
create table trust.bounce (
  workspace_id uuid not null references trust.workspace on delete cascade,
  channel text not null,
  hash text not null,
  person_id uuid not null,
  at timestamptz not null,
  why text not null default '',
  primary key (workspace_id, channel, hash)
);
create index bounce_person on trust.bounce (workspace_id, person_id);
select platform.fence('trust.bounce');

-- Somebody asked for the link to their preferences. The address goes as soon as the mail is out, or nobody has it.
create table trust.link_request (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  email text,
  hash text not null,
  language text not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create index link_request_hash on trust.link_request (workspace_id, hash, at desc);
select platform.fence('trust.link_request');

-- How this workspace keeps and asks.
create table trust.contact_rule (
  workspace_id uuid not null references trust.workspace on delete cascade,
  keep_address boolean not null default false,
  known_from int not null default 540,
  known_to int not null default 1200,
  unknown_from int not null default 600,
  unknown_to int not null default 1080,
  primary key (workspace_id),
  check (known_from between 0 and 1440 and known_to between 0 and 1440 and known_from < known_to),
  check (unknown_from between 0 and 1440 and unknown_to between 0 and 1440 and unknown_from < unknown_to)
);
select platform.fence('trust.contact_rule');
