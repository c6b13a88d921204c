-- What insight publishes for the module analytics, which shares no class with the hall (docs/adr/0015): four views to read, and
-- functions, numbered in the order in which a job calls them. Months are counted since the year 0, so that any engine can subtract them.

create function insight.month_number(month date) returns integer language sql immutable
    return (extract(year from month) * 12 + extract(month from month) - 1)::integer;

create view insight.analytics_run as
    select id, insight.month_number(first_month) as first_month, insight.month_number(last_month) as last_month, first_month as first_day,
        last_month as last_day, version
    from insight.run where state = 'RUNNING';

create view insight.analytics_customer as
    select subscriber_id, insight.month_number(since) as since, area_path from insight.customer;

create view insight.analytics_spend as
    select subscriber_id, month, insight.month_number(month) as month_number, fen from insight.spend;

-- The value of the customer who stands last among so many in a thousand, counted from the top; who is worth the same stands with him.
create function insight.value_at(this_run bigint, permille bigint) returns bigint language sql stable
    return (select min(ranked.fen) from (
        select d.fen, sum(d.customers) over (order by d.fen desc) - d.customers as above, sum(d.customers) over () as everybody
        from insight.distribution d where d.run_id = this_run) ranked
        where ranked.above < ceil(ranked.everybody * permille / 1000.0));

-- From which value on a tier begins, for this border and the customers of this run.
create function insight.begins_at(this_run bigint, cut text, border bigint) returns bigint language sql stable
    return case when border is null then null when cut = 'SPEND' then border else insight.value_at(this_run, border) end;

-- From where to where each tier reaches, the end not included. Tiers that meet at one value leave the lower one empty.
create view insight.analytics_tier as
    select b.run_id, b.place, coalesce(b.from_fen, -9000000000000000) as from_fen,
        coalesce(lag(b.from_fen) over (partition by b.run_id order by b.place), 9000000000000000) as below_fen
    from (
        select r.id as run_id, t.place, insight.begins_at(r.id, p.cut, t.border) as from_fen
        from insight.run r join insight.pyramid p on p.version = r.version join insight.pyramid_tier t on t.version = r.version
        where r.state = 'RUNNING') b;

-- 1. The program is alive and this far. A run that was given up in the meantime refuses.
create function insight.beat(this_run bigint, at_step text, at timestamptz) returns void language plpgsql as $$
begin
    update insight.run set step = at_step, beat_at = at where id = this_run and state = 'RUNNING';
    if not found then
        raise exception 'run % does not run any more', this_run using errcode = 'object_not_in_prerequisite_state';
    end if;
end
$$;

create function insight.alive(this_run bigint, at timestamptz) returns void language sql
    begin atomic
        update insight.run set beat_at = at where id = this_run and state = 'RUNNING';
    end;

-- 2. An empty table insight.value_RUN to copy into. What runs before it left behind is dropped; the figures in force and those that the cards
-- were told of last are kept.
create function insight.stage(this_run bigint) returns text language plpgsql as $$
declare
    old text;
begin
    for old in
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'insight' and c.relkind = 'r' and c.relname ~ '^value_\d+$'
            and substr(c.relname, 7)::bigint not in (
                select s.run_id from insight.standing s where s.run_id is not null
                union all (select r.id from insight.run r where r.told order by r.id desc limit 1))
    loop
        execute format('drop table insight.%I', old);
    end loop;
    delete from insight.distribution d where d.run_id = this_run
        or (d.run_id < this_run - 10 and d.run_id not in (select s.run_id from insight.standing s where s.run_id is not null));
    execute format('create table insight.%I (like insight.value including defaults including constraints, check (run_id = %s))',
        'value_' || this_run, this_run);
    return 'insight.value_' || this_run;
end
$$;

-- 3. The copied rows are whole: their indexes, built once.
create function insight.index_staged(this_run bigint) returns void language plpgsql as $$
begin
    execute format('alter table insight.%I add primary key (run_id, subscriber_id)', 'value_' || this_run);
    execute format('create index on insight.%I (run_id, place, fen desc, subscriber_id desc)', 'value_' || this_run);
    execute format('analyze insight.%I', 'value_' || this_run);
end
$$;

-- 4. The figures of this run come into force, with everything that says so; all or nothing.
create function insight.publish(this_run bigint, at timestamptz) returns void language plpgsql as $$
declare
    before bigint;
    everybody bigint;
begin
    perform insight.beat(this_run, 'SWAPPING', at);
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
    update insight.run set state = 'PUBLISHED', step = 'SWAPPED', ended_at = at, customers = everybody where id = this_run;
end
$$;
