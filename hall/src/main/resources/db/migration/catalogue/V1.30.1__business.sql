create schema catalogue;

-- Raised by every change, so that each node knows when to read again.
create table catalogue.version (version bigint not null);
insert into catalogue.version values (1);

-- How business is classified by value and risk (B15) and how its complexity is computed (B20): one row of figures.
-- The cells are the types at low, middle, high value with low risk, then at low, middle, high value with high risk.
create table catalogue.classification (
    one_row boolean primary key default true check (one_row),
    middle_value integer not null,
    high_value integer not null,
    high_risk integer not null check (high_risk between 1 and 100),
    cells text[] not null check (cardinality(cells) = 6 and cells[1] = 'SERVICE'
        and cells @> array['SALES', 'STRATEGIC', 'INCENTIVE', 'RETENTION', 'SERVICE', 'SENSITIVE']),
    step_points integer not null check (step_points between 0 and 100),
    document_points integer not null check (document_points between 0 and 100),
    approval_points integer not null check (approval_points between 0 and 100),
    minute_points integer not null check (minute_points between 0 and 100),
    medium_from integer not null,
    high_from integer not null,
    check (1 <= middle_value and middle_value < high_value and high_value <= 100),
    check (1 <= medium_from and medium_from < high_from and high_from <= 100000)
);
insert into catalogue.classification (middle_value, high_value, high_risk, cells, step_points, document_points, approval_points,
    minute_points, medium_from, high_from)
values (34, 67, 50, array['SERVICE', 'SALES', 'INCENTIVE', 'SENSITIVE', 'RETENTION', 'STRATEGIC'], 2, 4, 6, 1, 20, 45);

-- What a class of channels may do with a type of business (B16). Sensitive business never leaves the own store, whatever is typed.
create table catalogue.permission (
    business_type text not null check (business_type in ('SALES', 'STRATEGIC', 'INCENTIVE', 'RETENTION', 'SERVICE', 'SENSITIVE')),
    channel_class text not null check (channel_class in ('OWN_STORE', 'AGENT_STORE', 'ELECTRONIC', 'ACCOUNT_MANAGER')),
    steering text not null check (steering in ('ALLOWED', 'PUSH', 'PART_PUSH', 'CONTROL', 'PART_CONTROL', 'ONLY', 'UNSTEERED', 'NO')),
    primary key (business_type, channel_class),
    constraint sensitive_in_own_stores_only check (business_type <> 'SENSITIVE' or channel_class = 'OWN_STORE' or steering = 'NO')
);
insert into catalogue.permission (business_type, channel_class, steering) values
    ('SALES', 'OWN_STORE', 'ALLOWED'), ('SALES', 'AGENT_STORE', 'PUSH'),
    ('SALES', 'ELECTRONIC', 'PUSH'), ('SALES', 'ACCOUNT_MANAGER', 'UNSTEERED'),
    ('STRATEGIC', 'OWN_STORE', 'CONTROL'), ('STRATEGIC', 'AGENT_STORE', 'NO'),
    ('STRATEGIC', 'ELECTRONIC', 'NO'), ('STRATEGIC', 'ACCOUNT_MANAGER', 'CONTROL'),
    ('INCENTIVE', 'OWN_STORE', 'PART_CONTROL'), ('INCENTIVE', 'AGENT_STORE', 'NO'),
    ('INCENTIVE', 'ELECTRONIC', 'PART_PUSH'), ('INCENTIVE', 'ACCOUNT_MANAGER', 'UNSTEERED'),
    ('RETENTION', 'OWN_STORE', 'CONTROL'), ('RETENTION', 'AGENT_STORE', 'NO'),
    ('RETENTION', 'ELECTRONIC', 'NO'), ('RETENTION', 'ACCOUNT_MANAGER', 'CONTROL'),
    ('SERVICE', 'OWN_STORE', 'ALLOWED'), ('SERVICE', 'AGENT_STORE', 'PUSH'),
    ('SERVICE', 'ELECTRONIC', 'PUSH'), ('SERVICE', 'ACCOUNT_MANAGER', 'UNSTEERED'),
    ('SENSITIVE', 'OWN_STORE', 'ONLY'), ('SENSITIVE', 'AGENT_STORE', 'NO'),
    ('SENSITIVE', 'ELECTRONIC', 'NO'), ('SENSITIVE', 'ACCOUNT_MANAGER', 'NO');

-- What channels carry. Scores and efforts are the operator's to set; these are to begin with.
create table catalogue.business (
    code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null,
    english_name text not null,
    value_score integer not null check (value_score between 0 and 100),
    risk_score integer not null check (risk_score between 0 and 100),
    steps integer not null check (steps between 0 and 100),
    documents integer not null check (documents between 0 and 100),
    approvals integer not null check (approvals between 0 and 100),
    handling_minutes integer not null check (handling_minutes between 0 and 10000),
    standard boolean not null,
    low_contact boolean not null
);
insert into catalogue.business values
    ('recharge', '充值缴费', 'Recharge', 20, 10, 2, 0, 0, 2, true, true),
    ('balance-query', '话费与流量查询', 'Balance and usage', 10, 5, 1, 0, 0, 1, true, true),
    ('bill-query', '账单与发票', 'Bills and invoices', 15, 20, 2, 0, 0, 3, true, true),
    ('order-standard', '标准产品订购', 'Order of a standard product', 50, 20, 3, 0, 0, 5, true, true),
    ('change-plan', '套餐变更', 'Change of plan', 55, 30, 4, 0, 0, 8, true, false),
    ('order-new-service', '新业务体验与订购', 'Trial and order of a new service', 80, 30, 5, 1, 0, 10, false, false),
    ('order-solution', '集团专线与方案订购', 'Order of a company solution', 92, 70, 10, 4, 2, 60, false, false),
    ('retention-offer', '挽留优惠', 'Retention offer', 60, 70, 5, 1, 1, 15, false, false),
    ('real-name', '实名登记', 'Real-name registration', 20, 90, 4, 1, 0, 6, true, false),
    ('change-holder', '过户', 'Change of holder', 15, 95, 6, 3, 1, 20, false, false),
    ('replace-card', '补换卡', 'Replacement of the card', 20, 80, 4, 1, 0, 8, true, false),
    ('close-number', '销户', 'Closing of a number', 25, 75, 5, 1, 1, 10, false, false);
