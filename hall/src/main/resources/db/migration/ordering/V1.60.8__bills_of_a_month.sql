-- A cycle day that is moved makes a shorter period, so that two bills of an account may be called by one month; no two begin on one day.
drop index ordering.one_bill_of_a_month;
create unique index one_bill_of_a_period on ordering.bill (account_id, from_day) where state <> 'REPLACED';

-- Which bill left it to another: where that bill is replaced, it goes too unless it was billed.
alter table ordering.bill_pending add column made_by bigint references ordering.bill;
create index bill_pending_made on ordering.bill_pending (made_by) where made_by is not null;
create index bill_pending_taken on ordering.bill_pending (bill_id) where bill_id is not null;

create or replace view ordering.customer_bill_resource as
select b.id, b.version, b.area_path, jsonb_build_object(
    'billNo', b.account_id || '-' || to_char(b.from_day, 'YYYYMMDD'),
    'billDate', ordering.moment(b.made_at),
    'lastUpdate', ordering.moment(b.changed_at),
    'billingPeriod', jsonb_build_object('startDateTime', ordering.moment(b.from_at), 'endDateTime', ordering.moment(b.to_at)),
    'paymentDueDate', ordering.moment(b.due_at),
    'category', 'normal',
    'runType', case b.source when 'OWN' then 'onCycle' else 'offCycle' end,
    'state', case b.state when 'SETTLED' then 'settled' else 'sent' end,
    'amountDue', ordering.amount(b.total_fen),
    'remainingAmount', ordering.amount(case b.state when 'SETTLED' then 0 else b.total_fen end),
    'taxIncludedAmount', ordering.amount(b.total_fen),
    'billDocument', jsonb_build_array(jsonb_build_object('id', 'bill-' || b.id)),
    'billingAccount', jsonb_build_object('id', b.account_id::text),
    'relatedParty', ordering.payer(b.company_id, b.individual_id)) as body
from ordering.bill b where b.state <> 'REPLACED';
