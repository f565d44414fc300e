-- A refused rewriting says what it is: a check that was not met, and not a missing right.

create or replace function trust.keep_consent() returns trigger language plpgsql as $$
begin
  if (new.workspace_id, new.id, new.purpose, new.channel, new.act, new.way, new.shown, new.language, new.version, new.proved, new.at)
      is distinct from (old.workspace_id, old.id, old.purpose, old.channel, old.act, old.way, old.shown, old.language, old.version, old.proved, old.at)
    or coalesce(new.address, '') not in ('', coalesce(old.address, '')) or new.note not in ('', old.note) or new.by_name not in ('', old.by_name)
    or coalesce(new.source, '') not in ('', coalesce(old.source, '')) or new.person_id not in (old.person_id, '00000000-0000-0000-0000-000000000000')
  then raise exception 'a consent is never rewritten; write a new row' using errcode = 'check_violation'; end if;
  return new;
end $$;

create or replace function trust.keep_wording() returns trigger language plpgsql as $$
begin
  if (new.purpose, new.language, new.version, new.title, new.text, new.written_at) is distinct from (old.purpose, old.language, old.version, old.title, old.text, old.written_at)
  then raise exception 'a wording is never rewritten; write a new version' using errcode = 'check_violation'; end if;
  return new;
end $$;
