-- What controllers were acknowledged and the books do not hold yet (docs/adr/0023): a row is a group of requests that one commit made durable, and
-- is gone by the transaction that works it in. What the books refused is put aside with the reason and tried again.
create table access.accounting_inbox (
    id bigint generated always as identity primary key,
    put_at timestamptz not null,
    node uuid not null,
    requests int not null check (requests > 0),
    body bytea not null,
    aside_at timestamptz,
    reason text
) with (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = -1);

-- It lies here for a moment: to press it together, or to lay it aside, would cost more than its room.
alter table access.accounting_inbox alter column body set storage external;

create index accounting_inbox_aside on access.accounting_inbox (aside_at) where aside_at is not null;
