package org.omnihall.hall.access.visitors;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.Headcount;
import org.omnihall.hall.access.VisitorReport;

/**
 * The exact figures of some days, which leave this package as a report only.
 *
 * @param fresh of the visitors, who was not here before
 * @param hours people by hour of the day
 */
record Counted(long visitors, long fresh, Map<Integer, Long> hours, List<Day> days) {

    private static final int HOURS = 24;

    /** What two digits can tell. */
    private static final int TWO_DIGITS = 100;

    /** The exact figures of one day. */
    record Day(LocalDate day, long visitors, Traffic traffic, long logins, long stops) {

        boolean isTold() {
            return visitors >= Headcount.SMALLEST;
        }
    }

    /** What sessions came to: how many they were, how long they took together, and what they moved. */
    record Traffic(long sessions, long seconds, long octets) {

        static final Traffic NONE = new Traffic(0, 0, 0);

        Traffic plus(Traffic other) {
            return new Traffic(sessions + other.sessions, seconds + other.seconds, octets + other.octets);
        }

        /** With octets in two digits, so that one visitor who comes or goes on a day does not show. */
        Traffic blurred() {
            long step = 1;
            while (octets / step >= TWO_DIGITS) {
                step *= 10;
            }
            return new Traffic(sessions, seconds, (octets + step / 2) / step * step);
        }

        Duration stay() {
            return Duration.ofMinutes(
                    seconds / Math.max(1, sessions) / Duration.ofMinutes(1).toSeconds());
        }
    }

    Counted {
        hours = Map.copyOf(hours);
        days = List.copyOf(days);
    }

    /**
     * Of new and returning, one that is small is not told, and then neither is the other, for both add up to all. Stay and octets are those of
     * the days that are told, so that a report of a day more tells nothing of who came on it.
     */
    VisitorReport told() {
        Headcount first = Headcount.of(fresh);
        Headcount returning = Headcount.of(visitors - fresh);
        List<Headcount> byHour = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            byHour.add(Headcount.of(hours.getOrDefault(hour, 0L)));
        }
        Optional<Traffic> total = days.stream()
                .filter(Day::isTold)
                .map(day -> day.traffic().blurred())
                .reduce(Traffic::plus);
        return new VisitorReport(
                Headcount.of(visitors),
                returning.isFew() ? Headcount.HIDDEN : first,
                first.isFew() ? Headcount.HIDDEN : returning,
                total.map(Traffic::stay),
                total.map(Traffic::octets),
                byHour,
                days.stream().map(Counted::told).toList());
    }

    private static VisitorReport.Day told(Day day) {
        return new VisitorReport.Day(
                day.day(),
                Headcount.of(day.visitors()),
                Headcount.of(day.logins()),
                Headcount.of(day.stops()),
                Optional.of(day.traffic().blurred().octets()).filter(octets -> day.isTold()));
    }
}
