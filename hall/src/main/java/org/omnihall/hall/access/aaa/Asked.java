package org.omnihall.hall.access.aaa;

import java.net.InetAddress;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.session.CalledStation;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;

/**
 * What an Access-Request asks for, read out of the packet once.
 *
 * @param userName as it was sent, which CHAP and MS-CHAP count in
 * @param name the same by the controller's domain rule
 */
record Asked(
        AccessController controller,
        String userName,
        String name,
        Credential credential,
        Optional<MacAddress> mac,
        Optional<InetAddress> ip,
        CalledStation called) {

    static Asked read(Packet packet, AccessController controller, SharedSecret secret) {
        String userName = packet.text(AttributeTypes.USER_NAME).orElse("").replace('\0', '\uFFFD');
        return new Asked(
                controller,
                userName,
                controller.domain().toName(userName),
                Credential.in(packet, secret),
                packet.text(AttributeTypes.CALLING_STATION_ID).flatMap(MacAddress::parse),
                packet.ipv4(AttributeTypes.FRAMED_IP_ADDRESS).or(() -> packet.ipv6(AttributeTypes.FRAMED_IPV6_ADDRESS)),
                CalledStation.parse(
                        packet.text(AttributeTypes.CALLED_STATION_ID).orElse("")));
    }

    /** The same of somebody whose name came to light in another way. */
    Asked as(String provedName) {
        return new Asked(controller, provedName, provedName, credential, mac, ip, called);
    }
}
