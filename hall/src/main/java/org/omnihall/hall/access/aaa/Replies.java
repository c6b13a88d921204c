package org.omnihall.hall.access.aaa;

import java.time.Duration;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.MsChapV2;

/** Decisions in RADIUS' words; the Message-Authenticator is put in front when the packet is signed. */
final class Replies {

    private static final long MOST_SECONDS = 0xffff_ffffL;

    private Replies() {}

    static Packet to(Packet request, Vendor vendor, Decision decision) {
        return switch (decision) {
            case Decision.Admit admit -> accept(request.reply(Code.ACCESS_ACCEPT), vendor, admit);
            case Decision.Refuse refuse ->
                request.reply(Code.ACCESS_REJECT)
                        .text(AttributeTypes.REPLY_MESSAGE, refuse.refusal().name())
                        .build();
            case Decision.Silent silent -> throw new IllegalArgumentException("nothing is said: " + silent.why());
        };
    }

    private static Packet accept(PacketBuilder reply, Vendor vendor, Decision.Admit admit) {
        SessionTerms terms = admit.terms();
        reply.octets(AttributeTypes.CLASS, admit.handle());
        seconds(reply, AttributeTypes.ACCT_INTERIM_INTERVAL, terms.interim());
        seconds(reply, AttributeTypes.SESSION_TIMEOUT, terms.time());
        seconds(reply, AttributeTypes.IDLE_TIMEOUT, terms.idle());
        VendorRates.of(vendor, terms).forEach(reply::add);
        admit.msChapSuccess().ifPresent(proof -> reply.octets(MsChapV2.SUCCESS, proof));
        return reply.build();
    }

    private static void seconds(PacketBuilder reply, AttributeType type, Duration time) {
        if (time.isPositive()) {
            reply.integer(type, Math.min(time.toSeconds(), MOST_SECONDS));
        }
    }
}
