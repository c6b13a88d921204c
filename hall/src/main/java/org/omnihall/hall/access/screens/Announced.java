package org.omnihall.hall.access.screens;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.RedirectMap.Meaning;
import org.springframework.web.util.UriUtils;

/** The address of the Captive Portal API that DHCP or a router announces to the devices behind a controller (RFC 8910). */
public sealed interface Announced {

    /** What DHCPv4 carries in one option. */
    int LONGEST = 255;

    /** It names the controller as its redirects do; an SSID may be added. */
    record At(String address) implements Announced {

        public boolean isTooLong() {
            return address.length() > LONGEST;
        }
    }

    /** Devices are told apart by their addresses, which such a controller translates. */
    record Translated() implements Announced {}

    /** The redirects of such a controller have no word for its name. */
    record Nameless() implements Announced {}

    static Announced of(AccessController controller, URI pages) {
        if (controller.nat()) {
            return new Translated();
        }
        Optional<String> parameter =
                controller.redirectMap().names(Meaning.AC_NAME).stream().findFirst();
        return parameter
                .<Announced>map(name -> new At(
                        pages + "/captive?" + name + "=" + UriUtils.encode(controller.name(), StandardCharsets.UTF_8)))
                .orElseGet(Nameless::new);
    }
}
