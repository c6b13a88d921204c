-- What slots could choose among, each set once: a choice needs 16 octets for it instead of a thousand. Rows are only added; the id belongs to the content.
create table decision.candidate_set (
    id uuid primary key,
    candidates jsonb not null
);

insert into decision.candidate_set select distinct md5(candidates::text)::uuid, candidates from decision.choice;

alter table decision.choice add column candidate_set_id uuid;
update decision.choice set candidate_set_id = md5(candidates::text)::uuid;
alter table decision.choice alter column candidate_set_id set not null;
alter table decision.choice drop column candidates;
