package org.omnihall.hall.access.visitors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.omnihall.hall.access.Headcount;
import org.omnihall.hall.access.VisitorReport;
import org.omnihall.hall.access.VisitorReports;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts sessions, open and closed, and the funnel's hours. Who a session is of tells its subscriber, or else its device. */
@Component
class VisitorsOfTables implements VisitorReports {

    /** Sessions at the place since the beginning of the memory, each with a name of its visitor that is used for counting only. */
    private static final String SEEN = """
            with seen as (
                select coalesce('s' || subscriber_id, 'm' || mac, 'u' || user_name) as who, started_at, seconds,
                    up_octets + down_octets as octets
                from access.closed_session
                where venue_id = :venue and ssid = :ssid and closed_at >= :memory and started_at >= :memory and started_at < :until
                union all
                select coalesce('s' || subscriber_id, 'm' || mac, 'u' || user_name), started_at, seconds, up_octets + down_octets
                from access.open_session
                where venue_id = :venue and ssid = :ssid and started_at >= :memory and started_at < :until)
            """;

    private record Span(Spot spot, Instant memory, Instant from, Instant until) {}

    private record Total(long visitors, long fresh) {}

    private final JdbcClient db;
    private final ZoneId zone;

    VisitorsOfTables(JdbcClient db, ShellSettings settings) {
        this.db = db;
        this.zone = settings.zone();
    }

    @Override
    @Transactional(readOnly = true)
    public VisitorReport of(Spot spot, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException("a report of " + days + " days");
        }
        Span span = new Span(spot, begin(from.minusDays(LONGEST)), begin(from), begin(to.plusDays(1)));
        Total total = total(span);
        return new Counted(total.visitors(), total.fresh(), hours(span), days(span)).told();
    }

    @Override
    public Headcount online(Spot spot) {
        return Headcount.of(db.sql("select count(*) from access.open_session where venue_id = ? and ssid = ?")
                .params(spot.venue(), spot.ssid())
                .query(Long.class)
                .single());
    }

    private Total total(Span span) {
        return db.sql(SEEN + """
                        , visitor as (
                            select who, min(started_at) as first, max(started_at) as last from seen group by who)
                        select (select count(*) from visitor where last >= :from) as visitors,
                            (select count(*) from visitor where first >= :from) as fresh""").params(parameters(span)).query(Total.class).single();
    }

    private Map<Integer, Long> hours(Span span) {
        Map<Integer, Long> hours = new HashMap<>();
        db.sql(SEEN + """
                        select extract(hour from started_at at time zone :zone)::integer as hour, count(distinct who) as people
                        from seen where started_at >= :from group by 1""").params(parameters(span)).query(row -> {
            hours.put(row.getInt("hour"), row.getLong("people"));
        });
        return hours;
    }

    private List<Counted.Day> days(Span span) {
        Map<LocalDate, Counted.Day> days = new TreeMap<>();
        db.sql(SEEN + """
                        select (started_at at time zone :zone)::date as day, count(distinct who) as visitors,
                            count(*) as sessions, coalesce(sum(seconds), 0)::bigint as seconds, coalesce(sum(octets), 0)::bigint as octets
                        from seen where started_at >= :from group by 1""")
                .params(parameters(span))
                .query(VisitorsOfTables::visited)
                .list()
                .forEach(day -> days.put(day.day(), day));
        db.sql("""
                        select (hour at time zone :zone)::date as day,
                            coalesce(sum(times) filter (where step = :online and reason = ''), 0)::bigint as logins,
                            coalesce(sum(times) filter (where reason <> ''), 0)::bigint as stops
                        from access.funnel_hour
                        where venue_id = :venue and ssid = :ssid and hour >= :from and hour < :until group by 1""")
                .params(parameters(span))
                .param("online", Step.ACCOUNTING_STARTED.name())
                .query(VisitorsOfTables::tried)
                .list()
                .forEach(tried -> days.merge(tried.day(), tried, VisitorsOfTables::both));
        return new ArrayList<>(days.values());
    }

    private static Counted.Day visited(ResultSet row, int number) throws SQLException {
        return new Counted.Day(
                row.getObject("day", LocalDate.class),
                row.getLong("visitors"),
                new Counted.Traffic(row.getLong("sessions"), row.getLong("seconds"), row.getLong("octets")),
                0,
                0);
    }

    private static Counted.Day tried(ResultSet row, int number) throws SQLException {
        return new Counted.Day(
                row.getObject("day", LocalDate.class),
                0,
                Counted.Traffic.NONE,
                row.getLong("logins"),
                row.getLong("stops"));
    }

    private static Counted.Day both(Counted.Day visited, Counted.Day tried) {
        return new Counted.Day(visited.day(), visited.visitors(), visited.traffic(), tried.logins(), tried.stops());
    }

    private Map<String, Object> parameters(Span span) {
        return Map.of(
                "venue", span.spot().venue(),
                "ssid", span.spot().ssid(),
                "memory", Times.at(span.memory()),
                "from", Times.at(span.from()),
                "until", Times.at(span.until()),
                "zone", zone.getId());
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
