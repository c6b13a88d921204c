-- What nodes tell each other about owners' places (see PlaceNews and org.omnihall.hall.database.Feed); gone after minutes.
create table access.place_news (
    id bigint generated always as identity,
    tx xid8 not null default pg_current_xact_id(),
    node uuid not null,
    body bytea not null
);
create index place_news_tx on access.place_news (tx);

comment on table access.reservation is 'Of version 0.1: what was admitted travels in Class now, and places are held in memory.';
