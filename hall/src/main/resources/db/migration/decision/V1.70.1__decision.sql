create schema decision;

-- Raised by every change of what is kept in memory.
create table decision.version (
    only_row boolean primary key default true check (only_row),
    number bigint not null
);

insert into decision.version (number) values (1);

-- What counts for how much when channels are put in order, and from which mean monthly spend on a customer is of the band.
create table decision.weight (
    band text primary key,
    from_monthly_fen bigint not null check (from_monthly_fen >= 0),
    preference_fen bigint not null check (preference_fen between 0 and 1000000),
    cost_percent integer not null check (cost_percent between 0 and 1000)
);

insert into decision.weight (band, from_monthly_fen, preference_fen, cost_percent) values
    ('HIGH', 15000, 2000, 50),
    ('MIDDLE', 5000, 1000, 100),
    ('LOW', 0, 300, 150);

-- What slots may show.
create table decision.slot_item (
    id bigint generated always as identity primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    kind text not null check (kind in ('OFFER', 'INFORMATION')),
    offering text,
    title_zh text not null,
    title_en text not null,
    text_zh text not null,
    text_en text not null,
    picture text not null,
    places text[] not null,
    bands text[] not null,
    area_path text collate "C" not null,
    weight integer not null check (weight between 1 and 1000),
    state text not null check (state in ('DRAFT', 'LIVE', 'STOPPED')),
    from_at timestamptz,
    until_at timestamptz,
    check ((kind = 'OFFER') = (offering is not null))
);

insert into decision.slot_item (code, kind, title_zh, title_en, text_zh, text_en, picture, places, bands, area_path, weight, state) values
    ('city', 'INFORMATION', '一座城，一张网', 'One city, one network', '广场、景区、政务大厅，走到哪里都自动连接。',
        'Squares, sights and public halls: you connect wherever you go.', 'city', '{PORTAL}', '{}', '/', 100, 'LIVE'),
    ('speed', 'INFORMATION', '快人一步', 'A step ahead', '刷视频、发照片，都不用等。',
        'Videos and photos without the wait.', 'speed', '{PORTAL}', '{}', '/', 100, 'LIVE'),
    ('care', 'INFORMATION', '为您省流量', 'Saves your data', '连上无线网络，把流量留给路上用。',
        'Stay on Wi-Fi and keep your mobile data for the road.', 'care', '{PORTAL}', '{}', '/', 100, 'LIVE');

-- Which share of customers never sees an offer, so that offers can be judged; the salt decides who they are.
create table decision.hold_out (
    only_row boolean primary key default true check (only_row),
    permille integer not null check (permille between 0 and 500),
    salt text not null
);

insert into decision.hold_out (permille, salt) values (100, 'first');

-- What a slot showed to whom, and with which probability; rows are only added, and go with their time.
create table decision.choice (
    id uuid primary key,
    at timestamptz not null,
    place text not null,
    journey uuid not null,
    channel_id bigint not null,
    subscriber_id bigint,
    area_path text collate "C" not null,
    held_out boolean not null,
    item text,
    would text,
    probability double precision not null check (probability > 0 and probability <= 1),
    candidates jsonb not null,
    band text,
    version bigint not null
);

create index choice_at on decision.choice (at desc, id desc);
create index choice_subscriber on decision.choice (subscriber_id, at desc) where subscriber_id is not null;

create table decision.outcome (
    choice_id uuid not null references decision.choice (id) on delete cascade,
    kind text not null check (kind in ('CLICKED', 'ORDERED')),
    at timestamptz not null,
    primary key (choice_id, kind)
);

-- Where customers were steered, by which principles and why; rows are only added.
create table decision.diversion (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    journey uuid not null,
    subscriber_id bigint,
    channel_id bigint not null,
    business text not null,
    band text not null,
    answer text not null check (answer in ('HERE', 'DIVERTED', 'HANDED_OVER', 'NOWHERE')),
    to_channel_id bigint,
    reason text not null,
    fired text[] not null,
    inputs jsonb not null,
    check ((answer in ('DIVERTED', 'HANDED_OVER')) = (to_channel_id is not null)),
    check (answer <> 'DIVERTED' or reason in ('COST', 'CAPACITY'))
);

create index diversion_at on decision.diversion (at desc, id desc);
