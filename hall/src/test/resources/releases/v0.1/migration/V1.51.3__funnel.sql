-- The login funnel (requirement A10), append-only: a step reached (once an attempt), or a drop with its reason.
create table access.funnel_step (
    id bigint generated always as identity primary key,
    attempt uuid,
    step text not null,
    reason text not null default '',
    detail text not null default '',
    at timestamptz not null,
    number_key bytea,
    area_path text not null,
    venue_id bigint,
    controller_id bigint,
    ssid text not null,
    ap_mac text,
    phone text not null
);

create unique index funnel_step_once on access.funnel_step (attempt, step) where reason = '';
create index funnel_step_attempt on access.funnel_step (attempt, at);
create index funnel_step_number on access.funnel_step (number_key, at desc) where number_key is not null;
create index funnel_step_at on access.funnel_step (at desc, id desc);

create table access.funnel_hour (
    hour timestamptz not null,
    area_path text not null,
    venue_id bigint not null,
    controller_id bigint not null,
    ssid text not null,
    ap_mac text not null,
    phone text not null,
    step text not null,
    reason text not null,
    times bigint not null,
    primary key (hour, area_path, venue_id, controller_id, ssid, ap_mac, phone, step, reason)
);
