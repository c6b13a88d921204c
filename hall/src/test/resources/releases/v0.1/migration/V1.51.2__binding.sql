-- (SSID group, MAC) -> subscriber, born only from our own SMS verification plus the Access-Accept for that MAC (rule 2).
create table access.binding (
    id bigint generated always as identity primary key,
    ssid_group text not null,
    mac text not null,
    subscriber_id bigint not null,
    attempt uuid not null,
    area_path text not null,
    born_at timestamptz not null,
    used_at timestamptz not null,
    expires_at timestamptz not null,
    noticed_at timestamptz,
    ended_at timestamptz,
    ended_why text
);

create unique index binding_live on access.binding (ssid_group, mac) where ended_at is null;
create index binding_subscriber on access.binding (subscriber_id, ssid_group, used_at desc);
create index binding_mac on access.binding (mac) where ended_at is null;
