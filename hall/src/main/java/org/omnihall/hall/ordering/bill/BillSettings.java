package org.omnihall.hall.ordering.bill;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are billed that have no rule of their own.
 *
 * @param cycleDay the day of the month on which a new account's periods begin, 1 to 28
 * @param dueDays for so many days after the end of its period a bill is paid in time, 1 to 90
 */
@ConfigurationProperties(prefix = "omnihall.bill", ignoreUnknownFields = false)
record BillSettings(
        @DefaultValue("1") int cycleDay, @DefaultValue("20") int dueDays) {

    BillSettings {
        if (cycleDay < 1 || cycleDay > 28) {
            throw new IllegalArgumentException("omnihall.bill.cycle-day is 1 to 28, not " + cycleDay);
        }
        if (dueDays < 1 || dueDays > 90) {
            throw new IllegalArgumentException("omnihall.bill.due-days is 1 to 90, not " + dueDays);
        }
    }
}
