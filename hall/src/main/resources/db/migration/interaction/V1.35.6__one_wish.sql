-- A wish is on its way to one channel at a time, as an order is: sent twice, it waits once. Of those that were sent twice the one that somebody
-- took stays, else the first.
update interaction.handover other
set state = case other.state when 'TAKEN' then 'DONE' else 'WITHDRAWN' end, version = version + 1
where thing = 'WISH' and state in ('WAITING', 'TAKEN') and exists (
    select from interaction.handover one
    where one.journey = other.journey and one.business = other.business and one.thing = 'WISH'
        and one.state in ('WAITING', 'TAKEN') and one.id <> other.id
        and (one.state = 'TAKEN', -one.id) > (other.state = 'TAKEN', -other.id));

create unique index handover_wish_once on interaction.handover (journey, business)
    where thing = 'WISH' and state in ('WAITING', 'TAKEN');
