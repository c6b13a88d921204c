package org.omnihall.hall.access.funnel;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The funnel summed by hour, so that reports over months stay quick. Summing an hour again gives the same rows. */
@Component
public class FunnelHours {

    private static final Duration BACK = Duration.ofHours(3);

    /** How often a step was reached ({@code reason} empty) or a drop happened. */
    public record Line(String step, String reason, long times) {}

    private final JdbcClient db;

    FunnelHours(JdbcClient db) {
        this.db = db;
    }

    /** Sums the hour that runs and the three before it. */
    public int sum(Instant now) {
        return db.sql("""
                insert into access.funnel_hour (hour, area_path, venue_id, controller_id, ssid, ap_mac, phone, step, reason, times)
                select date_trunc('hour', at, 'UTC'), area_path, coalesce(venue_id, 0), coalesce(controller_id, 0), ssid,
                    coalesce(ap_mac, ''), phone, step, reason, count(*)
                from access.funnel_step where at >= :since group by 1, 2, 3, 4, 5, 6, 7, 8, 9
                on conflict (hour, area_path, venue_id, controller_id, ssid, ap_mac, phone, step, reason)
                    do update set times = excluded.times""")
                .param("since", Times.at(now.minus(BACK).truncatedTo(ChronoUnit.HOURS)))
                .update();
    }

    /** The funnel of an Area and all below it in a span of whole hours. */
    public List<Line> of(String areaPath, Instant from, Instant to) {
        return db.sql("""
                select step, reason, sum(times)::bigint as times from access.funnel_hour
                where hour >= :from and hour < :to and starts_with(area_path, :area)
                group by step, reason order by step, reason""")
                .param("from", Times.at(from))
                .param("to", Times.at(to))
                .param("area", areaPath)
                .query((row, number) -> new Line(row.getString("step"), row.getString("reason"), row.getLong("times")))
                .list();
    }

    public int purge(Instant before) {
        return db.sql("delete from access.funnel_step where at < ?")
                .param(Times.at(before))
                .update();
    }
}
