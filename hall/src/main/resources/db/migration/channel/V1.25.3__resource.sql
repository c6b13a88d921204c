-- How often a channel, its positions or its relations were changed: its entity tag.
alter table channel.channel add column row_version bigint not null default 1;

-- A channel as programs read it: our own interface, shaped like those of TM Forum (SID SalesChannel).
create view channel.sales_channel_resource as
select c.id, c.row_version as version, c.area_path, c.code, c.name, c.status, c.class, c.kind,
    jsonb_strip_nulls(jsonb_build_object(
        '@type', 'SalesChannel',
        'code', c.code,
        'name', c.name,
        'englishName', nullif(c.english_name, ''),
        'channelClass', c.class,
        'channelKind', c.kind,
        'ownership', c.ownership,
        'status', c.status,
        'openingHours', c.hours,
        'capacity', case when c.contacts_per_hour is not null
            then jsonb_build_object('amount', c.contacts_per_hour, 'units', 'contact/hour') end,
        'contactCost', jsonb_build_object('unit', 'CNY', 'value', round(c.contact_cost_fen / 100.0, 2)),
        'area', jsonb_build_object('path', c.area_path),
        'grid', case when c.grid <> '' then jsonb_build_object('id', c.grid) end,
        'parent', (select jsonb_build_object('id', p.id::text, 'href', '/tmf-api/salesChannel/v1/salesChannel/' || p.id, 'name', p.name)
            from channel.channel p where p.id = c.parent_id),
        'position', (select jsonb_agg(jsonb_build_object('segment', to_jsonb(s.segments), 'businessType', to_jsonb(s.business_types),
                'function', to_jsonb(s.functions), 'validFrom', to_char(s.valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                order by s.valid_from)
            from channel.position s where s.channel_id = c.id),
        'relatedChannel', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o.id::text,
                'href', '/tmf-api/salesChannel/v1/salesChannel/' || o.id, 'name', o.name, 'relationshipType', r.kind,
                'businessType', nullif(r.business_type, ''))) order by r.id)
            from channel.relation r join channel.channel o on o.id = r.one_id + r.other_id - c.id
            where c.id in (r.one_id, r.other_id)))) as body
from channel.channel c;
