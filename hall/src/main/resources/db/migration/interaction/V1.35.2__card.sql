-- The customer card (requirement B23): what others push about a subscriber, one row each. The version counts its changes.
create table interaction.card (
    subscriber_id bigint primary key,
    version bigint not null,
    recommendation jsonb not null default '[]' check (octet_length(recommendation::text) <= 40000),
    state jsonb not null default '{}' check (octet_length(state::text) <= 200000),
    value jsonb check (octet_length(value::text) <= 2000),
    changed_at timestamptz not null
) with (fillfactor = 80);

-- Anomalies shown at every touchpoint that lies in the Area (requirement B29).
create table interaction.notice (
    id bigint generated always as identity primary key,
    kind text not null,
    area_path text collate "C" not null,
    zh text not null check (length(zh) between 1 and 200),
    en text not null check (length(en) between 1 and 200),
    from_at timestamptz not null,
    until_at timestamptz not null,
    withdrawn_at timestamptz,
    check (until_at > from_at)
);
create index notice_until on interaction.notice (until_at) where withdrawn_at is null;
create index notice_area on interaction.notice (area_path, id desc);
