-- Who may enter: accounts (kept by better-auth, hence its column names), workspaces, members, invitations, keys.

create schema trust;
grant usage on schema trust to heed_app;

create table trust.account (
  "id" uuid primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null default false,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table trust.session (
  "id" uuid primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references trust.account on delete cascade
);
create index session_account on trust.session ("userId");
create table trust.credential (
  "id" uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references trust.account on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index credential_account on trust.credential ("userId");
create table trust.verification (
  "id" uuid primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on trust.verification ("identifier");

-- Accounts stand above workspaces, so their fence is another one: only the accounts library's own connections, which
-- start with this setting, see them. Nothing that works inside a workspace does.
do $$ declare name text; begin
  foreach name in array array['account', 'session', 'credential', 'verification'] loop
    execute format('alter table trust.%I enable row level security', name);
    execute format('alter table trust.%I force row level security', name);
    execute format('create policy accounts_only on trust.%I using (current_setting(''heed.accounts'', true) = ''on'')', name);
    execute format('grant select, insert, update, delete on trust.%I to heed_app', name);
  end loop;
end $$;

create table trust.workspace (
  workspace_id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  is_sample boolean not null default false,
  language text not null default 'en',
  timezone text not null default 'UTC',
  created_at timestamptz not null default now()
);
select platform.fence('trust.workspace');
create policy system on trust.workspace using (platform.is_system());

create table trust.member (
  workspace_id uuid not null references trust.workspace on delete cascade,
  account_id uuid not null,
  role text not null check (role in ('owner', 'manager', 'teammate', 'observer')),
  name text not null,
  email text not null,
  joined_at timestamptz not null default now(),
  primary key (workspace_id, account_id)
);
create index member_account on trust.member (account_id);
select platform.fence('trust.member');
create policy own_memberships on trust.member for select using (account_id = nullif(current_setting('heed.account', true), '')::uuid);
create policy workspaces_of_mine on trust.workspace for select using (
  workspace_id in (select m.workspace_id from trust.member m where m.account_id = nullif(current_setting('heed.account', true), '')::uuid));

create table trust.invitation (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'manager', 'teammate', 'observer')),
  token_hash text not null unique,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  primary key (workspace_id, id)
);
select platform.fence('trust.invitation');
create policy holder on trust.invitation for select using (token_hash = nullif(current_setting('heed.invitation', true), ''));
create policy workspace_of_invitation on trust.workspace for select using (
  workspace_id in (select i.workspace_id from trust.invitation i where i.token_hash = nullif(current_setting('heed.invitation', true), '')));

create table trust.api_key (
  workspace_id uuid not null references trust.workspace on delete cascade,
  id uuid not null,
  name text not null,
  -- The first letters, to tell keys apart in a list; the rest exists only as a hash.
  prefix text not null,
  hash text not null unique,
  role text not null check (role in ('manager', 'teammate', 'observer')),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (workspace_id, id)
);
select platform.fence('trust.api_key');
create policy holder on trust.api_key for select using (hash = nullif(current_setting('heed.api_key', true), ''));
