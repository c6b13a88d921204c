package org.omnihall.hall.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many are online, by controller, Area and Venue. Counted anew at most every few seconds however many look. */
@Component
public class OnlineFigures {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** What a controller's sessions tell about it. */
    public record AtController(long online, Instant lastHeard) {}

    /** A Venue and how many are online in it. */
    public record AtVenue(long venueId, long online) {}

    private record Line(long controllerId, String areaPath, long venueId, long online, Instant lastHeard) {}

    private record Counted(Instant until, List<Line> lines) {}

    private final JdbcClient db;
    private final Clock clock;
    private volatile Counted counted = new Counted(Instant.MIN, List.of());

    OnlineFigures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public long online(String areaPath) {
        return lines().stream()
                .filter(line -> line.areaPath().startsWith(areaPath))
                .mapToLong(Line::online)
                .sum();
    }

    public Map<Long, AtController> byController() {
        Map<Long, AtController> found = new HashMap<>();
        lines().forEach(line -> found.merge(
                line.controllerId(),
                new AtController(line.online(), line.lastHeard()),
                (a, b) -> new AtController(
                        a.online() + b.online(),
                        a.lastHeard().isAfter(b.lastHeard()) ? a.lastHeard() : b.lastHeard())));
        return found;
    }

    public Optional<AtController> atController(long id) {
        return Optional.ofNullable(byController().get(id));
    }

    public long atVenue(long id) {
        return lines().stream()
                .filter(line -> line.venueId() == id)
                .mapToLong(Line::online)
                .sum();
    }

    /** The Venues of an Area with the most people online. */
    public List<AtVenue> topVenues(String areaPath, int most) {
        Map<Long, Long> sums = new HashMap<>();
        lines().stream()
                .filter(line -> line.venueId() != 0 && line.areaPath().startsWith(areaPath))
                .forEach(line -> sums.merge(line.venueId(), line.online(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new AtVenue(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparingLong(AtVenue::online).reversed().thenComparingLong(AtVenue::venueId))
                .limit(most)
                .toList();
    }

    private List<Line> lines() {
        Counted last = counted;
        Instant now = clock.instant();
        if (now.isBefore(last.until())) {
            return last.lines();
        }
        Counted fresh = new Counted(now.plus(FRESH), count());
        counted = fresh;
        return fresh.lines();
    }

    private List<Line> count() {
        return db.sql("""
                        select controller_id, area_path, coalesce(venue_id, 0) venue, count(*) online, max(last_heard) last_heard
                        from access.open_session group by 1, 2, 3""")
                .query((row, number) -> new Line(
                        row.getLong("controller_id"),
                        row.getString("area_path"),
                        row.getLong("venue"),
                        row.getLong("online"),
                        Times.in(row, "last_heard")))
                .list();
    }
}
