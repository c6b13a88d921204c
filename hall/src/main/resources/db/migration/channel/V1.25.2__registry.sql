-- The class follows from the kind: a kind without a class, and so a channel without one, cannot be written (B1).
alter table channel.channel
    add column class text not null generated always as (case
        when kind in ('HALL', 'EXPERIENCE_HALL') then 'OWN_STORE'
        when kind in ('EXCLUSIVE_AGENT', 'AGENT_POINT') then 'AGENT_STORE'
        when kind in ('HOTLINE', 'SMS_HALL', 'WEB_HALL', 'INTERNET', 'APP', 'KIOSK', 'PORTAL_PAGE') then 'ELECTRONIC'
        when kind = 'MANAGER' then 'ACCOUNT_MANAGER' end) stored,
    add column english_name text not null default '',
    add column ownership text,
    add column parent_id bigint references channel.channel,
    add column grid text not null default '',
    add column status text not null default 'OPEN' check (status in ('PLANNED', 'OPEN', 'SUSPENDED', 'CLOSED')),
    add column hours text not null default 'always',
    add column contacts_per_hour integer check (contacts_per_hour > 0),
    add column contact_cost_fen bigint not null default 0 check (contact_cost_fen >= 0),
    add constraint not_its_own_parent check (parent_id <> id);

-- What a contact costs on them is an estimate to begin with; the ledger of costs will know better.
update channel.channel c set ownership = s.ownership, english_name = s.english_name, contact_cost_fen = s.fen
from (values
    ('portal', 'OPERATOR', 'Login page of the wireless city', 2),
    ('web-hall', 'OPERATOR', 'Web hall', 15),
    ('sms-hall', 'OPERATOR', 'SMS hall', 8),
    ('hotline', 'OPERATOR', 'Hotline', 350),
    ('app', 'OPERATOR', 'Mobile hall', 12),
    ('kiosk', 'OPERATOR', 'Self-service terminals', 60),
    ('internet', 'PARTNER', 'Partner sites', 40)) s (code, ownership, english_name, fen)
where c.code = s.code;
update channel.channel set ownership = case class when 'AGENT_STORE' then 'PARTNER' else 'OPERATOR' end where ownership is null;

alter table channel.channel
    alter column ownership set not null,
    alter column english_name drop default,
    alter column status drop default,
    alter column hours drop default,
    alter column contact_cost_fen drop default,
    add check (ownership in ('OPERATOR', 'PARTNER')),
    add check (class <> 'OWN_STORE' or ownership = 'OPERATOR'),
    add check (class <> 'AGENT_STORE' or ownership = 'PARTNER');

create index channel_parent on channel.channel (parent_id);
create index channel_area on channel.channel (area_path);

-- Raised by every change, so that each node knows when to read again.
create table channel.version (version bigint not null);
insert into channel.version values (1);

-- For whom, for which types of business and for what a channel is meant, until its next position begins (B9). Rows of the past never change.
create table channel.position (
    id bigint generated always as identity primary key,
    channel_id bigint not null references channel.channel,
    segments text[] not null check (cardinality(segments) > 0),
    business_types text[] not null check (cardinality(business_types) > 0),
    functions text[] not null check (cardinality(functions) > 0),
    valid_from timestamptz not null,
    unique (channel_id, valid_from)
);

-- How two channels stand to each other (B25); an empty type is all of them. A pair is written with the lower id first.
create table channel.relation (
    id bigint generated always as identity primary key,
    one_id bigint not null references channel.channel,
    other_id bigint not null references channel.channel,
    kind text not null check (kind in ('COMPLEMENT', 'ENHANCE', 'SUBSTITUTE')),
    business_type text not null default '',
    check (one_id < other_id),
    unique (one_id, other_id, kind, business_type)
);
create index relation_other on channel.relation (other_id);
