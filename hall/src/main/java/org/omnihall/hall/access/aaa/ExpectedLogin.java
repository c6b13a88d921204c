package org.omnihall.hall.access.aaa;

import java.net.InetAddress;
import java.util.Optional;
import java.util.UUID;
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
        UUID attempt, long subscriberId, Msisdn msisdn, Optional<MacAddress> mac, Optional<InetAddress> ip) {

    /** The text for which the login token is minted: the MAC where it is known, else the address, else nothing. */
    public String device() {
        return mac.map(MacAddress::toString)
                .or(() -> ip.map(InetAddress::getHostAddress))
                .orElse("");
    }
}
