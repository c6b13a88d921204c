package org.omnihall.hall.openapi.hub;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.omnihall.hall.openapi.OpenApiSettings;
import org.omnihall.tmf.Problem;
import org.springframework.stereotype.Component;

/** Where notifications may be sent: a listener must not make the hall call what only the hall can reach. */
@Component
class Callbacks {

    private static final int LONGEST = 500;

    private final OpenApiSettings settings;

    Callbacks(OpenApiSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a callback; the path may end with a slash, which does not count.
     *
     * @throws Problem {@code INVALID_BODY} saying what a callback must be
     */
    URI parse(String text) {
        URI uri = uri(text.strip());
        boolean web = uri.getScheme() != null
                && Arrays.asList("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
        if (!web
                || uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getQuery() != null
                || uri.getFragment() != null) {
            throw refused("is an address such as https://listener.example/tmf, without user, query and fragment");
        }
        if (!settings.privateCallbacks() && !uri.getScheme().equalsIgnoreCase("https")) {
            throw refused("begins with https");
        }
        return URI.create(uri.toString().replaceFirst("/+$", ""));
    }

    /** Why this address must not be called now, as its name resolves now. */
    Optional<String> forbids(URI callback) {
        if (settings.privateCallbacks()) {
            return Optional.empty();
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(callback.getHost())).allMatch(Callbacks::isPublic)
                    ? Optional.empty()
                    : Optional.of("leads to a private address");
        } catch (UnknownHostException unknown) {
            return Optional.of("host is not known");
        }
    }

    private static boolean isPublic(InetAddress address) {
        byte[] octets = address.getAddress();
        boolean uniqueLocal = octets.length == 16 && (octets[0] & 0xfe) == 0xfc;
        boolean ofTheOperator =
                octets.length == 4 && (octets[0] == 0 || (octets[0] == 100 && (octets[1] & 0xc0) == 64));
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || ofTheOperator);
    }

    private static URI uri(String text) {
        if (text.length() > LONGEST) {
            throw refused("has at most " + LONGEST + " characters");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException broken) {
            throw refused("is an address such as https://listener.example/tmf");
        }
    }

    private static Problem refused(String what) {
        return new Problem(Problem.Code.INVALID_BODY, "callback " + what);
    }
}
