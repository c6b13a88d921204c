create schema if not exists party;

create table party.subscriber (
    id bigint generated always as identity primary key,
    msisdn text not null unique,
    first_seen timestamptz not null
);

-- One version of the whole number plan, as compressed lines first,last,operator,province,city.
create table party.number_plan (
    version bigint generated always as identity primary key,
    made_at timestamptz not null,
    made_by text not null,
    source text not null,
    note text not null,
    segments integer not null,
    lines bytea not null
);

-- Every change of the version in use; the newest row names it.
create table party.number_plan_use (
    id bigint generated always as identity primary key,
    version bigint not null references party.number_plan (version),
    at timestamptz not null,
    by_actor text not null
);

create table party.ported_number (
    msisdn text primary key,
    operator text not null,
    changed_at timestamptz not null,
    by_actor text not null
);

create table party.listed_number (
    msisdn text primary key,
    list text not null check (list in ('ALLOW', 'DENY')),
    reason text not null,
    changed_at timestamptz not null,
    by_actor text not null
);

create index listed_number_list on party.listed_number (list, msisdn);
