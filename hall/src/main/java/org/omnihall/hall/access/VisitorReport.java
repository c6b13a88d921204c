package org.omnihall.hall.access;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who came to a Venue's Wi-Fi in some days, as counts that give nobody away.
 *
 * @param fresh who was not here in the 400 days before
 * @param stay on average on the days on which five came at least, in whole minutes; nothing where there was none
 * @param octets in both directions on those days, each in two digits; nothing where there was none
 * @param hours people by the hour of the day in which they came, 24 of them
 * @param days those on which something happened, in their order
 */
public record VisitorReport(
        Headcount visitors,
        Headcount fresh,
        Headcount returning,
        Optional<Duration> stay,
        Optional<Long> octets,
        List<Headcount> hours,
        List<Day> days) {

    /**
     * One day.
     *
     * @param stops how often a login was held up on its way, such as by a wrong code; one login may be more than once
     */
    public record Day(LocalDate day, Headcount visitors, Headcount logins, Headcount stops, Optional<Long> octets) {}

    public VisitorReport {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
    }
}
