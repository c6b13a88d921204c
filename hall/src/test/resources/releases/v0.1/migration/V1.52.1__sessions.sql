-- An admission by RADIUS. Until a Start comes, or held_until passes, it holds one of its owner's places.
create table access.reservation (
    id uuid primary key,
    owner text not null,
    controller_id bigint not null,
    user_name text not null,
    subscriber_id bigint,
    account_id bigint,
    mac bigint,
    ip inet,
    area_path text not null,
    venue_id bigint,
    ap_id bigint,
    ssid text,
    ssid_group text not null,
    interim_seconds integer not null,
    made_at timestamptz not null,
    held_until timestamptz not null,
    started_at timestamptz
);
create index reservation_owner on access.reservation (owner, held_until) where started_at is null;
create index reservation_made on access.reservation (made_at);

-- One row an owner of places; its row lock makes the count of his devices exact.
create table access.place_owner (
    owner text primary key,
    touched_at timestamptz not null
);

-- Sessions that are online. heard_at is our clock at the newest sign of life; last_heard and started_at are the controller's.
create table access.open_session (
    id uuid primary key,
    controller_id bigint not null,
    acct_session_id text not null,
    journey uuid,
    owner text,
    user_name text not null,
    subscriber_id bigint,
    account_id bigint,
    mac bigint,
    ip inet,
    area_path text not null,
    venue_id bigint,
    ap_id bigint,
    ssid text,
    ssid_group text not null,
    started_at timestamptz not null,
    start_seen boolean not null,
    last_heard timestamptz not null,
    interim_seconds integer not null,
    wlan boolean not null,
    up_octets bigint not null,
    down_octets bigint not null,
    up_packets bigint not null,
    down_packets bigint not null,
    seconds bigint not null,
    heard_at timestamptz not null,
    overdue_at timestamptz not null,
    releasing_at timestamptz
);
create index open_session_key on access.open_session (controller_id, acct_session_id);
create index open_session_mac on access.open_session (mac);
create index open_session_ip on access.open_session (controller_id, ip);
create index open_session_owner on access.open_session (owner);
create index open_session_subscriber on access.open_session (subscriber_id) where subscriber_id is not null;
create index open_session_overdue on access.open_session (overdue_at);
create index open_session_list on access.open_session (started_at desc, id desc);
create index open_session_area on access.open_session (area_path text_pattern_ops, started_at desc, id desc);
create index open_session_user on access.open_session (user_name text_pattern_ops, started_at desc);
create index open_session_venue on access.open_session (venue_id, started_at desc, id desc);

-- Sessions that are over, with all that closes them (closers: cause@microseconds, separated by blanks), one partition a month of the closing; usage is never deleted here.
create table access.closed_session (
    id uuid not null,
    controller_id bigint not null,
    acct_session_id text not null,
    journey uuid,
    owner text,
    user_name text not null,
    subscriber_id bigint,
    account_id bigint,
    mac bigint,
    ip inet,
    area_path text not null,
    venue_id bigint,
    ap_id bigint,
    ssid text,
    ssid_group text not null,
    started_at timestamptz not null,
    start_seen boolean not null,
    last_heard timestamptz,
    interim_seconds integer not null,
    wlan boolean not null,
    up_octets bigint not null,
    down_octets bigint not null,
    up_packets bigint not null,
    down_packets bigint not null,
    seconds bigint not null,
    heard_at timestamptz not null,
    closed_at timestamptz not null,
    cause text not null,
    closers text not null,
    primary key (id, closed_at)
) partition by range (closed_at);
create table access.closed_session_rest partition of access.closed_session default;
create index closed_session_key on access.closed_session (controller_id, acct_session_id);
create index closed_session_mac on access.closed_session (mac, started_at desc);
create index closed_session_list on access.closed_session (closed_at desc, id desc);
create index closed_session_area on access.closed_session (area_path text_pattern_ops, closed_at desc, id desc);
create index closed_session_user on access.closed_session (user_name text_pattern_ops, closed_at desc);
create index closed_session_subscriber on access.closed_session (subscriber_id, closed_at desc)
    where subscriber_id is not null;
create index closed_session_venue on access.closed_session (venue_id, closed_at desc, id desc);

-- Every accounting event once, in the order in which it was stored (rule 12).
create table access.session_event (
    id bigint generated always as identity,
    session_id uuid not null,
    controller_id bigint not null,
    acct_session_id text not null,
    kind text not null,
    at timestamptz not null,
    received_at timestamptz not null,
    up_octets bigint not null,
    down_octets bigint not null,
    up_packets bigint not null,
    down_packets bigint not null,
    seconds bigint not null,
    detail text,
    primary key (id, at),
    unique (session_id, kind, at, seconds, up_octets, down_octets)
) partition by range (at);
create table access.session_event_rest partition of access.session_event default;
create index session_event_session on access.session_event (session_id, at);

-- A controller's Accounting-On or -Off: what began before it is over.
create table access.controller_reset (
    controller_id bigint not null,
    at timestamptz not null,
    kind text not null,
    primary key (controller_id, at, kind)
);

-- What became of each request to end a session (rule 17).
create table access.disconnect_request (
    id uuid primary key,
    session_id uuid not null,
    controller_id bigint not null,
    actor text not null,
    way text not null,
    state text not null,
    error_cause integer,
    asked_at timestamptz not null,
    answered_at timestamptz,
    ended_at timestamptz
);
create index disconnect_request_session on access.disconnect_request (session_id, asked_at desc);
create index disconnect_request_asked on access.disconnect_request (asked_at desc);
