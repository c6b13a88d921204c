package org.omnihall.hall.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnihall.hall.access.Overview;
import org.omnihall.hall.messaging.MessageLog;
import org.omnihall.hall.messaging.MessageState;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.stereotype.Component;

/** Gathers what the dashboard shows from the doors of the modules. */
@Component
class DashboardFacts {

    private static final int TOP = 8;
    private static final Duration CHART = Duration.ofHours(1);
    private static final int RATE_MINUTES = 10;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A point of a line chart. */
    record Point(String name, long value) {}

    private final Overview overview;
    private final MessageLog messages;
    private final ShellSettings settings;
    private final Clock clock;

    DashboardFacts(Overview overview, MessageLog messages, ShellSettings settings, Clock clock) {
        this.overview = overview;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    Dashboard of(String areaPath) {
        Instant now = clock.instant();
        Instant today = ZonedDateTime.ofInstant(now, settings.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        long starts = overview
                .startsByMinute(areaPath, now.minus(Duration.ofMinutes(RATE_MINUTES)), now.plusSeconds(1))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        Overview.Day day = overview.day(areaPath, today, now.plusSeconds(1));
        Overview.Controllers controllers = overview.controllers(areaPath);
        List<MessageLog.Sum> sums = messages.since(areaPath, today);
        return new Dashboard(
                overview.online(areaPath),
                String.format(Locale.ROOT, "%.1f", starts / (double) RATE_MINUTES),
                percent(day.online(), day.begun()),
                percent(
                        count(sums, MessageState.DELIVERED),
                        sums.stream()
                                .filter(sum -> sum.state().isFinal())
                                .mapToLong(MessageLog.Sum::times)
                                .sum()),
                sums.stream().mapToLong(MessageLog.Sum::times).sum(),
                controllers.registered(),
                controllers.heard(),
                overview.topVenues(areaPath, TOP).stream()
                        .map(venue -> new Dashboard.Top(venue.id(), venue.name(), venue.online()))
                        .toList());
    }

    /** Sessions begun in each minute of the last hour, the running minute last; a minute in which nothing began is zero. */
    List<Point> logins(String areaPath) {
        Instant until = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Map<Instant, Long> starts = overview.startsByMinute(areaPath, until.minus(CHART), until);
        List<Point> points = new ArrayList<>();
        for (Instant at = until.minus(CHART); at.isBefore(until); at = at.plus(1, ChronoUnit.MINUTES)) {
            points.add(new Point(MINUTE.format(at.atZone(settings.zone())), starts.getOrDefault(at, 0L)));
        }
        return points;
    }

    private static long count(List<MessageLog.Sum> sums, MessageState state) {
        return sums.stream()
                .filter(sum -> sum.state() == state)
                .mapToLong(MessageLog.Sum::times)
                .sum();
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "–" : Math.round(part * 100.0 / whole) + "%";
    }
}
