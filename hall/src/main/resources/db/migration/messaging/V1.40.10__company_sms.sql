-- Enterprise SMS (requirement D10): a line lets a company send notices to its members under its signature.
create table messaging.company_line (
    id bigint generated always as identity primary key,
    -- What the order's step knows it by, as long as it is open.
    key text not null unique,
    company_id bigint not null,
    signature text not null check (length(signature) between 2 and 20),
    area_path text collate "C" not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);

-- Two companies that write under one name could be taken for each other.
create unique index company_line_signature on messaging.company_line (signature) where closed_at is null;
create index company_line_company on messaging.company_line (company_id);

-- One text to many; its id is the journey of its messages.
create table messaging.company_notice (
    id uuid primary key,
    line_id bigint not null references messaging.company_line (id),
    company_id bigint not null,
    text text not null check (length(text) between 1 and 300),
    receivers integer not null check (receivers > 0),
    by_user text not null,
    at timestamptz not null
);

create index company_notice_list on messaging.company_notice (company_id, at desc, id desc);
