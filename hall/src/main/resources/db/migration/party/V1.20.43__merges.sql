-- Two records of one person or company that became one. What moved is kept, so that it can move back.
create table party.merge (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('INDIVIDUAL', 'COMPANY')),
    kept_id bigint not null,
    gone_id bigint not null,
    at timestamptz not null,
    by_actor text not null,
    undone_at timestamptz,
    undone_by text
);

create unique index merge_gone_once on party.merge (kind, gone_id) where undone_at is null;
create index merge_newest on party.merge (id desc);

create table party.merge_move (
    merge_id bigint not null references party.merge (id),
    -- The table and column that pointed to the record that went.
    what text not null,
    row_id bigint not null,
    primary key (merge_id, what, row_id)
);
