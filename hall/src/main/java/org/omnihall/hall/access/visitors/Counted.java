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
record Counted(long visitors, long fresh, Duration stay, long octets, Map<Integer, Long> hours, List<Day> days) {

    private static final int HOURS = 24;

    /** The exact figures of one day. */
    record Day(LocalDate day, long visitors, long logins, long failures, long octets) {}

    Counted {
        hours = Map.copyOf(hours);
        days = List.copyOf(days);
    }

    /** Of new and returning, one that is small is not told, and then neither is the other, for both add up to all. */
    VisitorReport told() {
        Headcount first = Headcount.of(fresh);
        Headcount returning = Headcount.of(visitors - fresh);
        boolean enough = visitors >= Headcount.SMALLEST;
        List<Headcount> byHour = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            byHour.add(Headcount.of(hours.getOrDefault(hour, 0L)));
        }
        return new VisitorReport(
                Headcount.of(visitors),
                returning.isFew() ? Headcount.HIDDEN : first,
                first.isFew() ? Headcount.HIDDEN : returning,
                enough ? Optional.of(stay) : Optional.empty(),
                enough ? Optional.of(octets) : Optional.empty(),
                byHour,
                days.stream().map(Counted::told).toList());
    }

    private static VisitorReport.Day told(Day day) {
        return new VisitorReport.Day(
                day.day(),
                Headcount.of(day.visitors()),
                Headcount.of(day.logins()),
                Headcount.of(day.failures()),
                day.visitors() >= Headcount.SMALLEST ? Optional.of(day.octets()) : Optional.empty());
    }
}
