-- An attempt's version is the moment of its last change: how often its cashier was asked shows nothing of it.
create or replace view ordering.payment_resource as
select p.id::text as id, 1::bigint as version, o.area_path, ordering.payment_body(o.id, o.account_id, p.fen, p.paid_at) || jsonb_build_object(
    'paymentMethod', jsonb_build_object('@type', kind.name, 'name', kind.name),
    'correlatorId', p.reference,
    'status', 'done') as body
from ordering.payment p join ordering.customer_order o on o.id = p.order_id,
    lateral (select case p.method when 'ACCOUNT' then 'account' when 'STORE' then 'cash' else 'digitalWallet' end) as kind (name)
union all
select 'attempt-' || a.id::text, (extract(epoch from a.changed_at) * 1000000)::bigint, o.area_path,
    ordering.payment_body(o.id, o.account_id, a.fen, a.changed_at) || jsonb_strip_nulls(jsonb_build_object(
    'paymentMethod', jsonb_build_object('@type', 'digitalWallet', 'name', a.cashier_code),
    'correlatorId', a.cashier_code || ':' || coalesce(nullif(a.transaction, ''), a.number),
    'status', case a.state when 'BEGUN' then 'initialized' when 'FAILED' then 'failed' when 'EXPIRED' then 'expired' else 'toRefund' end,
    'statusDescription', nullif(a.reason, '')))
from ordering.payment_attempt a join ordering.customer_order o on o.id = a.order_id where a.state <> 'PAID';
