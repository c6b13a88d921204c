-- People of companies who sign in to the enterprise hall.
create table party.user_login (
    id bigint generated always as identity primary key,
    company_id bigint not null references party.company (id),
    login text not null unique check (login ~ '^[a-z0-9][a-z0-9._@-]{2,63}$'),
    name text not null,
    phone text not null,
    roles text[] not null check (cardinality(roles) > 0),
    password text not null,
    locked boolean not null default false,
    -- Rises with every new password and lock: sessions that began under an older one end.
    epoch integer not null default 0,
    made_at timestamptz not null,
    last_sign_in_at timestamptz
);

create index user_login_company on party.user_login (company_id, login);
