-- The tiers of the value pyramid in versions (requirement C16): the newest is in force. To go back is to publish an older one again.
create table insight.pyramid (
    version bigint generated always as identity primary key,
    -- SPEND: a border is fen a month. SHARE: a border is how many in a thousand customers, counted from the top, belong to the tier or above.
    cut text not null check (cut in ('SPEND', 'SHARE')),
    published_at timestamptz not null,
    by_actor text not null,
    -- The version that was published again.
    again_of bigint references insight.pyramid (version)
);

create table insight.pyramid_tier (
    version bigint not null references insight.pyramid (version),
    -- 1 is the top.
    place smallint not null check (place between 1 and 9),
    zh text not null check (length(zh) between 1 and 20),
    en text not null check (length(en) between 1 and 40),
    -- The base class that the tier belongs to (requirement C15).
    class text not null check (class in ('KEY', 'BUSINESS', 'ORDINARY')),
    -- Nothing for the lowest, which takes everybody else.
    border bigint,
    primary key (version, place)
);

insert into insight.pyramid (cut, published_at, by_actor) values ('SHARE', '2026-01-01 00:00:00+00', 'system');
insert into insight.pyramid_tier (version, place, zh, en, class, border) values
    (1, 1, '钻石', 'Diamond', 'KEY', 10), (1, 2, '金', 'Gold', 'KEY', 50), (1, 3, '银', 'Silver', 'BUSINESS', 200),
    (1, 4, '普通', 'Ordinary', 'ORDINARY', null);

-- One computation of everybody's value.
create table insight.run (
    id bigint generated always as identity primary key,
    state text not null check (state in ('RUNNING', 'PUBLISHED', 'FAILED')),
    step text not null check (step in ('STARTING', 'EXPORTING', 'COMPUTING', 'LOADING', 'SWAPPING', 'SWAPPED')),
    -- Empty for the engine in process, else the address of Spark's master.
    master text not null,
    by_actor text not null,
    -- The months that were looked at, both included, and the borders in force.
    first_month date not null,
    last_month date not null,
    version bigint not null references insight.pyramid (version),
    begun_at timestamptz not null,
    -- When the program that computes was heard last.
    beat_at timestamptz not null,
    ended_at timestamptz,
    customers bigint not null default 0,
    fault text not null default '',
    -- How far the customer cards were told: all up to this subscriber.
    told_to bigint not null default 0,
    told boolean not null default false,
    check ((state = 'RUNNING') = (ended_at is null))
);

-- One at a time.
create unique index run_alone on insight.run (state) where state = 'RUNNING';
create index run_newest on insight.run (id desc);

-- The run whose figures are in force. The row changes in the transaction that brings the figures.
create table insight.standing (
    one boolean primary key default true check (one),
    run_id bigint references insight.run (id)
);
insert into insight.standing (run_id) values (null);

-- Everybody's value, one partition a run. A run fills a table of its own, which becomes a partition when it is whole.
create table insight.value (
    run_id bigint not null,
    subscriber_id bigint not null,
    area_path text collate "C" not null,
    -- Whole months as a customer among those looked at.
    months smallint not null check (months > 0),
    total_fen bigint not null,
    -- The mean of a month, rounded half away from zero.
    fen bigint not null,
    place smallint not null,
    primary key (run_id, subscriber_id)
) partition by list (run_id);

create index value_list on insight.value (run_id, place, fen desc, subscriber_id desc);

-- How many customers have which value: the whole of what figures and previews are made of.
create table insight.distribution (
    run_id bigint not null references insight.run (id),
    fen bigint not null,
    customers bigint not null check (customers > 0),
    primary key (run_id, fen)
);

-- What each tier of a run came to.
create table insight.run_tier (
    run_id bigint not null references insight.run (id),
    place smallint not null,
    -- From which monthly value on; nothing for the lowest.
    from_fen bigint,
    customers bigint not null,
    fen numeric not null,
    primary key (run_id, place)
);

-- A customer came into another tier, and why. The first tier comes from none.
create table insight.tier_change (
    subscriber_id bigint not null,
    run_id bigint not null references insight.run (id),
    at timestamptz not null,
    from_place smallint,
    to_place smallint not null,
    from_fen bigint,
    to_fen bigint not null,
    reason text not null check (reason in ('FIRST', 'SPENT_MORE', 'SPENT_LESS', 'BORDERS_MOVED')),
    primary key (subscriber_id, run_id)
);
