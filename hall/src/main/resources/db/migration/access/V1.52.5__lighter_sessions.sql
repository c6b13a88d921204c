-- An interim moves overdue_at. With an index on it each interim was a new entry in all twelve indexes of the table; without, the row is
-- changed in its page. Who looks for lost sessions, three times a minute, reads the open ones.
drop index access.open_session_overdue;
alter table access.open_session set (fillfactor = 80);

comment on table access.place_owner is 'Of version 0.1, for nodes that still run it; owners are locked by name now.';
