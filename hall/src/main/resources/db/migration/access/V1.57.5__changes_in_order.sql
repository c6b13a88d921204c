-- What waits for an answer or an update is looked through in the order of ids, by one node at a time.
drop index access.change_request_waiting;
create index change_request_waiting on access.change_request (id, session_id) where state in ('SENT', 'ACKNOWLEDGED');
