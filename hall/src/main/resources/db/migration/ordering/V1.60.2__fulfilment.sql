-- The steps that make an order real, one after the other. Of each order at most one is due; a lease is a later moment of being due.
create table ordering.step (
    id bigint generated always as identity primary key,
    order_id bigint not null references ordering.customer_order,
    item_id bigint not null references ordering.order_item,
    place integer not null,
    kind text not null,
    offering_code text not null,
    step_key text not null,
    direction text not null check (direction in ('RUN', 'TAKE_BACK')),
    state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED', 'SKIPPED')),
    tries integer not null default 0,
    due_at timestamptz,
    claim uuid,
    began_at timestamptz,
    result jsonb not null default '{}',
    reason text not null default '',
    unique (order_id, place)
);
create index step_due on ordering.step (due_at) where due_at is not null;
create unique index one_due_step_of_an_order on ordering.step (order_id) where due_at is not null;
create index step_item on ordering.step (item_id, place);
