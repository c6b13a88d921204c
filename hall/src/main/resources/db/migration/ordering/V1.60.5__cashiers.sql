-- The cashiers that take payments (D1). Our secrets are sealed by the vault: own_key signs what we say, message_key opens what WeChat Pay
-- encrypts. A cashier is closed and never taken away, for its attempts name it.
create table ordering.cashier (
    code text primary key check (code ~ '^[a-z0-9-]{1,30}$'),
    kind text not null check (kind in ('SANDBOX', 'ALIPAY', 'WECHAT_PAY')),
    open boolean not null,
    merchant text not null,
    app text not null,
    address text not null,
    serial text not null,
    peer_serial text not null,
    peer_key text not null,
    own_key bytea not null,
    message_key bytea,
    changed_at timestamptz not null
);

-- Attempts to pay what an order owes. While one is begun it has a moment at which the cashier is asked after it.
create table ordering.payment_attempt (
    id bigint generated always as identity primary key,
    number text not null unique,
    order_id bigint not null references ordering.customer_order,
    cashier_code text not null references ordering.cashier,
    kind text not null,
    fen bigint not null check (fen > 0),
    state text not null check (state in ('BEGUN', 'PAID', 'FAILED', 'EXPIRED', 'TO_REFUND')),
    page text not null default '',
    come_back text not null,
    actor text not null,
    channel_id bigint not null,
    transaction text not null default '',
    reason text not null default '',
    begun_at timestamptz not null,
    expires_at timestamptz not null,
    changed_at timestamptz not null,
    due_at timestamptz,
    asked integer not null default 0,
    check ((state = 'BEGUN') = (due_at is not null))
);
create index payment_attempt_order on ordering.payment_attempt (order_id, id desc);
create index payment_attempt_due on ordering.payment_attempt (due_at) where due_at is not null;
create index payment_attempt_refund on ordering.payment_attempt (id) where state = 'TO_REFUND';

-- Callbacks that were believed, so that one that is played again is known.
create table ordering.cashier_callback (
    cashier_code text not null,
    nonce text not null,
    number text not null,
    at timestamptz not null,
    primary key (cashier_code, nonce)
);

-- Payments, and attempts that paid nothing, in one list; an attempt that paid is its payment.
create index payment_key on ordering.payment ((id::text));
create index payment_attempt_key on ordering.payment_attempt (('attempt-' || id::text)) where state <> 'PAID';

create function ordering.amount(fen bigint) returns jsonb language sql immutable
    return jsonb_build_object('unit', 'CNY', 'value', round(fen / 100.0, 2));

create function ordering.payment_body(of_order bigint, account bigint, fen bigint, at timestamptz) returns jsonb language sql immutable
    return jsonb_build_object(
        'account', jsonb_build_object('id', coalesce(account::text, 'order-' || of_order)),
        'paymentItem', jsonb_build_array(jsonb_build_object('id', of_order::text, 'amount', ordering.amount(fen),
            'item', jsonb_build_object('id', of_order::text, '@referredType', 'ProductOrder'))),
        'totalAmount', ordering.amount(fen),
        'amount', ordering.amount(fen),
        'paymentDate', ordering.moment(at));

drop view ordering.payment_resource;
create view ordering.payment_resource as
select p.id::text as id, 1::bigint as version, o.area_path, ordering.payment_body(o.id, o.account_id, p.fen, p.paid_at) || jsonb_build_object(
    'paymentMethod', jsonb_build_object('@type', kind.name, 'name', kind.name),
    'correlatorId', p.reference,
    'status', 'done') as body
from ordering.payment p join ordering.customer_order o on o.id = p.order_id,
    lateral (select case p.method when 'ACCOUNT' then 'account' when 'STORE' then 'cash' else 'digitalWallet' end) as kind (name)
union all
select 'attempt-' || a.id::text, 1::bigint + a.asked, o.area_path, ordering.payment_body(o.id, o.account_id, a.fen, a.changed_at)
    || jsonb_strip_nulls(jsonb_build_object(
    'paymentMethod', jsonb_build_object('@type', 'digitalWallet', 'name', a.cashier_code),
    'correlatorId', a.cashier_code || ':' || coalesce(nullif(a.transaction, ''), a.number),
    'status', case a.state when 'BEGUN' then 'initialized' when 'FAILED' then 'failed' when 'EXPIRED' then 'expired' else 'toRefund' end,
    'statusDescription', nullif(a.reason, '')))
from ordering.payment_attempt a join ordering.customer_order o on o.id = a.order_id where a.state <> 'PAID';
