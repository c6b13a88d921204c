create schema messaging;

create table messaging.message (
    id uuid primary key,
    purpose text not null,
    template text not null,
    language text not null,
    -- Sealed under the vault with the id as context; taken away when the message has ended.
    words bytea,
    subscriber bigint not null,
    msisdn text not null,
    journey uuid not null,
    area_path text not null,
    created_at timestamptz not null,
    valid_until timestamptz not null,
    state text not null,
    reason text not null,
    changed_at timestamptz not null,
    gateway text,
    tries integer not null default 0,
    resends integer not null default 0,
    -- Whose turn it is: the next moment at which a sender may take it. While in flight it is the end of the sender's lease.
    due_at timestamptz,
    in_flight boolean not null default false
);

create index message_due on messaging.message (due_at) where due_at is not null;
create index message_words on messaging.message (valid_until) where words is not null;
create index message_msisdn on messaging.message (msisdn, created_at desc);
create index message_journey on messaging.message (journey);
create index message_created on messaging.message (created_at desc, id desc);

-- What happened to a message, row by row; rows are only ever added.
create table messaging.attempt (
    id bigint generated always as identity primary key,
    message uuid not null,
    at timestamptz not null,
    gateway text not null,
    outcome text not null,
    detail text not null
);

create index attempt_message on messaging.attempt (message, id);

-- The names that a gateway gave to the parts of a message.
create table messaging.part (
    gateway text not null,
    gateway_id text not null,
    msisdn text not null,
    message uuid not null,
    number integer not null,
    submitted_at timestamptz not null,
    outcome text,
    primary key (gateway, gateway_id, msisdn, message)
);

create index part_message on messaging.part (message, number);
create index part_msisdn on messaging.part (msisdn, gateway, submitted_at desc);

-- Receipts as they came, also those that come before the answer to the submission.
create table messaging.receipt (
    id bigint generated always as identity primary key,
    gateway text not null,
    gateway_id text not null,
    msisdn text not null,
    outcome text not null,
    error text not null,
    at timestamptz not null,
    message uuid
);

create index receipt_open on messaging.receipt (msisdn, gateway) where message is null;
create index receipt_at on messaging.receipt (at) where message is null;

create table messaging.gateway (
    id uuid primary key,
    name text not null unique,
    kind text not null,
    host text not null,
    port integer not null,
    system_id text not null,
    password bytea not null,
    source_address text not null,
    priority integer not null,
    per_second integer not null,
    in_window integer not null,
    enabled boolean not null,
    changed_at timestamptz not null
);
