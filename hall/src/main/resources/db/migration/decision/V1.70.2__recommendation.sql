-- What the asker outside got, word for word, so that it is shown again as it was.
alter table decision.choice add column told text check (octet_length(told) <= 20000);

-- Choices as TM Forum's queryProductRecommendation (TMF680): those that were asked for through it. What came of one counts as a change.
create view decision.recommendation as
select c.id, 1 + (select count(*) from decision.outcome o where o.choice_id = c.id) as version, c.area_path, c.at,
    c.subscriber_id::text as party_id,
    c.told::jsonb || coalesce(
        (select jsonb_build_object('outcome', lower(o.kind)) from decision.outcome o where o.choice_id = c.id order by o.kind desc limit 1),
        '{}'::jsonb) as body
from decision.choice c where c.told is not null;

create index choice_party on decision.choice ((subscriber_id::text), at desc) where told is not null;
