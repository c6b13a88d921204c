package org.omnihall.hall.access.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Dialect;

/**
 * An access controller as it was registered: who it is, how it speaks and where it is reached. Packets go only to {@link #address}.
 *
 * @param areaPath the Area it serves, such as {@code /zj/hz/}
 * @param sources every address or network its packets come from; the first is its own, the others are second addresses
 * @param address where Portal and CoA packets are sent: the first address of the first source
 * @param portalPort UDP port of its Portal side, 2000 by default
 * @param coaPort UDP port for CoA and Disconnect, 3799 by default
 * @param nat true where clients reach our pages through address translation
 * @param nasIdentifier what it sends as NAS-Identifier; empty when not told
 * @param venueId the Venue of clients whose AP is not known; empty where the controller serves many
 */
public record AccessController(
        long id,
        String name,
        String areaPath,
        Vendor vendor,
        Dialect dialect,
        PortalMethod method,
        Octets radiusSecret,
        Octets portalSecret,
        List<Cidr> sources,
        InetAddress address,
        int portalPort,
        int coaPort,
        boolean nat,
        MessageAuthenticator messageAuthenticator,
        DomainRule domain,
        RedirectMap redirectMap,
        Optional<String> nasIdentifier,
        Optional<Long> venueId,
        VolumeUnit volumeUnit) {

    public AccessController {
        sources = List.copyOf(sources);
    }

    /** Whether packets of this controller may come from there. */
    public boolean sendsFrom(InetAddress source) {
        return sources.stream().anyMatch(network -> network.contains(source));
    }

    /** Without secrets, so that a controller can stand in a log. */
    @Override
    public String toString() {
        return "ac:" + id + " " + name + " " + sources + " " + vendor + "/" + dialect;
    }
}
