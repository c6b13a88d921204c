create schema interaction;

-- The contact log (requirement B29): one row a contact, only ever added, one partition a month of the contact's own time. What comes
-- for a month without a partition goes to contact_rest, so that no contact is ever refused for want of one.
create table interaction.contact (
    id bigint generated always as identity,
    at timestamptz not null,
    written_at timestamptz not null,
    source text not null check (source ~ '^[a-z][a-z0-9.-]{0,39}$'),
    source_id text not null check (length(source_id) between 1 and 100),
    journey uuid not null,
    channel_id bigint not null,
    subscriber_id bigint,
    company_id bigint,
    user_name text,
    direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
    kind text not null,
    business text,
    outcome text not null,
    detail jsonb not null check (octet_length(detail::text) <= 4000),
    area_path text collate "C" not null,
    venue_id bigint,
    primary key (id, at)
) partition by range (at);

create index contact_subscriber on interaction.contact (subscriber_id, at desc, id desc) where subscriber_id is not null;
create index contact_company on interaction.contact (company_id, at desc, id desc) where company_id is not null;
create index contact_journey on interaction.contact (journey, at, id);
create index contact_list on interaction.contact (at desc, id desc);
create index contact_channel on interaction.contact (channel_id, at desc, id desc);
create index contact_kind on interaction.contact (kind, at desc, id desc);

-- Nothing is changed or taken away but by dropping a whole month. Only the path of an Area that moved is followed: the place stays the same.
create function interaction.refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if to_jsonb(new) - 'area_path' = to_jsonb(old) - 'area_path' then
            return new;
        end if;
    end if;
    raise exception 'the contact log is append-only: % refused', tg_op using errcode = 'integrity_constraint_violation';
end
$$;

create trigger contact_append_only before update or delete on interaction.contact
    for each row execute function interaction.refuse_change();
create trigger contact_no_truncate before truncate on interaction.contact
    for each statement execute function interaction.refuse_change();

-- A place for what has no month of its own. A source names each of its contacts once: every partition has this index, so a contact that is
-- pushed again is known, whatever time it is pushed with, as long as the time lies in the same month.
create table interaction.contact_rest partition of interaction.contact default;
create unique index contact_rest_once on interaction.contact_rest (source, source_id);
create trigger contact_rest_no_truncate before truncate on interaction.contact_rest
    for each statement execute function interaction.refuse_change();

-- Journeys a day and channel that customers began themselves, from which everybody's channel preference is read (requirement B18).
create table interaction.channel_day (
    day date not null,
    channel_id bigint not null,
    journeys bigint not null,
    primary key (day, channel_id)
);

create table interaction.channel_share (
    channel_id bigint primary key,
    share double precision not null check (share >= 0 and share <= 1)
);
