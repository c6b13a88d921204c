create schema ordering;

-- Carts, quotes and orders: a cart is an order that was not placed yet, so that any channel goes on with it (D3).
create table ordering.customer_order (
    id bigint generated always as identity primary key,
    area_path text collate "C" not null,
    client text not null,
    client_key text not null,
    asked text not null,
    state text not null check (state in ('DRAFT', 'PENDING_APPROVAL', 'PENDING_PAYMENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'COMPENSATING',
        'CANCELLING', 'HELD', 'COMPLETED', 'FAILED', 'CANCELLED', 'REJECTED')),
    subscriber_id bigint,
    company_id bigint,
    user_login_id bigint,
    account_id bigint,
    channel_id bigint not null,
    journey uuid not null,
    due_now_fen bigint not null check (due_now_fen >= 0),
    monthly_fen bigint not null check (monthly_fen >= 0),
    quoted_until timestamptz,
    fault text not null default '',
    placed_at timestamptz not null,
    changed_at timestamptz not null,
    version bigint not null default 1,
    unique (client, client_key),
    constraint one_buyer check ((subscriber_id is null) <> (company_id is null)),
    check (user_login_id is null or company_id is not null)
);
create index customer_order_area on ordering.customer_order (area_path, placed_at desc, id desc);
create index customer_order_placed on ordering.customer_order (placed_at desc, id desc);
create index customer_order_company on ordering.customer_order (company_id, placed_at desc, id desc) where company_id is not null;
create index customer_order_subscriber on ordering.customer_order (subscriber_id, placed_at desc, id desc) where subscriber_id is not null;

-- What has been bought and works (TMF637).
create table ordering.product (
    id bigint generated always as identity primary key,
    area_path text collate "C" not null,
    order_id bigint not null references ordering.customer_order,
    offering_code text not null,
    quantity integer not null check (quantity >= 1),
    subscriber_id bigint,
    company_id bigint,
    account_id bigint,
    state text not null check (state in ('ACTIVE', 'SUSPENDED', 'TERMINATED')),
    one_time_fen bigint not null check (one_time_fen >= 0),
    monthly_fen bigint not null check (monthly_fen >= 0),
    usage_fen jsonb not null,
    answers jsonb not null,
    results jsonb not null,
    started_at timestamptz not null,
    trial_until timestamptz,
    ended_at timestamptz,
    changed_at timestamptz not null,
    version bigint not null default 1,
    check ((subscriber_id is null) <> (company_id is null)),
    check ((state = 'TERMINATED') = (ended_at is not null))
);
create index product_area on ordering.product (area_path, id);
create index product_order on ordering.product (order_id);
create index product_company on ordering.product (company_id, id) where company_id is not null;
create index product_subscriber on ordering.product (subscriber_id, id) where subscriber_id is not null;
create index product_offering on ordering.product (offering_code, id);
create index product_trial on ordering.product (trial_until) where trial_until is not null and state = 'ACTIVE';

create table ordering.order_item (
    id bigint generated always as identity primary key,
    order_id bigint not null references ordering.customer_order,
    place integer not null,
    offering_code text not null,
    quantity integer not null check (quantity >= 1),
    action text not null check (action in ('ADD', 'CHANGE', 'TERMINATE')),
    answers jsonb not null,
    trial_days integer check (trial_days >= 1),
    product_id bigint references ordering.product,
    one_time_fen bigint not null check (one_time_fen >= 0),
    monthly_fen bigint not null check (monthly_fen >= 0),
    usage_fen jsonb not null,
    open boolean not null,
    unique (order_id, place),
    check (action = 'ADD' or product_id is not null)
);
create index order_item_offering on ordering.order_item (offering_code, order_id);
-- A product is in one order at a time; a cart holds none.
create unique index one_open_order_of_a_product on ordering.order_item (product_id) where open and product_id is not null;

-- What happened to an order, by whom, and on which channel; only ever added.
create table ordering.order_event (
    id bigint generated always as identity primary key,
    order_id bigint not null references ordering.customer_order,
    at timestamptz not null,
    actor text not null,
    channel_id bigint not null,
    state text not null,
    remark text not null
);
create index order_event_order on ordering.order_event (order_id, id);

-- A buyer tries an offering once (D1). A trial that never began is taken back.
create table ordering.trial (
    buyer text not null,
    offering_code text not null,
    order_id bigint not null references ordering.customer_order,
    primary key (buyer, offering_code)
);
create index trial_order on ordering.trial (order_id);

-- Above this an order of a company waits for its administrator. Without a row nothing waits.
create table ordering.approval_limit (
    company_id bigint primary key,
    limit_fen bigint not null check (limit_fen >= 0)
);

create table ordering.payment (
    id bigint generated always as identity primary key,
    order_id bigint not null unique references ordering.customer_order,
    fen bigint not null check (fen > 0),
    method text not null check (method in ('ACCOUNT', 'CASHIER', 'STORE')),
    reference text not null,
    payer text not null,
    paid_at timestamptz not null,
    unique (method, reference)
);
