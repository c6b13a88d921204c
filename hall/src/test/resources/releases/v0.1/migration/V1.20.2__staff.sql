-- Which rights a role gives. The ids of rights are code; what the database names and the code does not know gives nothing.
create table party.role (
    name text primary key,
    rights text[] not null
);

insert into party.role (name, rights) values
    ('administrator', array['NETWORK_SEE', 'NETWORK_CHANGE', 'SESSION_SEE', 'SESSION_END', 'NUMBER_SEE', 'MESSAGE_SEE', 'ACCOUNT_CHANGE',
        'NUMBER_PLAN_CHANGE', 'SETTING_CHANGE', 'STAFF_CHANGE', 'AUDIT_SEE', 'IMPORT', 'EXPORT']),
    ('operator', array['NETWORK_SEE', 'NETWORK_CHANGE', 'SESSION_SEE', 'SESSION_END', 'MESSAGE_SEE', 'ACCOUNT_CHANGE', 'IMPORT', 'EXPORT']),
    ('auditor', array['NETWORK_SEE', 'SESSION_SEE', 'MESSAGE_SEE', 'AUDIT_SEE', 'EXPORT']);

create table party.staff (
    id bigint generated always as identity primary key,
    login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name text not null,
    roles text[] not null,
    area_path text not null,
    password text not null,
    must_change boolean not null,
    locked boolean not null default false,
    -- Rises with every new password and lock: sessions that began under an older one end.
    epoch integer not null default 0,
    made_at timestamptz not null,
    last_sign_in_at timestamptz
);

-- Failed tries by the name that was typed, whether somebody is called so or not: strangers learn nothing.
create table party.failed_sign_in (
    login text primary key,
    failures integer not null,
    last_at timestamptz not null,
    locked_until timestamptz
);

create index failed_sign_in_last on party.failed_sign_in (last_at);
