-- What the TM Forum interfaces show. A version rises with every change of its row.
create function party.count_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;

alter table party.individual add column version bigint not null default 1;
create trigger individual_version before update on party.individual for each row execute function party.count_version();
alter table party.company add column version bigint not null default 1;
create trigger company_version before update on party.company for each row execute function party.count_version();
alter table party.billing_account add column version bigint not null default 1;
create trigger billing_account_version before update on party.billing_account for each row execute function party.count_version();
alter table party.grid add column version bigint not null default 1;
create trigger grid_version before update on party.grid for each row execute function party.count_version();

create view party.individual_resource as
select i.id, i.version, i.area_path, i.family_name, i.given_name,
    jsonb_build_object(
        '@type', 'Individual', 'familyName', i.family_name, 'givenName', i.given_name, 'status', 'validated') as body
from party.individual i where i.merged_into is null;

create view party.organization_resource as
select c.id, c.version, c.area_path, c.name,
    jsonb_strip_nulls(jsonb_build_object(
        '@type', 'Organization', 'tradingName', c.name, 'status', 'validated',
        'organizationIdentification', case when c.registration_code is not null then jsonb_build_array(jsonb_build_object(
            'identificationType', 'unifiedSocialCreditCode', 'identificationId', c.registration_code)) end,
        'organizationParentRelationship', case when p.id is not null then jsonb_build_object(
            'relationshipType', 'partOf', 'organization', jsonb_build_object(
                'id', p.id::text, 'href', '/tmf-api/party/v4/organization/' || p.id, 'name', p.name)) end,
        'partyCharacteristic', (select jsonb_agg(jsonb_build_object('name', key, 'value', value))
            from (values ('industry', c.industry), ('size', c.size)) as known (key, value) where value is not null)))
    as body
from party.company c left join party.company p on p.id = c.parent_id where c.merged_into is null;

create view party.customer_resource as
select c.id, c.version * 1000000 + coalesce(g.version, 0) as version, c.area_path, c.name, c.tier,
    jsonb_build_object(
        '@type', 'Customer', 'name', c.name, 'status', 'active',
        'engagedParty', jsonb_build_object('id', c.id::text, 'href', '/tmf-api/party/v4/organization/' || c.id, 'name', c.name,
            '@referredType', 'Organization'),
        'characteristic', jsonb_build_array(jsonb_build_object('name', 'tier', 'value', c.tier)),
        'relatedParty', case when coalesce(c.manager, g.manager) is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
            'id', coalesce(c.manager, g.manager), 'href', '/tmf-api/partyRoleManagement/v4/partyRole/' || coalesce(c.manager, g.manager),
            'role', 'accountManager', '@referredType', 'PartyRole')) end) as body
from party.company c left join party.grid g on g.id = c.grid_id where c.merged_into is null;

create view party.billing_account_resource as
select a.id, a.version, coalesce(i.area_path, c.area_path) as area_path, a.name, a.state,
    jsonb_build_object(
        '@type', 'BillingAccount', 'name', a.name, 'state', lower(a.state), 'accountType', lower(a.form),
        'relatedParty', jsonb_build_array(jsonb_build_object(
            'id', coalesce(i.id, c.id)::text,
            'href', '/tmf-api/party/v4/' || case when i.id is not null then 'individual/' || i.id else 'organization/' || c.id end,
            'name', coalesce(c.name, case when i.family_name ~ '^[\u4e00-\u9fff]' then i.family_name || i.given_name
                else concat_ws(' ', nullif(i.given_name, ''), i.family_name) end), 'role', 'owner',
            '@referredType', case when i.id is not null then 'Individual' else 'Organization' end))) as body
from party.billing_account a
left join party.individual i on i.id = a.individual_id
left join party.company c on c.id = a.company_id;

-- Everybody of the staff who looks after a grid, a company or an Area.
create view party.account_manager_resource as
select s.login as id, s.epoch + 1::bigint as version, s.area_path, s.name,
    jsonb_build_object(
        '@type', 'PartyRole', 'name', 'AccountManager', 'status', case when s.locked then 'inactive' else 'active' end,
        'engagedParty', jsonb_build_object('id', s.login, 'name', s.name, '@referredType', 'Individual'),
        'characteristic', jsonb_build_array(
            jsonb_build_object('name', 'grids', 'valueType', 'number',
                'value', (select count(*) from party.grid g where g.manager = s.login)),
            jsonb_build_object('name', 'companies', 'valueType', 'number',
                'value', (select count(*) from party.company c left join party.grid g on g.id = c.grid_id
                    where c.merged_into is null and coalesce(c.manager, g.manager) = s.login)))) as body
from party.staff s
where exists (select 1 from party.grid g where g.manager = s.login)
    or exists (select 1 from party.company c where c.manager = s.login)
    or exists (select 1 from party.area_manager a where a.manager = s.login);

create view party.privacy_agreement_resource as
select e.id, 1::bigint as version, coalesce(c.area_path, i.area_path, h.area_path, '/') as area_path,
    jsonb_build_object(
        '@type', 'PartyPrivacyAgreement', 'name', e.purpose, 'agreementType', 'consent',
        'status', case when e.given then 'given' else 'withdrawn' end,
        'agreementPeriod', jsonb_build_object('startDateTime', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
        'agreementItem', jsonb_build_array(jsonb_build_object('termOrCondition', jsonb_build_array(jsonb_build_object(
            'description', e.source)))),
        'engagedParty', jsonb_build_array(jsonb_build_object(
            'id', coalesce(e.company_id, e.individual_id, e.subscriber_id)::text, 'role', 'customer',
            '@referredType', case when e.company_id is not null then 'Organization' when e.individual_id is not null then 'Individual'
                else 'Subscriber' end)),
        'partyPrivacyProfileCharacteristic', jsonb_build_array(jsonb_build_object(
            'name', 'medium', 'privacyUsagePurpose', e.purpose, 'value', e.medium))) as body
from party.consent_entry e
left join party.company c on c.id = e.company_id
left join party.individual i on i.id = e.individual_id
left join party.subscriber s on s.id = e.subscriber_id
left join party.individual h on h.id = s.holder_id;
