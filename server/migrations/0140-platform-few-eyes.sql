-- Voices that may speak of danger to somebody are for few eyes. Whether a transaction has them is a setting of its own,
-- closed unless it was opened; the tables that hold such voices ask for it in a policy that no query can forget.
create function platform.sees_crisis() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('heed.crisis', true) = 'on', false) $$;
