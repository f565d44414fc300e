-- A reading belongs to its voice, which belongs to its workspace. Looking the workspace up again for every row said nothing
-- more, and made the one row of the workspace a place where the import, the reader and the counting met for every row.
alter table understand.reading drop constraint reading_workspace_id_fkey;
