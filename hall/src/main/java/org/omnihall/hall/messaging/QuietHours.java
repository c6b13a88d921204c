package org.omnihall.hall.messaging;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of every day in which people are left alone, over midnight where they end before they begin (requirement B34).
 *
 * @param until the first minute in which they may be spoken to again; the same as {@code from} means no quiet hours
 */
public record QuietHours(LocalTime from, LocalTime until) {

    public boolean isNone() {
        return from.equals(until);
    }

    boolean holdAt(LocalTime time) {
        if (from.isBefore(until)) {
            return !time.isBefore(from) && time.isBefore(until);
        }
        return !isNone() && (!time.isBefore(from) || time.isBefore(until));
    }

    /** The moment itself, or the end of the quiet hours that it falls into. */
    Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (!holdAt(local.toLocalTime())) {
            return moment;
        }
        ZonedDateTime today = local.with(until);
        return (today.isAfter(local) ? today : local.plusDays(1).with(until)).toInstant();
    }
}
