package org.omnihall.hall.party.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.party.merge.Duplicate.Side;
import org.omnihall.hall.party.merge.Duplicate.Sign;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds records that look like one. Each is compared with the one known first among those that share a sign with it, so that ten records of
 * one person are nine pairs, not forty-five.
 */
@Component
class Duplicates {

    private static final String COMPANIES = """
            with one as (select * from party.company%s),
            pair as (
                select min(id) over (partition by registration_code) as first, id as second, 'CODE' as sign
                from one where registration_code is not null
                union all
                select first, second, 'NAME_AND_AREA' from (
                    select first_value(id) over same as first, id as second, registration_code as code,
                        first_value(registration_code) over same as first_code
                    from one window same as (partition by name_key, area_path order by id)) named
                where code is null or first_code is null)""";

    private static final String INDIVIDUALS = """
            with one as (select * from party.individual%s),
            reached as (
                select id, name_key, unnest(contact_numbers) as msisdn from one
                union
                select one.id, one.name_key, s.msisdn from one join party.subscriber s on s.holder_id = one.id),
            pair as (
                select min(id) over (partition by certificate_hash) as first, id as second, 'CERTIFICATE' as sign
                from one where certificate_hash is not null
                union all
                select min(id) over (partition by name_key, msisdn), id, 'NAME_AND_NUMBER' from reached
                union all
                select first, second, 'NAME_AND_AREA' from (
                    select first_value(id) over same as first, id as second, certificate_hash as hash,
                        first_value(certificate_hash) over same as first_hash
                    from one window same as (partition by name_key, area_path order by id)) named
                where hash is null or first_hash is null)""";

    private static final String LOOK = """
             select first, second, array_agg(distinct sign) as signs from pair
            where first < second
                and not exists (select 1 from party.distinct_pair d where d.kind = :kind and d.one_id = first and d.other_id = second)
                and (first, second) > (:afterFirst, :afterSecond)
            group by first, second order by first, second limit :limit""";

    private final JdbcClient db;
    private final Sides sides;
    private final AuditTrail audit;
    private final Clock clock;

    Duplicates(JdbcClient db, Sides sides, AuditTrail audit, Clock clock) {
        this.db = db;
        this.sides = sides;
        this.audit = audit;
        this.clock = clock;
    }

    private record Pair(long first, long second, List<Sign> signs) {}

    /** The pairs of which both lie in an Area. */
    Slice<Duplicate> list(Kind kind, String areaPath, Paging paging) {
        Conditions inArea = new Conditions().and("merged_into is null").below("area_path", areaPath);
        Optional<List<String>> after =
                paging.after().filter(key -> key.size() == 2 && key.stream().allMatch(id -> id.matches("\\d{1,18}")));
        List<Pair> pairs = db.sql(pairs(kind).formatted(inArea.where()) + LOOK)
                .params(inArea.with("kind", kind.name())
                        .with(
                                "afterFirst",
                                after.map(key -> Long.parseLong(key.getFirst())).orElse(0L))
                        .with(
                                "afterSecond",
                                after.map(key -> Long.parseLong(key.getLast())).orElse(0L))
                        .with("limit", paging.limit())
                        .values())
                .query(Duplicates::read)
                .list();
        Slice<Pair> page =
                paging.slice(pairs, pair -> List.of(Long.toString(pair.first()), Long.toString(pair.second())));
        return new Slice<>(
                page.rows().stream().flatMap(pair -> named(kind, pair).stream()).toList(),
                page.previous(),
                page.next());
    }

    /** Writes down that two are not one, so that they are not shown again. */
    @Transactional
    public void keepApart(Kind kind, long one, long other, String actor) {
        int added = db.sql("""
                        insert into party.distinct_pair (kind, one_id, other_id, at, by_actor)
                        values (:kind, :one, :other, :now, :actor) on conflict do nothing""")
                .param("kind", kind.name())
                .param("one", Math.min(one, other))
                .param("other", Math.max(one, other))
                .param("now", Times.at(clock.instant()))
                .param("actor", actor)
                .update();
        if (added > 0) {
            audit.record(actor, "duplicate.apart", kind.subject(one), kind.subject(other));
        }
    }

    private Optional<Duplicate> named(Kind kind, Pair pair) {
        Optional<Side> first = sides.find(kind, pair.first());
        Optional<Side> second = sides.find(kind, pair.second());
        return first.isPresent() && second.isPresent()
                ? Optional.of(new Duplicate(
                        kind, first.get(), second.get(), pair.signs().stream().collect(Collectors.toSet())))
                : Optional.empty();
    }

    private static String pairs(Kind kind) {
        return switch (kind) {
            case COMPANY -> COMPANIES;
            case INDIVIDUAL -> INDIVIDUALS;
        };
    }

    private static Pair read(ResultSet row, int number) throws SQLException {
        return new Pair(
                row.getLong("first"),
                row.getLong("second"),
                Stream.of((String[]) row.getArray("signs").getArray())
                        .map(Sign::valueOf)
                        .toList());
    }
}
