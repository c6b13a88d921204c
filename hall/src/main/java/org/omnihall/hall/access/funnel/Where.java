package org.omnihall.hall.access.funnel;

import java.util.Optional;
import java.util.UUID;
import org.omnihall.octets.Octets;

/**
 * Whose step it is: the attempt and its place, as far as they are known.
 *
 * @param numberKey the keyed hash of the number that was given, by which its story is found
 */
public record Where(
        Optional<UUID> attempt,
        Optional<Octets> numberKey,
        String areaPath,
        Optional<Long> venueId,
        Optional<Long> controllerId,
        String ssid,
        Optional<String> apMac,
        String phone) {

    /** Where nothing is known: a landing that named no controller of ours. */
    public static final Where NOWHERE = new Where(
            Optional.empty(),
            Optional.empty(),
            "/",
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            "UNKNOWN");
}
