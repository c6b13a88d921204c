-- Which period of an account is the next to be billed. Who pays beforehand is billed by nobody here.
create table ordering.bill_cycle (
    account_id bigint primary key,
    area_path text collate "C" not null,
    company_id bigint,
    individual_id bigint,
    ours boolean not null,
    cycle_day integer not null check (cycle_day between 1 and 28),
    next_from date not null,
    next_to date not null,
    computed_on date not null default '2000-01-01',
    version bigint not null default 1,
    check ((company_id is null) <> (individual_id is null)),
    check (next_from < next_to)
);
-- Persons come first: what a company pays for its members is on its bill of the same month.
create index bill_cycle_due on ordering.bill_cycle (next_to, (company_id is not null), account_id) where ours;
create index bill_cycle_computed on ordering.bill_cycle (computed_on, account_id) where ours;

-- What an account owes for a month (D12, TMF678). Nothing of it changes but its state.
create table ordering.bill (
    id bigint generated always as identity primary key,
    area_path text collate "C" not null,
    account_id bigint not null,
    company_id bigint,
    individual_id bigint,
    month date not null check (extract(day from month) = 1),
    from_day date not null,
    to_day date not null,
    due_day date not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    due_at timestamptz not null,
    total_fen bigint not null,
    source text not null check (source in ('OWN', 'BOSS')),
    state text not null check (state in ('ISSUED', 'SETTLED', 'REPLACED')),
    receipt text not null default '',
    made_at timestamptz not null,
    changed_at timestamptz not null,
    version bigint not null default 1,
    check ((company_id is null) <> (individual_id is null)),
    check (from_day < to_day)
);
create unique index one_bill_of_a_month on ordering.bill (account_id, month) where state <> 'REPLACED';
create index bill_area on ordering.bill (area_path, id);
create index bill_account on ordering.bill (account_id, month desc, id desc);
create index bill_company on ordering.bill (company_id, month desc, id desc) where company_id is not null;

-- Lines of bills, and of the period that runs: those have no bill yet.
create table ordering.bill_rate (
    id bigint generated always as identity primary key,
    area_path text collate "C" not null,
    account_id bigint not null,
    bill_id bigint references ordering.bill,
    line_key text not null,
    place integer not null,
    kind text not null check (kind in ('MONTHLY', 'ONE_TIME', 'USAGE', 'PAID_BY_COMPANY', 'FOR_MEMBER', 'CORRECTION', 'CARRIED_ON')),
    offering_code text not null,
    product_id bigint,
    subscriber_id bigint,
    company_id bigint,
    quantity bigint not null,
    unit text not null,
    fen bigint not null,
    from_day date not null,
    to_day date not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    remark text not null,
    changed_at timestamptz not null,
    version bigint not null default 1
);
create unique index bill_rate_running on ordering.bill_rate (account_id, line_key) where bill_id is null;
create index bill_rate_bill on ordering.bill_rate (bill_id, place) where bill_id is not null;
create index bill_rate_subscriber on ordering.bill_rate (subscriber_id, bill_id) where subscriber_id is not null;
create index bill_rate_area on ordering.bill_rate (area_path, id);

-- What the next bill of an account takes up besides its products: corrections, what it pays for members, a credit that was too large.
create table ordering.bill_pending (
    id bigint generated always as identity primary key,
    account_id bigint not null,
    kind text not null check (kind in ('FOR_MEMBER', 'CORRECTION', 'CARRIED_ON')),
    offering_code text not null,
    product_id bigint,
    subscriber_id bigint,
    fen bigint not null check (fen <> 0),
    from_day date not null,
    to_day date not null,
    remark text not null,
    at_day date not null,
    bill_id bigint references ordering.bill
);
create index bill_pending_account on ordering.bill_pending (account_id, at_day) where bill_id is null;

-- What was used of products, told by whoever measures it; the same key is one telling.
create table ordering.usage (
    id bigint generated always as identity primary key,
    usage_key text not null unique,
    product_id bigint not null references ordering.product,
    unit text not null,
    quantity bigint not null check (quantity > 0),
    day date not null,
    told_at timestamptz not null,
    bill_id bigint references ordering.bill
);
create index usage_product on ordering.usage (product_id, day) where bill_id is null;

create index product_account on ordering.product (account_id) where account_id is not null;
create index customer_order_account on ordering.customer_order (account_id) where account_id is not null;
create index order_event_completed on ordering.order_event (order_id) where state = 'COMPLETED';
create index order_item_product on ordering.order_item (product_id, id) where product_id is not null;

create function ordering.payer(company bigint, individual bigint) returns jsonb language sql immutable
    return jsonb_build_array(case when company is null
        then jsonb_build_object('id', individual::text, 'role', 'customer', '@referredType', 'Individual')
        else jsonb_build_object('id', company::text, 'role', 'customer', '@referredType', 'Organization') end);

create view ordering.customer_bill_resource as
select b.id, b.version, b.area_path, jsonb_build_object(
    'billNo', b.account_id || '-' || to_char(b.month, 'YYYYMM'),
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

create view ordering.billing_rate_resource as
select r.id, r.version, r.area_path, jsonb_strip_nulls(jsonb_build_object(
    'name', r.offering_code,
    'description', nullif(r.remark, ''),
    'date', ordering.moment(r.changed_at),
    'type', case when r.fen < 0 then 'appliedBillingCredit' else 'appliedBillingCharge' end,
    'isBilled', r.bill_id is not null,
    'bill', case when r.bill_id is not null then jsonb_build_object('id', r.bill_id::text) end,
    'billingAccount', jsonb_build_object('id', r.account_id::text),
    'product', case when r.product_id is not null then jsonb_build_object('id', r.product_id::text) end,
    'periodCoverage', jsonb_build_object('startDateTime', ordering.moment(r.from_at), 'endDateTime', ordering.moment(r.to_at)),
    'characteristic', jsonb_build_array(
        jsonb_build_object('name', 'kind', 'valueType', 'string', 'value', r.kind),
        jsonb_build_object('name', 'quantity', 'valueType', 'number', 'value', r.quantity),
        jsonb_build_object('name', 'unit', 'valueType', 'string', 'value', r.unit)),
    'taxIncludedAmount', ordering.amount(r.fen))) as body
from ordering.bill_rate r left join ordering.bill b on b.id = r.bill_id where b.state is distinct from 'REPLACED';
