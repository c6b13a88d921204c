package org.omnihall.hall.access.aaa;

import java.security.SecureRandom;
import org.omnihall.eap.EapPacket;
import org.omnihall.eap.SessionKeys;
import org.omnihall.eap.Turn;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.MppeKey;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.Received;

/** EAP in RADIUS' words (RFC 3579 section 3.1); a Reply-Message may not stand beside it (section 2.6.5). */
final class EapReplies {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EapReplies() {}

    static Packet challenge(Packet request, Octets state, EapPacket eap) {
        return request.reply(Code.ACCESS_CHALLENGE)
                .octets(AttributeTypes.STATE, state)
                .split(AttributeTypes.EAP_MESSAGE, eap.encode())
                .build();
    }

    static Packet reject(Packet request, EapPacket failure) {
        return request.reply(Code.ACCESS_REJECT)
                .split(AttributeTypes.EAP_MESSAGE, failure.encode())
                .build();
    }

    /** An Accept with the person's own name, so that accounting names him whatever the outer identity was (access-rules.md rule 11). */
    static Packet accept(Received received, Packet accept, AccessController controller, Turn.Proved proved) {
        Packet request = received.packet();
        SharedSecret secret = received.client().secret();
        SessionKeys keys = proved.keys();
        int salt = RANDOM.nextInt();
        PacketBuilder reply = request.reply(Code.ACCESS_ACCEPT)
                .text(
                        AttributeTypes.USER_NAME,
                        controller.domain().toController(proved.person().name()))
                .octets(MppeKey.RECEIVE, MppeKey.hide(keys.receive(), salt(salt), request.authenticator(), secret))
                .octets(MppeKey.SEND, MppeKey.hide(keys.send(), salt(salt + 1), request.authenticator(), secret))
                .split(AttributeTypes.EAP_MESSAGE, proved.success().encode());
        accept.attributes().stream()
                .filter(attribute -> attribute.type() != AttributeTypes.PROXY_STATE.number())
                .forEach(reply::add);
        return reply.build();
    }

    private static Octets salt(int number) {
        return Octets.of((byte) (number >> 8), (byte) number);
    }
}
