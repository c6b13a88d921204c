create schema audit;

create table audit.entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    act text not null,
    subject text not null,
    detail text not null
);

create index entry_at on audit.entry (at desc, id desc);
create index entry_actor on audit.entry (actor, at desc);
create index entry_subject on audit.entry (subject, at desc);
