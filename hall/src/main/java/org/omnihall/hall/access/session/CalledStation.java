package org.omnihall.hall.access.session;

import java.util.Optional;
import org.omnihall.octets.MacAddress;

/** A Called-Station-Id: the AP's MAC, a colon and the SSID (RFC 3580 section 3.20); some send only one of the two. */
public record CalledStation(Optional<MacAddress> ap, Optional<String> ssid) {

    private static final int[] MAC_LENGTHS = {17, 14, 12};

    public static CalledStation parse(String text) {
        for (int length : MAC_LENGTHS) {
            if (text.length() >= length && (text.length() == length || text.charAt(length) == ':')) {
                Optional<MacAddress> ap = MacAddress.parse(text.substring(0, length));
                if (ap.isPresent()) {
                    return new CalledStation(ap, named(text.substring(Math.min(text.length(), length + 1))));
                }
            }
        }
        return new CalledStation(Optional.empty(), named(text));
    }

    /** PostgreSQL keeps no zero octet in a text. */
    private static Optional<String> named(String ssid) {
        return Optional.of(ssid.replace('\0', '\uFFFD')).filter(s -> !s.isEmpty());
    }
}
