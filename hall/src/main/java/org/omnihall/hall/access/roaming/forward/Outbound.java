package org.omnihall.hall.access.roaming.forward;

import java.time.Duration;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.transport.Received;

/**
 * Requests as they go on to a home server: as they came, in the order in which they came, the password hidden anew, and our Proxy-State behind those of
 * others. The Message-Authenticator is computed when they are signed.
 */
final class Outbound {

    /** The octets of a Message-Authenticator, which signing adds. */
    static final int PROOF = 18;

    /** What is added at most: Message-Authenticator, Proxy-State, CHAP-Challenge, Acct-Delay-Time. */
    private static final int ADDED = 3 * PROOF + 6;

    private static final int MESSAGE_AUTHENTICATOR = AttributeTypes.MESSAGE_AUTHENTICATOR.number();
    private static final int USER_NAME = AttributeTypes.USER_NAME.number();
    private static final int USER_PASSWORD = AttributeTypes.USER_PASSWORD.number();
    private static final int DELAY = AttributeTypes.ACCT_DELAY_TIME.number();

    private Outbound() {}

    /** Under another authenticator and secret; throws {@link MalformedPacket} for a password that cannot be one. */
    static Packet access(Received received, Realm realm, Octets proxyState, Upstream to) {
        Packet request = received.packet();
        Octets authenticator = to.authenticator();
        PacketBuilder out = Packet.request(request.code(), authenticator);
        for (Attribute attribute : fitting(request).attributes()) {
            if (attribute.type() == USER_PASSWORD) {
                Octets password = UserPassword.reveal(
                        attribute.value(),
                        request.authenticator(),
                        received.client().secret());
                out.octets(AttributeTypes.USER_PASSWORD, UserPassword.hide(password, authenticator, to.secret()));
            } else {
                add(out, attribute, realm);
            }
        }
        if (request.has(AttributeTypes.CHAP_PASSWORD) && !request.has(AttributeTypes.CHAP_CHALLENGE)) {
            out.octets(AttributeTypes.CHAP_CHALLENGE, request.authenticator());
        }
        return out.octets(AttributeTypes.PROXY_STATE, proxyState).build();
    }

    /** @param waited since it came, which a record without a time of its own is told in Acct-Delay-Time */
    static Packet accounting(Packet request, Realm realm, Octets proxyState, Duration waited) {
        PacketBuilder out = Packet.request(request.code());
        for (Attribute attribute : fitting(request).attributes()) {
            if (attribute.type() != DELAY) {
                add(out, attribute, realm);
            }
        }
        long delay = request.integer(AttributeTypes.ACCT_DELAY_TIME).orElse(0) + waited.toSeconds();
        if (delay > 0) {
            out.integer(AttributeTypes.ACCT_DELAY_TIME, Math.min(delay, Integer.MAX_VALUE));
        }
        return out.octets(AttributeTypes.PROXY_STATE, proxyState).build();
    }

    /** Whether it still is a packet with what is added. */
    static boolean fits(Packet request) {
        return request.encode().length + ADDED <= Packet.MAX_LENGTH;
    }

    private static Packet fitting(Packet request) {
        if (!fits(request)) {
            throw new MalformedPacket(MalformedPacket.Fault.BAD_LENGTH);
        }
        return request;
    }

    private static void add(PacketBuilder out, Attribute attribute, Realm realm) {
        if (attribute.type() == USER_NAME && realm.strip()) {
            out.octets(AttributeTypes.USER_NAME, stripped(attribute.value()));
        } else if (attribute.type() != MESSAGE_AUTHENTICATOR) {
            out.add(attribute);
        }
    }

    /** Cut where the realm begins; whole where nothing would remain. In octets, for a name need not be UTF-8. */
    private static Octets stripped(Octets name) {
        int at = name.length() - 1;
        while (at > 0 && name.at(at) != '@') {
            at--;
        }
        return at > 0 ? name.slice(0, at) : name;
    }
}
