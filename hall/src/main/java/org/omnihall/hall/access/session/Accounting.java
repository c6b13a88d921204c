package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.Handler;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.springframework.stereotype.Component;

/** Takes Accounting-Requests and acknowledges each after its commit. */
@Component
public class Accounting implements Handler {

    private final AccessControllers controllers;
    private final AccountingQueue queue;
    private final SessionClass classes;
    private final MeterRegistry meters;

    Accounting(AccessControllers controllers, AccountingQueue queue, SessionClass classes, MeterRegistry meters) {
        this.controllers = controllers;
        this.queue = queue;
        this.classes = classes;
        this.meters = meters;
    }

    @Override
    public void receive(Received request, ReplyHandle reply) {
        Packet packet = request.packet();
        Optional<AccessController> controller = controllers.identify(
                request.source().getAddress(),
                packet.text(AttributeTypes.NAS_IDENTIFIER),
                packet.ipv4(AttributeTypes.NAS_IP_ADDRESS).or(() -> packet.ipv6(AttributeTypes.NAS_IPV6_ADDRESS)));
        if (controller.isEmpty()) {
            drop(reply, "UNKNOWN_CONTROLLER");
            return;
        }
        try {
            AccountingRequest wanted = AccountingRequest.read(packet, controller.get(), request.at(), classes);
            Runnable acknowledge =
                    () -> reply.send(packet.reply(Code.ACCOUNTING_RESPONSE).build());
            if (!queue.offer(wanted, acknowledge)) {
                reply.abandon();
            }
        } catch (MalformedPacket malformed) {
            drop(reply, malformed.fault().name());
        }
    }

    private void drop(ReplyHandle reply, String reason) {
        meters.counter("omnihall.accounting.dropped", "reason", reason).increment();
        reply.abandon();
    }
}
