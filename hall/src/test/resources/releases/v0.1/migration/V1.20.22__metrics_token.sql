-- The one token by which a scraper reads the metrics; only its SHA-256 is kept.
create table party.metrics_token (
    only_row boolean primary key check (only_row),
    hash bytea not null,
    made_at timestamptz not null,
    by_actor text not null
);
