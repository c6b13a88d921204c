-- What a client of the interface sent, so that it stands there as it was sent.
alter table ordering.customer_order add column posted jsonb not null default '{}';

create function ordering.moment(at timestamptz) returns text language sql immutable
    return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create function ordering.buyer(company bigint, subscriber bigint) returns jsonb language sql immutable
    return jsonb_build_array(case when company is null
        then jsonb_build_object('id', subscriber::text, 'role', 'customer', '@referredType', 'Subscriber')
        else jsonb_build_object('id', company::text, 'role', 'customer', '@referredType', 'Organization') end);

create function ordering.characteristics(answers jsonb) returns jsonb language sql immutable
    return (select coalesce(jsonb_agg(jsonb_build_object('name', key, 'valueType', 'string', 'value', value) order by key), '[]')
        from jsonb_each_text(answers));

create function ordering.price(kind text, fen bigint) returns jsonb language sql immutable
    return jsonb_strip_nulls(jsonb_build_object('priceType', kind, 'recurringChargePeriod', case kind when 'recurring' then 'month' end,
        'price', jsonb_build_object('dutyFreeAmount', jsonb_build_object('unit', 'CNY', 'value', round(fen / 100.0, 2)))));

-- The items of a cart, a quote or an order, which TMF names differently and shapes alike.
create function ordering.items(of_order bigint) returns jsonb language sql stable
    return (select coalesce(jsonb_agg(jsonb_build_object(
        'id', (i.place + 1)::text,
        'action', case i.action when 'ADD' then 'add' when 'CHANGE' then 'modify' else 'delete' end,
        'quantity', i.quantity,
        'productOffering', jsonb_build_object('id', i.offering_code),
        'product', jsonb_strip_nulls(jsonb_build_object('id', i.product_id::text, 'productCharacteristic',
            ordering.characteristics(i.answers))),
        'itemPrice', jsonb_build_array(ordering.price('oneTime', i.one_time_fen), ordering.price('recurring', i.monthly_fen)))
        order by i.place), '[]') from ordering.order_item i where i.order_id = of_order);

create view ordering.product_order_resource as
select o.id, o.version, o.area_path, o.placed_at, jsonb_strip_nulls(jsonb_build_object(
    'relatedParty', ordering.buyer(o.company_id, o.subscriber_id),
    'channel', jsonb_build_array(jsonb_build_object('id', o.channel_id::text, 'role', 'placed')),
    'billingAccount', case when o.account_id is not null then jsonb_build_object('id', o.account_id::text) end,
    'productOrderItem', ordering.items(o.id))) || o.posted || jsonb_build_object(
    'orderDate', ordering.moment(o.placed_at),
    'lastUpdate', ordering.moment(o.changed_at),
    'state', case o.state when 'PENDING_APPROVAL' then 'pending' when 'PENDING_PAYMENT' then 'pending'
        when 'ACKNOWLEDGED' then 'acknowledged' when 'IN_PROGRESS' then 'inProgress' when 'COMPENSATING' then 'inProgress'
        when 'CANCELLING' then 'assessingCancellation' when 'HELD' then 'held' else lower(o.state) end) as body
from ordering.customer_order o where o.state <> 'DRAFT';

create view ordering.shopping_cart_resource as
select o.id, o.version, o.area_path, jsonb_build_object(
    'relatedParty', ordering.buyer(o.company_id, o.subscriber_id),
    'cartItem', ordering.items(o.id),
    'cartTotalPrice', jsonb_build_array(ordering.price('oneTime', o.due_now_fen), ordering.price('recurring', o.monthly_fen)),
    'creationDate', ordering.moment(o.placed_at),
    'lastUpdate', ordering.moment(o.changed_at)) as body
from ordering.customer_order o where o.state = 'DRAFT' and o.quoted_until is null;

-- A quote stays to be seen when it was accepted.
create view ordering.quote_resource as
select o.id, o.version, o.area_path, jsonb_build_object(
    'relatedParty', ordering.buyer(o.company_id, o.subscriber_id),
    'quoteItem', ordering.items(o.id),
    'quoteTotalPrice', jsonb_build_array(ordering.price('oneTime', o.due_now_fen), ordering.price('recurring', o.monthly_fen)),
    'quoteDate', ordering.moment(o.placed_at),
    'validFor', jsonb_build_object('endDateTime', ordering.moment(o.quoted_until)),
    'state', case o.state when 'DRAFT' then 'approved' when 'CANCELLED' then 'cancelled' when 'REJECTED' then 'rejected'
        else 'accepted' end) as body
from ordering.customer_order o where o.quoted_until is not null;

create view ordering.product_resource as
select p.id, p.version, p.area_path, jsonb_strip_nulls(jsonb_build_object(
    'status', lower(p.state),
    'startDate', ordering.moment(p.started_at),
    'terminationDate', ordering.moment(coalesce(p.ended_at, p.trial_until)),
    'quantity', p.quantity,
    'billingAccount', jsonb_strip_nulls(jsonb_build_object('id', p.account_id::text)),
    'productCharacteristic', ordering.characteristics(p.answers),
    'productOffering', jsonb_build_object('id', p.offering_code),
    'productOrderItem', jsonb_build_array(jsonb_build_object('productOrderId', p.order_id::text)),
    'productPrice', jsonb_build_array(ordering.price('oneTime', p.one_time_fen), ordering.price('recurring', p.monthly_fen)),
    'relatedParty', ordering.buyer(p.company_id, p.subscriber_id))) as body
from ordering.product p;

create view ordering.payment_resource as
select p.id, 1::bigint as version, o.area_path, jsonb_build_object(
    'account', jsonb_build_object('id', coalesce(o.account_id::text, 'order-' || o.id)),
    'paymentMethod', jsonb_build_object('@type', case p.method when 'ACCOUNT' then 'account' when 'STORE' then 'cash' else 'digitalWallet' end),
    'paymentItem', jsonb_build_array(jsonb_build_object('id', o.id::text,
        'amount', jsonb_build_object('unit', 'CNY', 'value', round(p.fen / 100.0, 2)),
        'item', jsonb_build_object('id', o.id::text, '@referredType', 'ProductOrder'))),
    'totalAmount', jsonb_build_object('unit', 'CNY', 'value', round(p.fen / 100.0, 2)),
    'amount', jsonb_build_object('unit', 'CNY', 'value', round(p.fen / 100.0, 2)),
    'paymentDate', ordering.moment(p.paid_at),
    'status', 'done') as body
from ordering.payment p join ordering.customer_order o on o.id = p.order_id;
create index step_key on ordering.step (step_key);
