-- IPv6 addresses and prefixes of sessions' users (RFC 3162, 4818, 6911): many a session, for a phone makes itself new ones. Found by any address
-- that lies in them; a row is there before the session's own row is closed, so it names no table of sessions.
create table access.session_network (
    session_id uuid not null,
    network inet not null,
    first_seen timestamptz not null,
    primary key (session_id, network)
);
create index session_network_network on access.session_network using gist (network inet_ops);
