package org.omnihall.hall.access.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.octets.MacAddress;

/**
 * What the names mean that a controller puts into the redirect's query (portal protocol section 9). Names are compared without case.
 *
 * @param name of the map, such as {@code CMCC}
 * @param parameters from the controller's name in lower case to its meaning; several names may have one meaning
 */
public record RedirectMap(String name, Map<String, Meaning> parameters) {

    private static final int LONGEST = 2048;

    /** The only map of a controller that was never told another one. */
    public static final RedirectMap EMPTY = new RedirectMap("NONE", Map.of());

    /** What a parameter can tell. */
    public enum Meaning {
        AC_ADDRESS,
        AC_NAME,
        USER_ADDRESS,
        USER_MAC,
        SSID,
        AP_MAC,
        FIRST_URL
    }

    /** What a redirect claims; nothing in it is proved (access rule 1). */
    public record Hints(
            Optional<InetAddress> acAddress,
            Optional<String> acName,
            Optional<InetAddress> userAddress,
            Optional<MacAddress> userMac,
            Optional<String> ssid,
            Optional<MacAddress> apMac,
            Optional<String> firstUrl) {}

    public RedirectMap {
        parameters = Map.copyOf(parameters);
    }

    /** The names of a meaning, in order. */
    public List<String> names(Meaning meaning) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getValue() == meaning)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Reads a query; what is malformed or longer than 2048 characters is as absent. */
    public Hints read(Map<String, String> query) {
        return new Hints(
                text(query, Meaning.AC_ADDRESS).flatMap(Cidr::address),
                text(query, Meaning.AC_NAME),
                text(query, Meaning.USER_ADDRESS).flatMap(Cidr::address),
                text(query, Meaning.USER_MAC).flatMap(MacAddress::parse),
                text(query, Meaning.SSID),
                text(query, Meaning.AP_MAC).flatMap(RedirectMap::apMac),
                text(query, Meaning.FIRST_URL));
    }

    /** An AP's address may be followed by the SSID, as in a Called-Station-Id. */
    private static Optional<MacAddress> apMac(String text) {
        for (int length : new int[] {17, 14, 12}) {
            if (text.length() > length && text.charAt(length) == ':') {
                return MacAddress.parse(text.substring(0, length)).or(() -> MacAddress.parse(text));
            }
        }
        return MacAddress.parse(text);
    }

    private Optional<String> text(Map<String, String> query, Meaning meaning) {
        return query.entrySet().stream()
                .filter(e -> parameters.get(e.getKey().toLowerCase(Locale.ROOT)) == meaning)
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank() && value.length() <= LONGEST)
                .findFirst();
    }
}
