-- Accounting waits for a realm, whatever it is called since; 0 is one that was gone before. The name is what it was called when the record came.
alter table access.roaming_forward add column realm_id bigint not null default 0;
update access.roaming_forward f set realm_id = r.id from access.realm r where r.name = f.realm;
