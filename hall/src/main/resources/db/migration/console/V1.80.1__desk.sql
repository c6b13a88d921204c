create schema console;

-- Where each member of the staff serves now.
create table console.work_place (
    login text primary key,
    channel_id bigint not null,
    since timestamptz not null
);

-- One customer served at the desk, from the moment he came until he went; the path is that of the channel.
create table console.visit (
    id uuid primary key,
    login text not null,
    channel_id bigint not null,
    area_path text collate "C" not null,
    journey uuid not null,
    subscriber_id bigint,
    company_id bigint,
    handover_id bigint,
    begun_at timestamptz not null,
    told_at timestamptz,
    wanted_at timestamptz,
    offered uuid,
    ended_at timestamptz,
    outcome text check (outcome in ('SERVED', 'ORDERED', 'INFORMED', 'HANDED_OVER', 'LEFT')),
    remark text not null default '' check (length(remark) <= 200),
    check (num_nonnulls(subscriber_id, company_id) = 1),
    check ((ended_at is null) = (outcome is null))
);

create unique index visit_subscriber on console.visit (login, subscriber_id) where ended_at is null and subscriber_id is not null;
create unique index visit_company on console.visit (login, company_id) where ended_at is null and company_id is not null;
create index visit_login on console.visit (login, begun_at desc);
create index visit_area on console.visit (area_path);
