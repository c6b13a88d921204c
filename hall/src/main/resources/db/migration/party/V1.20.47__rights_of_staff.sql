-- Roles and what the staff may do where, as TMF672 tells of them. A version rises with what is told, not with every sign-in.
alter table party.role add column version bigint not null default 1;
create trigger role_version before update on party.role for each row execute function party.count_version();
alter table party.staff add column version bigint not null default 1;
create trigger staff_version before update of name, roles, area_path, locked on party.staff
    for each row execute function party.count_version();

-- A right such as NUMBER_PLAN_CHANGE: function number-plan, action change. One of a single word is its function, to be used.
create view party.user_role_resource as
select r.name as id, r.version, '/'::text collate "C" as area_path,
    jsonb_build_object(
        '@type', 'UserRole', 'involvementRole', r.name,
        'entitlement', (select coalesce(jsonb_agg(jsonb_build_object(
                '@type', 'Entitlement', 'id', held.name,
                'function', replace(lower(coalesce(substring(held.name from '^(.*)_[^_]*$'), held.name)), '_', '-'),
                'action', case when held.name like '%\_%' then lower(substring(held.name from '[^_]*$')) else 'use' end)
                order by held.name), '[]')
            from unnest(r.rights) as held (name))) as body
from party.role r;

-- One of each member of the staff: his roles, over his Area. Who is locked keeps none.
create view party.permission_resource as
select s.login as id, s.version, s.area_path,
    jsonb_build_object(
        '@type', 'Permission', 'description', s.name,
        'creationDate', to_char(s.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'validFor', jsonb_build_object('startDateTime', to_char(s.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
        'user', jsonb_build_object('id', s.login, 'name', s.name, 'role', 'staff', '@referredType', 'Individual'),
        'assetUserRole', case when s.locked then '[]'::jsonb else (
            select coalesce(jsonb_agg(jsonb_build_object(
                    '@type', 'AssetUserRole',
                    'manageableAsset', jsonb_build_object('id', s.area_path, '@referredType', 'Area'),
                    'userRole', jsonb_build_object('id', given.name,
                        'href', '/tmf-api/userrolepermission/v4/userRole/' || given.name, '@referredType', 'UserRole'))
                    order by given.place), '[]')
                from unnest(s.roles) with ordinality as given (name, place)) end) as body
from party.staff s;
