-- Grids and who looks after them. A grid has one manager by its column; the log below tells of the earlier ones.
create table party.grid (
    id bigint generated always as identity primary key,
    area_path text collate "C" not null references party.area (path) on update cascade,
    name text not null,
    manager text not null references party.staff (login),
    unique (area_path, name)
);

create index grid_manager on party.grid (manager);

-- Who takes a company of tier A or B of the Area that has no manager otherwise.
create table party.area_manager (
    area_path text collate "C" primary key references party.area (path) on update cascade,
    manager text not null references party.staff (login)
);

create table party.individual (
    id bigint generated always as identity primary key,
    area_path text collate "C" not null references party.area (path) on update cascade,
    family_name text not null,
    given_name text not null,
    -- The name as names are compared: width, case, blanks and signs taken away.
    name_key text collate "C" not null,
    -- Sealed with the row's id; the keyed hash finds it.
    certificate_sealed bytea,
    certificate_hash bytea,
    contact_numbers text[] not null,
    merged_into bigint references party.individual (id) check (merged_into <> id),
    made_at timestamptz not null,
    check ((certificate_sealed is null) = (certificate_hash is null))
);

create index individual_certificate on party.individual (certificate_hash);
create index individual_name on party.individual (name_key, id);
create index individual_area on party.individual (area_path, id);
create index individual_contact on party.individual using gin (contact_numbers);
create index individual_merged on party.individual (merged_into) where merged_into is not null;

alter table party.subscriber add column holder_id bigint references party.individual (id);
create index subscriber_holder on party.subscriber (holder_id) where holder_id is not null;

create table party.company (
    id bigint generated always as identity primary key,
    area_path text collate "C" not null references party.area (path) on update cascade,
    name text not null,
    name_key text collate "C" not null,
    registration_code text collate "C" check (registration_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    industry text,
    size text check (size in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    parent_id bigint references party.company (id) check (parent_id <> id),
    grid_id bigint references party.grid (id),
    -- His own manager, who goes before the grid's.
    manager text references party.staff (login),
    tier text not null check (tier in ('A', 'B', 'C', 'MICRO')),
    -- Why the tier was set by hand; the rules leave such a company alone.
    pinned text,
    -- Fen a month, as it was told last.
    monthly_spend bigint not null default 0 check (monthly_spend >= 0),
    spend_at timestamptz,
    merged_into bigint references party.company (id) check (merged_into <> id),
    made_at timestamptz not null,
    -- Every company of tier A or B has a manager: its own, or its grid's.
    check (tier in ('C', 'MICRO') or grid_id is not null or manager is not null)
);

create index company_name on party.company (name collate "C", id);
create index company_name_key on party.company (name_key);
create index company_code on party.company (registration_code);
create index company_area on party.company (area_path, id);
create index company_parent on party.company (parent_id) where parent_id is not null;
create index company_grid on party.company (grid_id) where grid_id is not null;
create index company_manager on party.company (manager) where manager is not null;
create index company_merged on party.company (merged_into) where merged_into is not null;

create table party.tier_change (
    id bigint generated always as identity primary key,
    company_id bigint not null references party.company (id),
    at timestamptz not null,
    -- Nothing for the first tier.
    from_tier text,
    to_tier text not null,
    reason text not null,
    by_actor text not null
);

create index tier_change_company on party.tier_change (company_id, id desc);

create table party.manager_change (
    id bigint generated always as identity primary key,
    grid_id bigint references party.grid (id),
    company_id bigint references party.company (id),
    at timestamptz not null,
    manager text,
    by_actor text not null,
    check (num_nonnulls(grid_id, company_id) = 1)
);

create index manager_change_grid on party.manager_change (grid_id, id desc) where grid_id is not null;
create index manager_change_company on party.manager_change (company_id, id desc) where company_id is not null;

-- The first rule that a company meets gives its tier; who meets none is MICRO.
create table party.tier_rule (
    id bigint generated always as identity primary key,
    place integer not null unique deferrable initially deferred,
    tier text not null check (tier in ('A', 'B', 'C', 'MICRO')),
    least_spend bigint not null check (least_spend >= 0),
    least_members integer not null check (least_members >= 0),
    industry text
);

insert into party.tier_rule (place, tier, least_spend, least_members) values
    (1, 'A', 5000000, 0), (2, 'A', 0, 500), (3, 'B', 1000000, 0), (4, 'B', 0, 100), (5, 'C', 100000, 0), (6, 'C', 0, 10);

create table party.membership (
    id bigint generated always as identity primary key,
    company_id bigint not null references party.company (id),
    subscriber_id bigint not null references party.subscriber (id),
    from_day date not null,
    -- The last day; nothing while it goes on.
    to_day date check (to_day >= from_day),
    -- The kinds of charges that the company pays, and at most how many fen of a month.
    pays text[] not null,
    monthly_cap bigint check (monthly_cap >= 0),
    -- Nobody is a member of one company twice on the same day. Ranges of one id need no extension to be compared.
    exclude using gist (
        int8range(company_id, company_id, '[]') with &&,
        int8range(subscriber_id, subscriber_id, '[]') with &&,
        daterange(from_day, to_day, '[]') with &&)
);

create index membership_company on party.membership (company_id, id);
create index membership_subscriber on party.membership (subscriber_id, from_day);

create table party.billing_account (
    id bigint generated always as identity primary key,
    individual_id bigint references party.individual (id),
    company_id bigint references party.company (id),
    name text not null,
    form text not null check (form in ('PREPAID', 'POSTPAID')),
    state text not null check (state in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
    made_at timestamptz not null,
    check (num_nonnulls(individual_id, company_id) = 1)
);

create index billing_account_individual on party.billing_account (individual_id) where individual_id is not null;
create index billing_account_company on party.billing_account (company_id) where company_id is not null;
