-- Whoever was erased because somebody wished it is not written to again when an old list brings their address back. Whoever
-- went by a rule of how long things are kept wished nothing. What stood here before is taken for a wish: that is the safe side.
alter table trust.erased add column at_wish boolean not null default true;
