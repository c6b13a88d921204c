create schema openapi;

-- Programs that use the interfaces. Of a token only its SHA-256 is kept.
create table openapi.client (
    id bigint generated always as identity primary key,
    name text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    token_hash bytea not null unique,
    rights text[] not null,
    area_path text collate "C" not null,
    channel text,
    enabled boolean not null default true,
    made_at timestamptz not null,
    by_actor text not null
);

-- One creation a key: the answer is written in the creation's own transaction.
create table openapi.idempotency_key (
    client text not null,
    key text not null,
    request bytea not null,
    location text,
    body text,
    at timestamptz not null,
    primary key (client, key)
);

create index idempotency_key_at on openapi.idempotency_key (at);

create table openapi.subscription (
    id bigint generated always as identity primary key,
    api text not null,
    client text not null,
    area_path text not null,
    callback text not null,
    query text not null,
    secret bytea not null,
    made_at timestamptz not null
);

create index subscription_api on openapi.subscription (api, client);

-- The outbox: one row for each event and listener.
create table openapi.delivery (
    id bigint generated always as identity primary key,
    subscription_id bigint not null references openapi.subscription (id) on delete cascade,
    event_id uuid not null,
    event_type text not null,
    listener_path text not null,
    subject text not null,
    body text not null,
    at timestamptz not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    due_at timestamptz not null,
    tries integer not null default 0,
    last_answer text not null default '',
    settled_at timestamptz
);

create index delivery_due on openapi.delivery (due_at) where state = 'WAITING';
-- What happened to one resource is told in its order.
create index delivery_order on openapi.delivery (subscription_id, subject, id) where state = 'WAITING';
create index delivery_newest on openapi.delivery (state, id desc);
create index delivery_settled on openapi.delivery (settled_at) where state <> 'WAITING';
