package org.omnihall.hall.access.roaming;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.MessageAuthenticator;
import org.omnihall.hall.access.session.AccountingDrops;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.tls.PeerCertificate;
import org.omnihall.radius.tls.TlsPeer;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.Handler;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.omnihall.radius.transport.ServerListener;
import org.springframework.stereotype.Component;

/**
 * Lets a RadSec peer speak for his controllers: a packet of his is as one that the controller has sent from its registered address itself, so
 * that whoever answers needs to know nothing of peers. What is of none of them is dropped, whatever else is registered.
 */
@Component
public class RadSecRequests {

    /** Accounting-On and Accounting-Off (RFC 2866 section 5.1). */
    private static final long ON = 7;

    private static final long OFF = 8;

    private final RoamingState state;
    private final AccessControllers controllers;
    private final AccountingDrops drops;
    private final MeterRegistry meters;

    RadSecRequests(RoamingState state, AccessControllers controllers, AccountingDrops drops, MeterRegistry meters) {
        this.state = state;
        this.controllers = controllers;
        this.drops = drops;
        this.meters = meters;
    }

    /** Who takes requests, and who hears of them. */
    public record Desks(Handler access, Handler accounting, ServerListener ears) {}

    /** The peer with a certificate, if he is registered. */
    public Optional<TlsPeer> peer(PeerCertificate certificate, Desks desks) {
        return state.book()
                .peer(certificate)
                .map(peer -> new TlsPeer(policy(peer), (request, reply) -> receive(peer, request, reply, desks)));
    }

    private static Client.Policy policy(RadSecPeer peer) {
        return peer.messageAuthenticator() == MessageAuthenticator.OPTIONAL
                ? Client.Policy.OPTIONAL
                : Client.Policy.REQUIRED;
    }

    private void receive(RadSecPeer peer, Received request, ReplyHandle reply, Desks desks) {
        List<AccessController> his = peer.controllers().stream()
                .flatMap(id -> controllers.byId(id).stream())
                .toList();
        Optional<AccessController> sender = RadSecPeer.sender(his, request.packet());
        Optional<Received> asIfSent = sender.map(controller -> from(controller, request))
                .filter(sent -> controllers
                        .identify(sent.source().getAddress(), sent.packet())
                        .equals(sender));
        asIfSent.ifPresentOrElse(sent -> pass(sent, reply, desks), () -> {
            drops.unanswered(request, "unknown", "UNKNOWN_CONTROLLER");
            reply.abandon();
        });
    }

    private void pass(Received request, ReplyHandle reply, Desks desks) {
        desks.ears().received(request);
        desk(request, desks).receive(request, new ReplyHandle() {
            @Override
            public void send(Packet answer) {
                reply.send(answer);
                desks.ears().replied(request, answer);
            }

            @Override
            public void abandon() {
                reply.abandon();
            }
        });
    }

    private Handler desk(Received request, Desks desks) {
        if (request.packet().code() == Code.ACCESS_REQUEST) {
            return desks.access();
        }
        return isReset(request.packet()) ? this::overhear : desks.accounting();
    }

    private static boolean isReset(Packet packet) {
        OptionalLong status = packet.integer(AttributeTypes.ACCT_STATUS_TYPE);
        return status.isPresent() && (status.getAsLong() == ON || status.getAsLong() == OFF);
    }

    /** A peer's controller may stand for many devices: that one of them starts anew says nothing of the sessions of the others (access rule 10). */
    private void overhear(Received request, ReplyHandle reply) {
        meters.counter("omnihall.radsec.resets").increment();
        reply.send(request.packet().reply(Code.ACCOUNTING_RESPONSE).build());
    }

    private static Received from(AccessController controller, Received request) {
        return new Received(
                request.packet(), request.client(), new InetSocketAddress(controller.address(), 0), request.at());
    }
}
