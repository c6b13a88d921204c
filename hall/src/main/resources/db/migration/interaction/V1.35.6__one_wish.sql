-- A wish is on its way to one channel at a time, as an order is: sent twice, it waits once. Of those that were sent twice the first one stays.
update interaction.handover later
set state = case later.state when 'TAKEN' then 'DONE' else 'WITHDRAWN' end, version = version + 1
where thing = 'WISH' and state in ('WAITING', 'TAKEN') and exists (
    select from interaction.handover first
    where first.journey = later.journey and first.business = later.business and first.thing = 'WISH'
        and first.state in ('WAITING', 'TAKEN') and first.id < later.id);

create unique index handover_wish_once on interaction.handover (journey, business)
    where thing = 'WISH' and state in ('WAITING', 'TAKEN');
