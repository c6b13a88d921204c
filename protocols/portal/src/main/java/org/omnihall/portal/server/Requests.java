package org.omnihall.portal.server;

import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;

/** Begins packets as a device wants them. */
final class Requests {

    private Requests() {}

    static Packet about(Bas bas, Type type, UserAddress user) {
        Packet packet = bas.dialect().packet(type, user.ip());
        return bas.habits()
                .macAttribute()
                .flatMap(attribute -> user.mac().map(mac -> packet.with(attribute, mac.octets())))
                .orElse(packet);
    }
}
