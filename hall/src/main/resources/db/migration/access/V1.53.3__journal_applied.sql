-- How far each node's accounting journal is in (rule 12), written by the transaction that takes its records. A node begins a new journal at
-- every start, and a row is made only when the database was away: they stay few and are kept, for an old disk may be put back.
create table access.journal_applied (
    node uuid not null,
    journal uuid not null,
    applied bigint not null,
    primary key (node, journal)
);
