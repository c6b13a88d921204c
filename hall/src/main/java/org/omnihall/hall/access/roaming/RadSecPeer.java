package org.omnihall.hall.access.roaming;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.MessageAuthenticator;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;

/**
 * One who may ask over RadSec.
 *
 * @param certificate a name of his certificate, or its SHA-256 fingerprint in hex; in lower case
 * @param messageAuthenticator required, or optional: TLS proves where a packet comes from
 * @param controllers the ids of those that he speaks for
 */
public record RadSecPeer(
        long id, String name, String certificate, MessageAuthenticator messageAuthenticator, List<Long> controllers) {

    public RadSecPeer {
        controllers = List.copyOf(controllers);
    }

    /**
     * Which of his controllers a packet is of (access rule 10): the one with its NAS-Identifier, else among those without one that which holds the
     * NAS-IP-Address, else the only one without.
     */
    static Optional<AccessController> sender(List<AccessController> his, Packet packet) {
        Optional<String> name = packet.text(AttributeTypes.NAS_IDENTIFIER);
        Optional<AccessController> named = his.stream()
                .filter(one -> name.isPresent() && one.nasIdentifier().equals(name))
                .findFirst();
        List<AccessController> unnamed =
                his.stream().filter(one -> one.nasIdentifier().isEmpty()).toList();
        Optional<InetAddress> address =
                packet.ipv4(AttributeTypes.NAS_IP_ADDRESS).or(() -> packet.ipv6(AttributeTypes.NAS_IPV6_ADDRESS));
        return named.or(() -> address.flatMap(
                        at -> unnamed.stream().filter(one -> one.sendsFrom(at)).findFirst()))
                .or(() -> unnamed.size() == 1 ? Optional.of(unnamed.getFirst()) : Optional.empty());
    }
}
