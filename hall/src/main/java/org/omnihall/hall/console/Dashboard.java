package org.omnihall.hall.console;

import java.util.List;

/**
 * What the dashboard shows.
 *
 * @param startsPerMinute sessions begun a minute, over the last ten whole minutes
 * @param successPercent of those redirected today, who came online; a dash where nobody was
 * @param delivered of today's messages, as a share of those that have ended
 * @param controllersHeard controllers with somebody online
 */
public record Dashboard(
        long online,
        String startsPerMinute,
        String successPercent,
        String delivered,
        long messages,
        long controllers,
        long controllersHeard,
        List<Top> venues) {

    /** A Venue with many people online. */
    public record Top(long id, String name, long online) {}

    public Dashboard {
        venues = List.copyOf(venues);
    }

    /** Whether the hall is fresh: nobody can get online before a controller is registered. */
    public boolean fresh() {
        return controllers == 0;
    }
}
