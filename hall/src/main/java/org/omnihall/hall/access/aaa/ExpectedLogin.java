package org.omnihall.hall.access.aaa;

import java.net.InetAddress;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.octets.MacAddress;

/**
 * A login that our page has sent to the controller.
 *
 * @param attempt the journey's id
 * @param mac the device's address as the page learnt it
 * @param ip the device's address as the page learnt it
 */
public record ExpectedLogin(
        UUID attempt,
        long subscriberId,
        Msisdn msisdn,
        Place place,
        Optional<MacAddress> mac,
        Optional<InetAddress> ip) {

    /** The text for which the login token is minted: the MAC where it is known, else the address, else nothing. */
    public String device() {
        return mac.map(MacAddress::toString)
                .or(() -> ip.map(InetAddress::getHostAddress))
                .orElse("");
    }

    /** Whether a request can be of this device: what both sides know must be equal (access-rules.md rule 1). */
    boolean sameDevice(Optional<MacAddress> sentMac, Optional<InetAddress> sentIp) {
        return agree(mac, sentMac) && agree(ip, sentIp);
    }

    private static <T> boolean agree(Optional<T> known, Optional<T> sent) {
        return known.isEmpty() || sent.isEmpty() || known.equals(sent);
    }
}
