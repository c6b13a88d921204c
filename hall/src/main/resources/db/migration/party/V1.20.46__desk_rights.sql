-- Who serves customers at the desk: clerks, account managers, and the people of the hotline.
update party.role set rights = rights || array['DESK_SERVE'] where name in ('administrator', 'clerk', 'manager');

insert into party.role (name, rights) values
    ('hotline', array['CUSTOMER_SEE', 'CARD_SEE', 'CATALOGUE_SEE', 'ORDER_SEE', 'ORDER_CHANGE', 'DESK_SERVE'])
on conflict (name) do nothing;
