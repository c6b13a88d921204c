-- What people allowed and took back. The newest entry counts; entries are only ever added.
create table party.consent_entry (
    id bigint generated always as identity primary key,
    subscriber_id bigint references party.subscriber (id),
    individual_id bigint references party.individual (id),
    company_id bigint references party.company (id),
    purpose text not null,
    -- ALL stands for every medium.
    medium text not null,
    given boolean not null,
    at timestamptz not null,
    source text not null,
    by_actor text not null,
    check (num_nonnulls(subscriber_id, individual_id, company_id) = 1)
);

create index consent_subscriber on party.consent_entry (subscriber_id, purpose, at desc, id desc) where subscriber_id is not null;
create index consent_individual on party.consent_entry (individual_id, purpose, at desc, id desc) where individual_id is not null;
create index consent_company on party.consent_entry (company_id, purpose, at desc, id desc) where company_id is not null;

create function party.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only ever added', tg_table_name;
end $$;

create trigger consent_entry_append_only before update or delete on party.consent_entry
    for each row execute function party.refuse_change();
create trigger consent_entry_no_truncate before truncate on party.consent_entry
    for each statement execute function party.refuse_change();
