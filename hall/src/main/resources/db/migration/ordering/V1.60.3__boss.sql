-- What the business support system is to be told. A key is one deed, however often it is sent (D4).
create table ordering.boss_command (
    id bigint generated always as identity primary key,
    command_key text not null unique,
    subject text not null,
    order_id bigint not null references ordering.customer_order,
    body jsonb not null,
    state text not null check (state in ('WAITING', 'DONE', 'REFUSED')),
    tries integer not null default 0,
    due_at timestamptz not null,
    answer text not null default '',
    made_at timestamptz not null,
    settled_at timestamptz
);
create index boss_command_due on ordering.boss_command (due_at, id) where state = 'WAITING';
create index boss_command_subject on ordering.boss_command (subject, id) where state = 'WAITING';
create index boss_command_order on ordering.boss_command (order_id, id);

-- When the next call may be made, for all nodes together: the rate is kept by this row.
create table ordering.boss_turn (
    one_row boolean primary key default true check (one_row),
    next_at timestamptz not null
);
insert into ordering.boss_turn (next_at) values ('2000-01-01T00:00:00Z');
