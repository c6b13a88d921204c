-- A session's name among all controllers' as one value: no index for lists, which begins with the controller alone, can be mistaken for this one.
create index open_session_named on access.open_session ((controller_id::text || ' ' || acct_session_id));
create index closed_session_named on access.closed_session ((controller_id::text || ' ' || acct_session_id));
drop index access.open_session_key;
drop index access.closed_session_key;
