-- How accounts prove themselves beyond a password, and how guessing is made slow. All of it stands above workspaces,
-- behind the same fence as the accounts themselves.

alter table trust.account add column "twoStep" boolean not null default false;
-- How somebody came in: a workspace may ask for more than a password.
alter table trust.session add column "enteredBy" text not null default 'password';
create unique index credential_of_provider on trust.credential ("providerId", "accountId");

-- The secret of a person's code app, sealed with a key made from the installation's secret. A code counts once:
-- last_step is the half minute of the last one that did.
create table trust.second_step (
  account_id uuid primary key references trust.account on delete cascade,
  secret text not null,
  last_step bigint not null default 0,
  confirmed_at timestamptz
);

create table trust.recovery_code (
  account_id uuid not null references trust.account on delete cascade,
  hash text not null,
  used_at timestamptz,
  primary key (account_id, hash)
);

create table trust.passkey (
  id uuid primary key,
  account_id uuid not null references trust.account on delete cascade,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on trust.passkey (account_id);

-- Links that travel by mail or are printed by the command line: kept as hashes, short-lived, used once.
create table trust.account_link (
  token_hash text primary key,
  account_id uuid not null references trust.account on delete cascade,
  purpose text not null check (purpose in ('reset', 'verify', 'email')),
  -- The address the link went to, if it went anywhere: whoever follows it has shown that the address is theirs.
  email text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_link_account on trust.account_link (account_id, purpose);

-- What a browser was asked and has not answered yet: a passkey's riddle, the second step, a trip to a provider.
create table trust.challenge (
  token_hash text primary key,
  purpose text not null,
  account_id uuid references trust.account on delete cascade,
  data jsonb not null,
  expires_at timestamptz not null
);
create index challenge_age on trust.challenge (expires_at);

-- Wrong tries, by what was tried from where. Keys are hashes: neither e-mails nor addresses stand here.
create table trust.attempt (
  key text primary key,
  failures int not null,
  last_at timestamptz not null,
  free_at timestamptz not null
);
create index attempt_age on trust.attempt (last_at);

do $$ declare name text; begin
  foreach name in array array['second_step', 'recovery_code', 'passkey', 'account_link', 'challenge', 'attempt'] loop
    execute format('alter table trust.%I enable row level security', name);
    execute format('alter table trust.%I force row level security', name);
    execute format('create policy accounts_only on trust.%I using (current_setting(''heed.accounts'', true) = ''on'')', name);
    execute format('grant select, insert, update, delete on trust.%I to heed_app', name);
  end loop;
end $$;

alter table trust.workspace add column two_step_required boolean not null default false;
