package org.omnihall.hall.access.dynamic;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.watch.PacketCounts;
import org.omnihall.hall.access.watch.PacketTap;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Retransmission;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks controllers about running sessions. A request that gets no answer is repeated as it is, with its identifier and authenticator, so that a
 * device does it once; after six seconds it is given up.
 */
@Component
class DynamicClient implements DisposableBean {

    private static final Retransmission TIMES =
            new Retransmission(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(6));

    private final PacketTap tap;
    private final PacketCounts packets;
    private final Map<Boolean, RadiusClient> clients = new ConcurrentHashMap<>();

    DynamicClient(PacketTap tap, PacketCounts packets) {
        this.tap = tap;
        this.packets = packets;
    }

    /** Completes with what the controller said, never exceptionally. */
    CompletableFuture<DynamicAnswer> ask(Packet request, AccessController controller) {
        tap.asked(controller, request);
        packets.count(controller.name(), request.code());
        return client(controller.address())
                .send(
                        request,
                        new InetSocketAddress(controller.address(), controller.coaPort()),
                        SharedSecret.of(controller.radiusSecret()),
                        TIMES)
                .handle((reply, silence) ->
                        silence == null ? answered(controller, request, reply) : silent(controller, request));
    }

    private DynamicAnswer answered(AccessController controller, Packet request, Packet reply) {
        tap.replied(controller, request, reply);
        packets.count(controller.name(), reply.code());
        return DynamicAnswer.of(reply);
    }

    private DynamicAnswer silent(AccessController controller, Packet request) {
        tap.silent(controller, request);
        return new DynamicAnswer.Silence();
    }

    private RadiusClient client(InetAddress towards) {
        return clients.computeIfAbsent(towards.getAddress().length == 4, v4 -> new RadiusClient(anyLocal(v4)));
    }

    /** The unspecified address of a family. */
    static InetAddress anyLocal(boolean v4) {
        try {
            return InetAddress.getByAddress(new byte[v4 ? 4 : 16]);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void destroy() {
        clients.values().forEach(RadiusClient::close);
    }
}
