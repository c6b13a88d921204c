package org.omnihall.hall.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How the wireless city does in one Area, summed up for those above. */
public interface Overview {

    /** How many attempts began and how many came online. */
    record Day(long begun, long online) {}

    /** Registered controllers, and those with somebody online. */
    record Controllers(long registered, long heard) {}

    /** A Venue with many people online. */
    record Venue(long id, String name, long online) {}

    long online(String areaPath);

    Day day(String areaPath, Instant from, Instant until);

    /** Accounting starts of logins, by the minute in which they came; minutes without any are absent. */
    Map<Instant, Long> startsByMinute(String areaPath, Instant from, Instant until);

    Controllers controllers(String areaPath);

    List<Venue> topVenues(String areaPath, int most);
}
