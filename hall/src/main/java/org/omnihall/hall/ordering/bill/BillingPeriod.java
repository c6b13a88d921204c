package org.omnihall.hall.ordering.bill;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * The days of one bill.
 *
 * @param from the first
 * @param to the day after the last: the account's cycle day
 */
public record BillingPeriod(LocalDate from, LocalDate to) {

    public BillingPeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period without days: " + from + " to " + to);
        }
    }

    /** The period of a whole cycle that holds a day. */
    static BillingPeriod holding(LocalDate day, int cycleDay) {
        LocalDate from = day.withDayOfMonth(cycleDay);
        LocalDate begin = from.isAfter(day) ? from.minusMonths(1) : from;
        return new BillingPeriod(begin, begin.plusMonths(1));
    }

    /** The period that follows, to the next cycle day: shorter than a month where the day was changed. */
    BillingPeriod next(int cycleDay) {
        return new BillingPeriod(to, holding(to, cycleDay).to());
    }

    /** The month that it is called by. */
    YearMonth month() {
        return YearMonth.from(from);
    }

    /** The days of a whole month up to its end, by which a monthly charge is divided. */
    long cycleDays() {
        return ChronoUnit.DAYS.between(to.minusMonths(1), to);
    }
}
