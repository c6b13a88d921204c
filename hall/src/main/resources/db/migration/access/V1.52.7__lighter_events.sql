-- An event is kept apart from all others, and a session's events are found, by the index over what makes it one event (rule 12), which begins with
-- the session. Nobody asks for an event by its number, which only tells the order in which they were stored.
drop index access.session_event_session;
alter table access.session_event drop constraint session_event_pkey;
