package org.omnihall.hall.access.aaa;

import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.network.VolumeUnit;
import org.omnihall.hall.access.terms.TermAttributes;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.MsChapV2;

/** Decisions in RADIUS' words; the Message-Authenticator is put in front when the packet is signed. */
final class Replies {

    private Replies() {}

    static Packet to(Packet request, Vendor vendor, VolumeUnit unit, Decision decision) {
        return switch (decision) {
            case Decision.Admit admit -> accept(request.reply(Code.ACCESS_ACCEPT), vendor, unit, admit);
            case Decision.Refuse refuse ->
                request.reply(Code.ACCESS_REJECT)
                        .text(AttributeTypes.REPLY_MESSAGE, refuse.refusal().name())
                        .build();
            case Decision.Silent silent -> throw new IllegalArgumentException("nothing is said: " + silent.why());
        };
    }

    private static Packet accept(PacketBuilder reply, Vendor vendor, VolumeUnit unit, Decision.Admit admit) {
        TermAttributes.add(reply, vendor, unit, admit.terms(), admit.handle());
        admit.msChapSuccess().ifPresent(proof -> reply.octets(MsChapV2.SUCCESS, proof));
        return reply.build();
    }
}
