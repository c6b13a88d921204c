package org.omnihall.hall.access.aaa;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.proof.Proofs;
import org.omnihall.hall.access.watch.PacketCounts;
import org.omnihall.hall.access.watch.PacketTap;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.Drop;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ServerListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the RADIUS sockets say beside their answers goes to where it is counted, learned from and watched. */
@Component
class RadiusEars implements ServerListener {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusEars.class);

    private final AccessControllers controllers;
    private final RadiusDrops drops;
    private final PacketCounts packets;
    private final Proofs proofs;
    private final PacketTap tap;

    RadiusEars(AccessControllers controllers, RadiusDrops drops, PacketCounts packets, Proofs proofs, PacketTap tap) {
        this.controllers = controllers;
        this.drops = drops;
        this.packets = packets;
        this.proofs = proofs;
        this.tap = tap;
    }

    @Override
    public void received(Received request) {
        packets.count(name(request.source().getAddress()), request.packet().code());
        tap.received(request);
    }

    @Override
    public void replied(Received request, Packet reply) {
        packets.count(name(request.source().getAddress()), reply.code());
        tap.replied(request, reply);
    }

    @Override
    public void dropped(Drop drop, InetSocketAddress source) {
        if (drop != Drop.ABANDONED) {
            drops.count(source.getAddress(), name(source.getAddress()), drop.name());
        }
    }

    @Override
    public void refused(Drop drop, Packet request, InetSocketAddress source) {
        tap.unanswered(request, source, drop.name());
        if (drop == Drop.MISSING_MESSAGE_AUTHENTICATOR && request.code() == Code.ACCESS_REQUEST) {
            controllers.senders(source.getAddress(), request).forEach(controller -> proofs.note(controller, false));
        }
    }

    /** Controllers that share a source are counted under the first of them. */
    private String name(InetAddress source) {
        List<AccessController> there = controllers.bySource(source);
        return there.isEmpty() ? "unknown" : there.getFirst().name();
    }

    @Override
    public void learned(InetAddress client) {
        Thread.ofVirtual()
                .name("radius-learned")
                .start(() -> controllers.bySource(client).forEach(controllers::messageAuthenticatorSeen));
    }

    @Override
    public void failed(InetSocketAddress source, RuntimeException failure) {
        LOG.error("a RADIUS request of {} failed", source, failure);
    }
}
