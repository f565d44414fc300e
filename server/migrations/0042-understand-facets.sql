-- What there is to filter by, as it was last counted: after a start the page has it at once, and it is counted again
-- behind that. One row for each workspace big enough that counting takes a moment.
create table understand.facets (
  workspace_id uuid primary key references trust.workspace on delete cascade,
  -- [{source, language, scoreKind, count}]
  counts jsonb not null,
  counted_at timestamptz not null
);
select platform.fence('understand.facets');
