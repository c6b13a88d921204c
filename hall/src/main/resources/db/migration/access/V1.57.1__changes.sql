-- A change of a running session's terms that its controller was asked for (RFC 5176 section 3.2), and what became of it (rule 17).
create table access.change_request (
    id uuid primary key,
    session_id uuid not null,
    controller_id bigint not null,
    actor text not null,
    profile text not null,
    up_bits_per_second bigint not null,
    down_bits_per_second bigint not null,
    session_seconds bigint not null,
    idle_seconds bigint not null,
    interim_seconds bigint not null,
    state text not null,
    error_cause integer,
    asked_at timestamptz not null,
    answered_at timestamptz,
    shown_at timestamptz,
    deadline_at timestamptz not null,
    alarmed_at timestamptz
);
create index change_request_session on access.change_request (session_id, asked_at desc);
create index change_request_waiting on access.change_request (session_id) where state in ('SENT', 'ACKNOWLEDGED');
create index change_request_due on access.change_request (deadline_at) where state not in ('SHOWN', 'OVER') and alarmed_at is null;
create index change_request_asked on access.change_request (asked_at);
