-- What owners of Venues make of the login page of their SSID (requirement A14). A place is the SSID at the Venue.

-- Raised by every publishing, so that each node knows when to read again.
create table access.page_number (number bigint not null);
insert into access.page_number values (1);

-- Versions are only ever added; the texts may be empty, which is the standard text. Colours are numbers, so that nothing else gets into a style.
create table access.venue_page (
    place_id bigint not null,
    version integer not null check (version > 0),
    area_path text collate "C" not null,
    title_zh text not null,
    title_en text not null,
    welcome_zh text not null,
    welcome_en text not null,
    ground integer not null check (ground between 0 and 16777215),
    ink integer not null check (ink between 0 and 16777215),
    logo text,
    made_at timestamptz not null,
    by_actor text not null,
    primary key (place_id, version)
);

-- What was shown from when on; the newest row counts. No version is the operator's own page.
create table access.venue_page_shown (
    id bigint generated always as identity primary key,
    place_id bigint not null,
    area_path text collate "C" not null,
    version integer,
    at timestamptz not null,
    by_actor text not null
);
create index venue_page_shown_place on access.venue_page_shown (place_id, id desc);

-- Logos as PNG that we drew ourselves, named after their content.
create table access.page_logo (
    place_id bigint not null,
    name text not null,
    area_path text collate "C" not null,
    png bytea not null,
    made_at timestamptz not null,
    primary key (place_id, name)
);
create index page_logo_name on access.page_logo (name);
