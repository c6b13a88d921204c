-- What the published definitions of TMF663, 648, 622 and 637 ask of the answers: no attribute beside theirs, none of theirs missing.
create or replace function ordering.characteristics(answers jsonb) returns jsonb language sql immutable
    return (select coalesce(jsonb_agg(jsonb_build_object('@type', 'Characteristic', 'name', key, 'valueType', 'string', 'value', value)
        order by key), '[]') from jsonb_each_text(answers));

-- An item of a quote calls its price otherwise.
create function ordering.quote_items(of_order bigint) returns jsonb language sql stable
    return (select coalesce(jsonb_agg((item - 'itemPrice') || jsonb_build_object('quoteItemPrice', item -> 'itemPrice') order by place), '[]')
        from jsonb_array_elements(ordering.items(of_order)) with ordinality as items (item, place));

create or replace view ordering.product_order_resource as
select o.id, o.version, o.area_path, o.placed_at, jsonb_strip_nulls(jsonb_build_object(
    'relatedParty', ordering.buyer(o.company_id, o.subscriber_id),
    'channel', jsonb_build_array(jsonb_build_object('id', o.channel_id::text, 'role', 'placed')),
    'billingAccount', case when o.account_id is not null then jsonb_build_object('id', o.account_id::text) end,
    'productOrderItem', ordering.items(o.id),
    'completionDate', case o.state when 'COMPLETED' then ordering.moment(o.changed_at) end)) || o.posted || jsonb_build_object(
    'orderDate', ordering.moment(o.placed_at),
    'state', case o.state when 'PENDING_APPROVAL' then 'pending' when 'PENDING_PAYMENT' then 'pending'
        when 'ACKNOWLEDGED' then 'acknowledged' when 'IN_PROGRESS' then 'inProgress' when 'COMPENSATING' then 'inProgress'
        when 'CANCELLING' then 'assessingCancellation' when 'HELD' then 'held' else lower(o.state) end) as body
from ordering.customer_order o where o.state <> 'DRAFT';

create or replace view ordering.shopping_cart_resource as
select o.id, o.version, o.area_path, jsonb_build_object(
    'relatedParty', ordering.buyer(o.company_id, o.subscriber_id),
    'cartItem', ordering.items(o.id),
    'cartTotalPrice', jsonb_build_array(ordering.price('oneTime', o.due_now_fen), ordering.price('recurring', o.monthly_fen)),
    'validFor', jsonb_build_object('startDateTime', ordering.moment(o.placed_at))) as body
from ordering.customer_order o where o.state = 'DRAFT' and o.quoted_until is null;

create or replace view ordering.quote_resource as
select o.id, o.version, o.area_path, jsonb_build_object(
    'relatedParty', ordering.buyer(o.company_id, o.subscriber_id),
    'quoteItem', ordering.quote_items(o.id),
    'quoteTotalPrice', jsonb_build_array(ordering.price('oneTime', o.due_now_fen), ordering.price('recurring', o.monthly_fen)),
    'quoteDate', ordering.moment(o.placed_at),
    'validFor', jsonb_build_object('endDateTime', ordering.moment(o.quoted_until)),
    'state', case o.state when 'DRAFT' then 'approved' when 'CANCELLED' then 'cancelled' when 'REJECTED' then 'rejected'
        else 'accepted' end) as body
from ordering.customer_order o where o.quoted_until is not null;

-- A product has no quantity in the definition, so it is one of its characteristics.
create or replace view ordering.product_resource as
select p.id, p.version, p.area_path, jsonb_strip_nulls(jsonb_build_object(
    'status', lower(p.state),
    'startDate', ordering.moment(p.started_at),
    'terminationDate', ordering.moment(coalesce(p.ended_at, p.trial_until)),
    'billingAccount', case when p.account_id is not null then jsonb_build_object('id', p.account_id::text) end,
    'productCharacteristic', ordering.characteristics(p.answers) || jsonb_build_array(jsonb_build_object(
        '@type', 'Characteristic', 'name', 'quantity', 'valueType', 'integer', 'value', p.quantity)),
    'productOffering', jsonb_build_object('id', p.offering_code),
    'productOrderItem', (select jsonb_agg(jsonb_build_object('productOrderId', p.order_id::text, 'orderItemId', (i.place + 1)::text,
            'orderItemAction', 'add') order by i.place)
        from ordering.order_item i where i.order_id = p.order_id and i.product_id = p.id),
    'productPrice', jsonb_build_array(ordering.price('oneTime', p.one_time_fen), ordering.price('recurring', p.monthly_fen)),
    'relatedParty', ordering.buyer(p.company_id, p.subscriber_id))) as body
from ordering.product p;
