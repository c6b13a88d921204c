create table catalogue.offering (
    code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null,
    english_name text not null,
    description text not null,
    english_description text not null,
    family text not null,
    business_code text not null references catalogue.business,
    state text not null check (state in ('DESIGN', 'TRIAL', 'LAUNCH', 'GROWTH', 'MATURE', 'RETIRED')),
    buyers text[] not null check (cardinality(buyers) > 0 and buyers <@ array['PERSON', 'COMPANY']),
    trial_days integer check (trial_days between 1 and 365),
    least integer not null check (least >= 1),
    most integer not null,
    fulfilment text[] not null,
    discount_permille integer not null check (discount_permille between 0 and 1000),
    migrate_to text references catalogue.offering,
    changed_at timestamptz not null,
    check (least <= most),
    check (migrate_to <> code),
    constraint retired_with_a_way_on check (state <> 'RETIRED' or migrate_to is not null)
);
create index offering_business on catalogue.offering (business_code);
create index offering_migrate on catalogue.offering (migrate_to);

-- What a bundle is made of. Its price is the sum of theirs less the discount, so it is never above the sum (D11).
create table catalogue.bundle_part (
    bundle_code text not null references catalogue.offering,
    part_code text not null references catalogue.offering,
    place integer not null,
    quantity integer not null check (quantity between 1 and 1000),
    primary key (bundle_code, part_code),
    check (bundle_code <> part_code)
);
create index bundle_part_part on catalogue.bundle_part (part_code);

-- What has to be said when it is ordered.
create table catalogue.characteristic (
    offering_code text not null references catalogue.offering,
    code text not null check (code ~ '^[a-z][A-Za-z0-9]{0,39}$'),
    place integer not null,
    name text not null,
    english_name text not null,
    type text not null check (type in ('TEXT', 'NUMBER', 'YES_NO', 'DATE', 'MSISDN', 'CHOICE')),
    required boolean not null,
    choices text[] not null,
    primary key (offering_code, code),
    check ((type = 'CHOICE') = (cardinality(choices) > 0))
);

-- A price holds until the next one of its offering, kind and unit begins. Prices of the past never change.
create table catalogue.price (
    id bigint generated always as identity primary key,
    offering_code text not null references catalogue.offering,
    kind text not null check (kind in ('ONE_TIME', 'MONTHLY', 'USAGE')),
    unit text not null,
    fen bigint not null check (fen >= 0),
    valid_from timestamptz not null,
    check ((kind = 'USAGE') = (unit <> '')),
    unique (offering_code, kind, unit, valid_from)
);
