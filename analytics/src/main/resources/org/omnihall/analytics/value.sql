-- What each customer is worth: the mean of what he spent in the months looked at in which he was a customer, rounded to the fen, half away
-- from zero (requirement C14). A month without a bill counts as zero; months before he joined do not count. Who joined after them has no value.
with told as (
    select subscriber_id, sum(fen) as total
    from spend
    where month_number between :first and :last
    group by subscriber_id
),
spent as (
    select c.subscriber_id, c.area_path, :last - greatest(c.since, :first) + 1 as months, cast(coalesce(t.total, 0) as bigint) as total
    from customer c left join told t on t.subscriber_id = c.subscriber_id
    where c.since <= :last
)
-- Whole numbers alone: what is divided is a multiple of what divides it, so no engine rounds.
select subscriber_id, area_path, months, total,
    cast(case when total < 0 then -1 else 1 end * ((2 * abs(total) + months) - mod(2 * abs(total) + months, 2 * months)) / (2 * months)
        as bigint) as fen
from spent
