-- Until when the end of a session must be seen, and when the alarm was raised because it was not (rules 15 and 17).
alter table access.disconnect_request add column deadline_at timestamptz;
alter table access.disconnect_request add column alarmed_at timestamptz;
create index disconnect_request_due on access.disconnect_request (deadline_at) where state <> 'ENDED' and alarmed_at is null;
create index place_owner_touched on access.place_owner (touched_at);
