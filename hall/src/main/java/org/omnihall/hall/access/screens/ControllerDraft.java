package org.omnihall.hall.access.screens;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.hall.access.network.Draft;

/** A controller as its form shows it: everything but the secrets. */
final class ControllerDraft {

    private ControllerDraft() {}

    static Draft of(AccessController controller, Optional<String> venue) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", controller.name());
        fields.put("area", controller.areaPath());
        fields.put(
                "addresses", controller.sources().stream().map(Cidr::toString).collect(Collectors.joining(" ")));
        fields.put("vendor", controller.vendor().name());
        fields.put("dialect", controller.dialect().name());
        fields.put("method", controller.method().name());
        fields.put("portalPort", Integer.toString(controller.portalPort()));
        fields.put("coaPort", Integer.toString(controller.coaPort()));
        fields.put("nat", Boolean.toString(controller.nat()));
        fields.put("messageAuthenticator", controller.messageAuthenticator().name());
        fields.put("domain", controller.domain().text());
        fields.put("redirectMap", controller.redirectMap().name());
        fields.put("nasIdentifier", controller.nasIdentifier().orElse(""));
        fields.put(
                "venue",
                venue.or(() -> controller.venueId().map(Object::toString)).orElse(""));
        fields.put("volumeUnit", controller.volumeUnit().name());
        return new Draft(fields);
    }
}
