-- What one channel hands over to another, so that it goes on there and nothing is asked twice (requirements B24, B29, D3). The path is that
-- of the channel where it waits; the version counts its changes and names the contact that tells of each.
create table interaction.handover (
    id bigint generated always as identity primary key,
    area_path text collate "C" not null,
    journey uuid not null,
    from_channel_id bigint not null,
    to_channel_id bigint not null check (to_channel_id <> from_channel_id),
    subscriber_id bigint,
    company_id bigint,
    thing text not null check (thing in ('CART', 'ORDER', 'WISH')),
    order_id bigint,
    business text not null,
    remark text not null check (length(remark) <= 200),
    reason text not null,
    principles text[] not null,
    state text not null check (state in ('WAITING', 'TAKEN', 'DONE', 'WITHDRAWN')),
    given_by text not null,
    given_at timestamptz not null,
    taken_by text,
    taken_at timestamptz,
    changed_at timestamptz not null,
    version bigint not null,
    check (num_nonnulls(subscriber_id, company_id) = 1),
    check ((thing = 'WISH') = (order_id is null)),
    check ((state in ('TAKEN', 'DONE')) = (taken_by is not null)),
    check ((taken_by is null) = (taken_at is null))
);

create index handover_waiting on interaction.handover (to_channel_id, given_at, id) where state in ('WAITING', 'TAKEN');
create index handover_given on interaction.handover (from_channel_id, given_at, id) where state in ('WAITING', 'TAKEN');
create index handover_subscriber on interaction.handover (subscriber_id, given_at desc) where subscriber_id is not null;
create index handover_company on interaction.handover (company_id, given_at desc) where company_id is not null;
create index handover_area on interaction.handover (area_path);

-- An order is on its way to one channel at a time.
create unique index handover_once on interaction.handover (order_id) where state in ('WAITING', 'TAKEN');
