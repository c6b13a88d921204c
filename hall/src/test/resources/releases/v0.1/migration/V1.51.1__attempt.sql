-- One device's try to get online (requirements A1, A8). The id is the journey's id everywhere; the handle is known by its hash,
-- and sealed beside it so that the same device gets the same handle again.
create table access.attempt (
    id uuid primary key,
    handle_hash bytea not null unique,
    handle_sealed bytea not null,
    controller_id bigint not null,
    area_path text not null,
    venue_id bigint,
    ssid text not null,
    ssid_group text not null,
    ap_mac text,
    mac text,
    ip inet not null,
    peer inet not null,
    first_url text,
    language text not null,
    phone text not null,
    state text not null,
    way text,
    reason text,
    subscriber_id bigint,
    number_key bytea,
    since timestamptz not null,
    consent_version text,
    consent_at timestamptz,
    clicked_at timestamptz,
    arrived_at timestamptz,
    slot_item text,
    slot_candidates text[],
    slot_probability double precision,
    slot_reason text,
    portal_serial integer,
    portal_request integer,
    started_at timestamptz not null,
    expires_at timestamptz not null
);

create index attempt_device on access.attempt (controller_id, ip, expires_at desc);
create index attempt_subscriber on access.attempt (subscriber_id, started_at desc) where subscriber_id is not null;
create index attempt_number on access.attempt (number_key, started_at desc) where number_key is not null;
create index attempt_started on access.attempt (started_at);

-- A code lives for one handle and one number. The digits are sealed, never plain.
create table access.code (
    attempt uuid not null,
    number_key bytea not null,
    sealed bytea not null,
    tries integer not null,
    sends integer not null,
    made_at timestamptz not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    message text,
    primary key (attempt, number_key)
);

create index code_expires on access.code (expires_at);

-- How often something was done in a window of time; keys are keyed hashes, so the table names nobody.
create table access.limit_count (
    kind text not null,
    key bytea not null,
    window_start timestamptz not null,
    window_end timestamptz not null,
    used integer not null,
    primary key (kind, key, window_start)
);

create index limit_count_end on access.limit_count (window_end);

-- Pictures already answered: each may be answered once.
create table access.picture_used (
    nonce bytea primary key,
    expires_at timestamptz not null
);

create index picture_used_expires on access.picture_used (expires_at);
