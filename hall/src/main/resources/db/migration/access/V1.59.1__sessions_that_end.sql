-- Every node looks each second for sessions that were to be asked to end by one that died before it asked; of millions these are few.
create index open_session_releasing on access.open_session (releasing_at) where releasing_at is not null;
