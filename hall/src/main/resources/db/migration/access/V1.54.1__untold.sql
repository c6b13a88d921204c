-- What the contact log was not told of yet (requirement B29). A row is written by the transaction of the fact and taken away by the one that
-- tells the log, so nothing is told twice or never. There is no cursor: an identity is given out before its transaction commits, and a
-- cursor that has passed would skip the row that commits late; here it is simply found the next time.
create table access.untold (
    id bigint generated always as identity primary key,
    kind text not null,
    source text not null,
    source_id text not null,
    journey uuid not null,
    subscriber_id bigint,
    -- Whether the customer is whoever the attempt is about, as an attempt knows him from the slot on.
    of_attempt boolean not null,
    user_name text,
    outcome text not null,
    area_path text not null,
    venue_id bigint,
    at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The one follower that works holds this row's lock; the other nodes' followers look again later.
create table access.teller (
    only_one boolean primary key default true check (only_one)
);
insert into access.teller default values;
