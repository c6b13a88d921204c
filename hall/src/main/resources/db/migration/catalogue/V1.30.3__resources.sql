-- How often an offering or its prices were changed: its entity tag.
alter table catalogue.offering add column row_version bigint not null default 1;

-- Offerings, their prices and their families as TMF620 reads them. The catalogue belongs to the whole operator.
create view catalogue.product_offering_resource as
select o.code as id, o.row_version as version, '/'::text as area_path, o.name, o.changed_at, o.family,
    s.status, s.sellable, exists (select from catalogue.bundle_part p where p.bundle_code = o.code) as bundle,
    jsonb_strip_nulls(jsonb_build_object(
        '@type', 'ProductOffering',
        'name', o.name,
        'description', nullif(o.description, ''),
        'isBundle', exists (select from catalogue.bundle_part p where p.bundle_code = o.code),
        'isSellable', s.sellable,
        'lifecycleStatus', s.status,
        'statusReason', lower(o.state),
        'lastUpdate', to_char(o.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'version', '1.' || o.row_version,
        'category', jsonb_build_array(jsonb_build_object('id', o.family,
            'href', '/tmf-api/productCatalogManagement/v4/category/' || o.family)),
        'marketSegment', (select jsonb_agg(jsonb_build_object('id', buyer) order by buyer) from unnest(o.buyers) buyer),
        'bundledProductOffering', (select jsonb_agg(jsonb_build_object('id', p.part_code,
                'href', '/tmf-api/productCatalogManagement/v4/productOffering/' || p.part_code, 'name', part.name,
                'bundledProductOfferingOption', jsonb_build_object('numberRelOfferDefault', p.quantity,
                    'numberRelOfferLowerLimit', p.quantity, 'numberRelOfferUpperLimit', p.quantity)) order by p.place)
            from catalogue.bundle_part p join catalogue.offering part on part.code = p.part_code where p.bundle_code = o.code),
        'prodSpecCharValueUse', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', a.code, 'description', a.name,
                'valueType', lower(a.type), 'minCardinality', case when a.required then 1 else 0 end, 'maxCardinality', 1,
                'productSpecCharacteristicValue', (select jsonb_agg(jsonb_build_object('value', choice) order by n)
                    from unnest(a.choices) with ordinality c (choice, n)))) order by a.place)
            from catalogue.characteristic a where a.offering_code = o.code),
        'productOfferingPrice', (select jsonb_agg(jsonb_build_object('id', r.id::text,
                'href', '/tmf-api/productCatalogManagement/v4/productOfferingPrice/' || r.id) order by r.id)
            from catalogue.price r where r.offering_code = o.code),
        'productOfferingTerm', case when o.trial_days is not null then jsonb_build_array(jsonb_build_object('name', 'trial',
            'duration', jsonb_build_object('amount', o.trial_days, 'units', 'day'))) end,
        'productOfferingRelationship', case when o.migrate_to is not null then jsonb_build_array(jsonb_build_object('id', o.migrate_to,
            'href', '/tmf-api/productCatalogManagement/v4/productOffering/' || o.migrate_to, 'relationshipType', 'migration')) end)) as body
from catalogue.offering o
join (values ('DESIGN', 'In design', false), ('TRIAL', 'In test', false), ('LAUNCH', 'Launched', true), ('GROWTH', 'Active', true),
    ('MATURE', 'Active', true), ('RETIRED', 'Retired', false)) s (state, status, sellable) on s.state = o.state;

-- A price ends where the next of its offering, kind and unit begins.
create view catalogue.product_offering_price_resource as
select r.id, r.version, '/'::text as area_path, r.type, r.valid_from,
    jsonb_strip_nulls(jsonb_build_object(
        '@type', 'ProductOfferingPrice',
        'name', r.name || ' ' || r.type || case when r.unit <> '' then ' ' || r.unit else '' end,
        'priceType', r.type,
        'recurringChargePeriodType', case when r.type = 'recurring' then 'month' end,
        'recurringChargePeriodLength', case when r.type = 'recurring' then 1 end,
        'price', jsonb_build_object('unit', 'CNY', 'value', round(r.fen / 100.0, 2)),
        'unitOfMeasure', case when r.unit <> '' then jsonb_build_object('amount', 1, 'units', r.unit) end,
        'lifecycleStatus', 'Active',
        'lastUpdate', to_char(r.valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'validFor', jsonb_build_object(
            'startDateTime', to_char(r.valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'endDateTime', to_char(r.valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))) as body
from (select p.id, p.fen, p.unit, p.valid_from, o.name,
        lead(p.valid_from) over same_thing as valid_until,
        row_number() over (partition by p.offering_code, p.kind, p.unit order by p.valid_from desc) as version,
        case p.kind when 'ONE_TIME' then 'oneTime' when 'MONTHLY' then 'recurring' else 'usage' end as type
    from catalogue.price p join catalogue.offering o on o.code = p.offering_code
    window same_thing as (partition by p.offering_code, p.kind, p.unit order by p.valid_from)) r;

create view catalogue.category_resource as
select f.id, 1::bigint as version, '/'::text as area_path, f.name,
    jsonb_build_object(
        '@type', 'Category',
        'name', f.name,
        'description', f.english_name,
        'isRoot', true,
        'lifecycleStatus', 'Active',
        'version', '1.0',
        'lastUpdate', '2026-11-26T00:00:00Z') as body
from (values
    ('LOCATION_CHECK_IN', '定位签到', 'Location check-in'),
    ('VEHICLE_MANAGEMENT', '车务管理', 'Vehicle management'),
    ('V_NET', 'V网', 'V-net'),
    ('DEDICATED_LINE', '专线', 'Dedicated line'),
    ('COLOR_RING', '彩铃', 'Ring-back tones'),
    ('ENTERPRISE_SMS', '企业短信', 'Enterprise SMS'),
    ('BUSINESS_WLAN', '商务WLAN', 'Business Wi-Fi'),
    ('PERSONAL_PLAN', '个人套餐', 'Personal plans')) f (id, name, english_name);
