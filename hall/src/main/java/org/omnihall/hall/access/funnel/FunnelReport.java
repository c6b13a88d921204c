package org.omnihall.hall.access.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the funnel of a place in a span of time: long spans from whole hours, short ones from the steps themselves. */
@Component
public class FunnelReport {

    private static final Duration SHORT = Duration.ofHours(3);

    /** Whose funnel is wanted; spans of more than three hours count whole hours (UTC). */
    public record Asked(
            String areaPath,
            Optional<List<Long>> controllers,
            Optional<List<Long>> venues,
            Optional<String> ssid,
            Instant from,
            Instant until) {

        /** All that happened in an Area. */
        public static Asked everything(String areaPath, Instant from, Instant until) {
            return new Asked(areaPath, Optional.empty(), Optional.empty(), Optional.empty(), from, until);
        }
    }

    /** A step reached in one minute, so often. */
    public record Minute(Instant at, long times) {}

    private final JdbcClient db;

    FunnelReport(JdbcClient db) {
        this.db = db;
    }

    /** How often each step was reached and each drop happened. */
    public List<FunnelHours.Line> lines(Asked asked) {
        boolean exact = Duration.between(asked.from(), asked.until()).compareTo(SHORT) <= 0;
        String time = exact ? "at" : "hour";
        Conditions wanted = new Conditions()
                .and(time + " >= :from and " + time + " < :until", "from", Times.at(asked.from()))
                .with("until", Times.at(asked.until()))
                .below("area_path", asked.areaPath())
                .and(
                        "controller_id = any(:controllers)",
                        "controllers",
                        asked.controllers().map(FunnelReport::array))
                .and("venue_id = any(:venues)", "venues", asked.venues().map(FunnelReport::array))
                .and("ssid = :ssid", "ssid", asked.ssid());
        String sum = exact
                ? "select step, reason, count(*) times from access.funnel_step"
                : "select step, reason, sum(times)::bigint times from access.funnel_hour";
        return db.sql(sum + wanted.where() + " group by step, reason")
                .params(wanted.values())
                .query((row, number) ->
                        new FunnelHours.Line(row.getString("step"), row.getString("reason"), row.getLong("times")))
                .list();
    }

    /** How often a step was reached in each minute of a short span. */
    public List<Minute> minutes(String areaPath, Step step, Instant from, Instant until) {
        Conditions wanted = new Conditions()
                .and("at >= :from and at < :until", "from", Times.at(from))
                .with("until", Times.at(until))
                .and("step = :step and reason = ''", "step", step.name())
                .below("area_path", areaPath);
        return db.sql("select date_trunc('minute', at, 'UTC') as minute, count(*) as times from access.funnel_step"
                        + wanted.where() + " group by 1 order by 1")
                .params(wanted.values())
                .query((row, number) -> new Minute(Times.in(row, "minute"), row.getLong("times")))
                .list();
    }

    private static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
