create schema enterprise;

-- A code that proves a phone, for one errand (the id is its journey's) and one number. The digits are sealed, never plain.
create table enterprise.phone_code (
    errand uuid not null,
    number_key bytea not null,
    sealed bytea not null,
    tries integer not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (errand, number_key)
);
create index phone_code_expires on enterprise.phone_code (expires_at);

-- How often something was done in a window of time; keys are keyed hashes, so the table names nobody.
create table enterprise.limit_count (
    kind text not null,
    key bytea not null,
    window_start timestamptz not null,
    window_end timestamptz not null,
    used integer not null,
    primary key (kind, key, window_start)
);
create index limit_count_end on enterprise.limit_count (window_end);
