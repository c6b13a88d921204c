-- The rights on customers' value: the administrator and the channel manager hold both, who serves valuable customers and the auditor see.
update party.role set rights = rights || array['INSIGHT_SEE', 'INSIGHT_CHANGE'] where name in ('administrator', 'channel-manager');
update party.role set rights = rights || array['INSIGHT_SEE'] where name in ('auditor', 'manager');
