create schema insight;

-- Whom the operator bills. since is the month in which he joined: the earliest that BOSS names for him, by a bill or by saying so.
create table insight.customer (
    subscriber_id bigint primary key,
    since date not null check (extract(day from since) = 1),
    area_path text collate "C" not null
);

create index customer_area on insight.customer (area_path, subscriber_id);

-- What a customer spent in a month, refunds taken off. A bill that is told again replaces the one before.
create table insight.spend (
    subscriber_id bigint not null,
    month date not null check (extract(day from month) = 1),
    fen bigint not null check (abs(fen) <= 1000000000000),
    primary key (subscriber_id, month)
);
