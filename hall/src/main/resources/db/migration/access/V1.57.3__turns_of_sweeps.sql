-- A controller's turn reads what is due there in order and no further.
drop index access.sweep_session_due;
create index sweep_session_due on access.sweep_session (controller_id, sweep_id, session_id) where state in ('WAITING', 'TAKEN');
