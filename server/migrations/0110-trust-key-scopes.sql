-- What a key opens is said by scopes instead of a role, it may end, and a person stands behind it (created_by).

alter table trust.api_key
  add column scopes text[] not null default '{}'
    check (scopes <@ array['read', 'listen', 'act', 'import', 'export', 'manage']),
  add column expires_at timestamptz;

-- The owner of the tables is held behind the fence like anybody; for this one change it is let through.
alter table trust.api_key no force row level security;
alter table trust.member no force row level security;
update trust.api_key set scopes = case role
  when 'manager' then array['read', 'listen', 'act', 'import', 'export', 'manage']
  when 'teammate' then array['read', 'listen', 'act']
  else array['read'] end;
-- A key that another key made gets the longest-standing owner behind it.
update trust.api_key k set created_by = (
  select m.account_id from trust.member m where m.workspace_id = k.workspace_id and m.role = 'owner' order by m.joined_at limit 1)
where not exists (select from trust.member m where m.workspace_id = k.workspace_id and m.account_id = k.created_by)
  and exists (select from trust.member m where m.workspace_id = k.workspace_id and m.role = 'owner');
alter table trust.api_key force row level security;
alter table trust.member force row level security;

alter table trust.api_key drop column role;
