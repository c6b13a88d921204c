-- 4. The figures of this run come into force, with everything that says so; all or nothing. The row of the run is touched last: until then it
-- is free for signs of life and for giving the run up, however long the change-over takes; a run that was given up meanwhile is refused.
create or replace function insight.publish(this_run bigint, at timestamptz) returns void language plpgsql as $$
declare
    before bigint;
    everybody bigint;
begin
    select s.run_id into before from insight.standing s for update;
    execute format('alter table insight.value attach partition insight.%I for values in (%s)', 'value_' || this_run, this_run);
    insert into insight.run_tier (run_id, place, from_fen, customers, fen)
        select this_run, t.place, nullif(t.from_fen, -9000000000000000), coalesce(sum(d.customers), 0), coalesce(sum(d.customers * d.fen), 0)
        from insight.analytics_tier t
        left join insight.distribution d on d.run_id = this_run and d.fen >= t.from_fen and d.fen < t.below_fen
        where t.run_id = this_run group by t.place, t.from_fen;
    insert into insight.tier_change (subscriber_id, run_id, at, from_place, to_place, from_fen, to_fen, reason)
        select n.subscriber_id, this_run, at, o.place, n.place, o.fen, n.fen, case
            when o.place is null then 'FIRST'
            -- By the borders of before he would not have moved.
            when (select min(t.place) from insight.run_tier t where t.run_id = before and n.fen >= coalesce(t.from_fen, n.fen)) = o.place
                then 'BORDERS_MOVED'
            when n.fen > o.fen then 'SPENT_MORE' when n.fen < o.fen then 'SPENT_LESS' else 'BORDERS_MOVED' end
        from insight.value n left join insight.value o on o.run_id = before and o.subscriber_id = n.subscriber_id
        where n.run_id = this_run and n.place is distinct from o.place;
    select coalesce(sum(t.customers), 0) into everybody from insight.run_tier t where t.run_id = this_run;
    update insight.standing set run_id = this_run;
    update insight.run set state = 'PUBLISHED', step = 'SWAPPED', ended_at = at, customers = everybody where id = this_run and state = 'RUNNING';
    if not found then
        raise exception 'run % does not run any more', this_run using errcode = 'object_not_in_prerequisite_state';
    end if;
end
$$;
