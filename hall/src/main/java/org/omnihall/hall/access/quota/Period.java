package org.omnihall.hall.access.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day or a month of the operator's calendar. */
public record Period(Kind kind, LocalDate begins) {

    public enum Kind {
        DAY,
        MONTH
    }

    /** The one that a moment lies in. */
    public static Period at(Kind kind, Instant moment, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return new Period(
                kind,
                switch (kind) {
                    case DAY -> day;
                    case MONTH -> day.withDayOfMonth(1);
                });
    }

    public Instant beginsAt(ZoneId zone) {
        return begins.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant endsAt(ZoneId zone) {
        LocalDate next = switch (kind) {
            case DAY -> begins.plusDays(1);
            case MONTH -> begins.plusMonths(1);
        };
        return next.atStartOfDay(zone).toInstant();
    }
}
