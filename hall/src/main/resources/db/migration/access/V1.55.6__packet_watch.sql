-- Watches over packets by controller or user (see PacketWatches), and what they caught: decoded, without secrets. Gone after a day.
create table access.packet_watch (
    id uuid primary key,
    area_path text not null,
    controller_id bigint references access.controller (id) on delete cascade,
    user_name text,
    actor text not null,
    began_at timestamptz not null,
    ends_at timestamptz not null
);
create index packet_watch_began on access.packet_watch (began_at);

create table access.watched_packet (
    id bigint generated always as identity primary key,
    watch_id uuid not null references access.packet_watch (id) on delete cascade,
    at timestamptz not null,
    way text not null,
    peer text not null,
    packet text not null
);
create index watched_packet_watch on access.watched_packet (watch_id, id);
