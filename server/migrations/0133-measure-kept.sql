-- What erased people had said, as counts alone: added to every recount of a day, so that a figure of last spring does not
-- change because somebody was forgotten today. Never by an attribute of persons, and never by topic or question: those can
-- be so rare that a count of one points at somebody.
create table measure.kept_count (like measure.day_count including all);
alter table measure.kept_count add foreign key (workspace_id) references trust.workspace on delete cascade;
select platform.fence('measure.kept_count');
