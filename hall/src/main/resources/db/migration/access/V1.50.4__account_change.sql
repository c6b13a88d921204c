-- Which accounts changed or went, for the nodes that hold them in memory (see org.omnihall.hall.database.Feed); gone after minutes. A new account needs
-- no row, for nobody remembers that a name was missing.
create table access.account_change (
    id bigint generated always as identity,
    tx xid8 not null default pg_current_xact_id(),
    name text not null
);
create index account_change_tx on access.account_change (tx);

create function access.note_account_change() returns trigger language plpgsql as $$
begin
    insert into access.account_change (name) select name from before_it;
    return null;
end $$;

create trigger network_account_changed after update on access.network_account
    referencing old table as before_it for each statement execute function access.note_account_change();
create trigger network_account_removed after delete on access.network_account
    referencing old table as before_it for each statement execute function access.note_account_change();
