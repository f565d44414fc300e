-- What only the owner can say in the record of processing activities (GDPR 30). Everything else in it is looked up.
create table trust.processing (
  workspace_id uuid primary key references trust.workspace on delete cascade,
  controller text not null default '',
  contact text not null default '',
  officer text not null default '',
  transfers text not null default '',
  helpers text not null default '',
  precautions text not null default '',
  changed_by text not null,
  changed_at timestamptz not null
);
select platform.fence('trust.processing');
