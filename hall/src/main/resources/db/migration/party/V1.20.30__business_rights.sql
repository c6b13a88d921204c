-- The rights of the business modules: the administrator holds them all, the auditor sees.
update party.role set rights = rights || array['CUSTOMER_SEE', 'CUSTOMER_CHANGE', 'CONSENT_CHANGE', 'CARD_SEE', 'CHANNEL_SEE',
    'CHANNEL_CHANGE', 'CATALOGUE_SEE', 'CATALOGUE_CHANGE', 'ORDER_SEE', 'ORDER_CHANGE', 'DECISION_SEE', 'DECISION_CHANGE',
    'INTERFACE_SEE', 'INTERFACE_CHANGE']
where name = 'administrator';

update party.role set rights = rights || array['CUSTOMER_SEE', 'CHANNEL_SEE', 'CATALOGUE_SEE', 'ORDER_SEE', 'DECISION_SEE', 'INTERFACE_SEE']
where name = 'auditor';

insert into party.role (name, rights) values
    ('clerk', array['CUSTOMER_SEE', 'CONSENT_CHANGE', 'CARD_SEE', 'CATALOGUE_SEE', 'ORDER_SEE', 'ORDER_CHANGE']),
    ('manager', array['CUSTOMER_SEE', 'CUSTOMER_CHANGE', 'CARD_SEE', 'CATALOGUE_SEE', 'ORDER_SEE', 'ORDER_CHANGE']),
    ('channel-manager', array['CHANNEL_SEE', 'CHANNEL_CHANGE', 'CATALOGUE_SEE', 'CATALOGUE_CHANGE', 'DECISION_SEE', 'DECISION_CHANGE'])
on conflict (name) do nothing;
