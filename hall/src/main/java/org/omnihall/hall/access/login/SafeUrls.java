package org.omnihall.hall.access.login;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a browser may be sent: absolute http(s) addresses of hosts on a list. Everything else is an open redirect. */
final class SafeUrls {

    private static final int LONGEST = 2048;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private SafeUrls() {}

    /**
     * The address if its host is on the list.
     *
     * @param hosts exact names; a leading dot allows all below the name too
     */
    static Optional<URI> among(String url, List<String> hosts) {
        return readable(url).filter(uri -> hosts.stream().anyMatch(host -> covers(host, uri.getHost())));
    }

    /** The address if it is an absolute http(s) address without a user part. */
    static Optional<URI> readable(String url) {
        if (url.isBlank() || url.length() > LONGEST || url.chars().anyMatch(SafeUrls::suspicious)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            boolean plain = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
            return plain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean suspicious(int character) {
        return character <= ' ' || character >= 127 || "\\\"<>^`{|}".indexOf(character) >= 0;
    }

    private static boolean covers(String listed, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String allowed = listed.toLowerCase(Locale.ROOT);
        return allowed.startsWith(".")
                ? name.endsWith(allowed) || name.equals(allowed.substring(1))
                : name.equals(allowed);
    }
}
