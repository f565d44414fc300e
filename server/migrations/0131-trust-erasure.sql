-- Ids of everything that goes, written down before any of it does: afterwards nothing could say which events and jobs spoke of it.
alter table trust.erasure add column traces uuid[] not null default '{}';
