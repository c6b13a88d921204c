package org.omnihall.hall.insight;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The whole months over which value is the mean.
 *
 * @param first the first month, {@code last} the last one, both included
 */
public record ValueWindow(YearMonth first, YearMonth last) {

    /** The last so many months that are over, as the operator's calendar tells. */
    public static ValueWindow before(Instant now, ZoneId zone, int months) {
        YearMonth running = YearMonth.from(now.atZone(zone));
        return new ValueWindow(running.minusMonths(months), running.minusMonths(1));
    }
}
