package org.omnihall.hall.access;

import java.time.LocalDate;

/** The visitor report of a Venue's owner (requirement A14): counts only, and no number, name or address of anybody. */
public interface VisitorReports {

    /** The longest time that one report covers, in days. */
    int LONGEST = 400;

    /** An SSID at a Venue. */
    record Spot(long venue, String ssid) {}

    /**
     * The days from one to another, both included, in the operator's zone.
     *
     * @throws IllegalArgumentException where they are turned round or more than 400
     */
    VisitorReport of(Spot spot, LocalDate from, LocalDate to);

    /** How many are online there now. */
    Headcount online(Spot spot);
}
