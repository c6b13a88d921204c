-- TM Forum's partyInteraction (TMF683) over the contact log. What a client posted is kept as it was and shown again.
alter table interaction.contact add column posted jsonb check (octet_length(posted::text) <= 16000);

create index contact_party on interaction.contact ((coalesce(subscriber_id, company_id)::text), at desc)
    where subscriber_id is not null or company_id is not null;

create view interaction.party_interaction as
select id, 1::bigint as version, area_path, at, coalesce(subscriber_id, company_id)::text as party_id,
    jsonb_strip_nulls(jsonb_build_object(
        '@type', 'PartyInteraction',
        'creationDate', to_char(written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'direction', lower(direction),
        'reason', kind,
        'status', 'completed',
        'description', outcome,
        'channel', jsonb_build_array(jsonb_build_object('id', channel_id::text,
            'href', '/tmf-api/salesChannel/v1/salesChannel/' || channel_id, 'role', 'contact', '@referredType', 'SalesChannel')),
        'relatedParty', case
            when subscriber_id is not null then jsonb_build_array(
                jsonb_build_object('id', subscriber_id::text, 'role', 'customer', '@referredType', 'Subscriber'))
            when company_id is not null then jsonb_build_array(
                jsonb_build_object('id', company_id::text, 'role', 'customer', '@referredType', 'Organization')) end,
        'interactionDate', jsonb_build_object(
            'startDateTime', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))))
    || coalesce(posted, '{}') as body
from interaction.contact;
