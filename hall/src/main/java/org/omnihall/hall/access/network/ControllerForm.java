package org.omnihall.hall.access.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.omnihall.hall.access.network.Problem.Fault;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Dialect;

/**
 * Reads a controller out of a draft. Fields: name, area, addresses, vendor, dialect, method, radiusSecret, portalSecret, portalPort,
 * coaPort, nat, messageAuthenticator, domain, redirectMap, nasIdentifier, venue, volumeUnit. A blank secret keeps the one there is; a new
 * controller without a Portal secret has one secret for both.
 */
final class ControllerForm {

    private static final int LEAST_SECRET = 8;
    private static final int PORTAL_PORT = 2000;
    private static final int COA_PORT = 3799;

    private final Draft draft;
    private final NetworkMap map;
    private final Map<String, RedirectMap> redirectMaps;

    ControllerForm(Draft draft, NetworkMap map, Map<String, RedirectMap> redirectMaps) {
        this.draft = draft;
        this.map = map;
        this.redirectMaps = redirectMaps;
    }

    /** The controller under this id, changed from what it was before. */
    Change<AccessController> read(long id, Optional<AccessController> before) {
        Reading in = new Reading(draft);
        List<Cidr> sources = in.networks("addresses");
        String secret = in.secret("radiusSecret", LEAST_SECRET, before.isPresent());
        String portalSecret = in.secret("portalSecret", LEAST_SECRET, true);
        Octets radius = secret.isEmpty()
                ? before.map(AccessController::radiusSecret).orElse(Octets.EMPTY)
                : Octets.ofText(secret);
        Vendor vendor = in.choice("vendor", Vendor.class, Vendor.STANDARD);
        String name = draft.has("name") || sources.isEmpty()
                ? in.text("name", 64)
                : sources.getFirst().toString();
        AccessController read = new AccessController(
                id,
                name,
                in.area("area"),
                vendor,
                in.choice("dialect", Dialect.class, Dialect.HUAWEI2),
                in.choice("method", PortalMethod.class, PortalMethod.CHAP),
                radius,
                portalSecret.isEmpty()
                        ? before.map(AccessController::portalSecret).orElse(radius)
                        : Octets.ofText(portalSecret),
                sources,
                sources.isEmpty()
                        ? Cidr.parse("0.0.0.0").orElseThrow().network()
                        : sources.getFirst().network(),
                (int) in.number("portalPort", PORTAL_PORT, 1, 65535),
                (int) in.number("coaPort", COA_PORT, 1, 65535),
                in.flag("nat"),
                in.choice("messageAuthenticator", MessageAuthenticator.class, MessageAuthenticator.REQUIRED),
                domain(in),
                redirectMap(in, vendor),
                Optional.of(in.maybeText("nasIdentifier", 253)).filter(t -> !t.isEmpty()),
                venue(in),
                in.choice("volumeUnit", VolumeUnit.class, VolumeUnit.OCTETS));
        checkName(in, read);
        sources.forEach(source -> checkSource(in, read, source));
        return in.broken() ? Change.refused(in.problems()) : Change.done(read);
    }

    private DomainRule domain(Reading in) {
        return DomainRule.parse(draft.text("domain")).orElseGet(() -> {
            in.wrong("domain", Fault.MALFORMED, "none, strip or append:DOMAIN");
            return new DomainRule.None();
        });
    }

    /** The vendor's own map where none is named; China Mobile's where the vendor has none. */
    private RedirectMap redirectMap(Reading in, Vendor vendor) {
        String standard = redirectMaps.containsKey(vendor.name()) ? vendor.name() : "CMCC";
        String name = draft.has("redirectMap") ? draft.text("redirectMap").toUpperCase(Locale.ROOT) : standard;
        RedirectMap found = redirectMaps.get(name);
        if (found == null) {
            in.wrong("redirectMap", Fault.UNKNOWN, name);
            return RedirectMap.EMPTY;
        }
        return found;
    }

    /** By its name, the one nearest to the controller's Area first; or by its id. */
    private Optional<Long> venue(Reading in) {
        String text = draft.text("venue");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<NetworkMap.VenueRow> named = map.venuesNamed(text);
        Optional<Long> found = named.stream()
                .filter(venue -> venue.areaPath().startsWith(draft.text("area")))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .or(() -> text.matches("\\d{1,15}") ? map.venue(Long.parseLong(text)) : Optional.empty())
                .map(NetworkMap.VenueRow::id);
        if (found.isEmpty()) {
            in.wrong("venue", Fault.UNKNOWN, text);
        }
        return found;
    }

    private void checkName(Reading in, AccessController read) {
        map.controllers().all().stream()
                .filter(other -> other.id() != read.id() && other.name().equalsIgnoreCase(read.name()))
                .forEach(other -> in.wrong("name", Fault.TAKEN, "ac:" + other.id()));
    }

    /** Devices behind one source can be told apart only by their NAS-Identifier, and only after the secret was applied (access rule 10). */
    private void checkSource(Reading in, AccessController read, Cidr source) {
        for (AccessController other : map.controllers().all()) {
            if (other.id() == read.id() || !other.sources().contains(source)) {
                continue;
            }
            String who = other.name() + " at " + source;
            if (Objects.equals(other.nasIdentifier(), read.nasIdentifier())) {
                in.wrong("nasIdentifier", Fault.TAKEN, who);
            } else if (!other.radiusSecret().equalsInConstantTime(read.radiusSecret())) {
                in.wrong("radiusSecret", Fault.CONFLICT, who);
            }
        }
    }
}
