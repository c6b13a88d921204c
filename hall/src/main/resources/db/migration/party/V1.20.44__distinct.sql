-- Pairs that look like one person or company and that somebody knows to be two.
create table party.distinct_pair (
    kind text not null check (kind in ('INDIVIDUAL', 'COMPANY')),
    one_id bigint not null,
    other_id bigint not null check (one_id < other_id),
    at timestamptz not null,
    by_actor text not null,
    primary key (kind, one_id, other_id)
);
