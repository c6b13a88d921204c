package org.omnihall.hall.access.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.octets.MacAddress;

/**
 * Which sessions are looked for. Empty parts ask for nothing.
 *
 * @param areaPath the Area the asker answers for
 * @param subscriber the owner of the number that was typed
 * @param user the beginning of a user name
 * @param controllers any of these; an empty list finds nothing
 * @param venues any of these; an empty list finds nothing
 * @param from the earliest end of a closed session
 */
public record SessionFilter(
        String areaPath,
        Optional<Long> subscriber,
        Optional<String> user,
        Optional<MacAddress> mac,
        Optional<List<Long>> controllers,
        Optional<List<Long>> venues,
        Optional<String> ssid,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** All that is in an Area. */
    public static SessionFilter all(String areaPath) {
        return new SessionFilter(
                areaPath,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
