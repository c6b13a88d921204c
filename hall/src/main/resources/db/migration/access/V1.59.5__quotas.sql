-- What an access profile gives a person in all (requirement A6); zero is no limit.
alter table access.access_profile
    add column day_seconds bigint not null default 0,
    add column day_octets bigint not null default 0,
    add column month_seconds bigint not null default 0,
    add column month_octets bigint not null default 0,
    add column hours text not null default 'always',
    add column reached text not null default 'ENDS',
    add column slow_up_bits_per_second bigint not null default 0,
    add column slow_down_bits_per_second bigint not null default 0;

-- What owners of places have used in a day or a month of the operator's calendar, over all their devices. The amounts are written in the transaction
-- that works an event into its session, as what the event adds to it: once each, in any order and on any node.
create table access.quota_use (
    owner text not null,
    period text not null,
    begins date not null,
    ends_at timestamptz not null,
    seconds bigint not null,
    octets bigint not null,
    -- what the profile gave at the newest event; zero is no limit
    bound_seconds bigint not null,
    bound_octets bigint not null,
    -- what was given beyond it
    extra_seconds bigint not null default 0,
    extra_octets bigint not null default 0,
    -- when it was used up, by the node's clock, and when the owner's sessions were looked at for it
    reached_at timestamptz,
    taken_at timestamptz,
    settled_at timestamptz,
    -- when they were for the first time; it stays where more is given later
    first_settled_at timestamptz,
    -- when those sessions were looked at that went on beyond the end of the period
    lifted_at timestamptz,
    primary key (owner, period, begins)
) with (fillfactor = 70);

create index quota_use_reached on access.quota_use (reached_at) where reached_at is not null and settled_at is null;
create index quota_use_lifted on access.quota_use (ends_at) where first_settled_at is not null and lifted_at is null;
create index quota_use_ended on access.quota_use (period, ends_at);

alter table access.change_request add column octets bigint not null default 0;
