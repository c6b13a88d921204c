package org.omnihall.hall.access.session;

import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.transport.Handler;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.springframework.stereotype.Component;

/** Takes Accounting-Requests and acknowledges each when it is durable: after its commit, or in the journal while the database is away. */
@Component
public class Accounting implements Handler {

    private final AccessControllers controllers;
    private final AccountingQueue queue;
    private final SessionClass classes;
    private final AccountingDrops drops;

    Accounting(AccessControllers controllers, AccountingQueue queue, SessionClass classes, AccountingDrops drops) {
        this.controllers = controllers;
        this.queue = queue;
        this.classes = classes;
        this.drops = drops;
    }

    /** Whether requests are acknowledged also while the database is away. */
    public boolean outlastsTheDatabase() {
        return queue.outlastsTheDatabase();
    }

    /** How many requests this node has acknowledged that the books do not show yet. */
    public int behind() {
        return queue.behind();
    }

    @Override
    public void receive(Received request, ReplyHandle reply) {
        try {
            controllers
                    .identify(request.source().getAddress(), request.packet())
                    .ifPresentOrElse(
                            controller -> take(request, reply, controller),
                            () -> drop(request, reply, "unknown", "UNKNOWN_CONTROLLER"));
        } catch (MalformedPacket malformed) {
            drop(request, reply, "unknown", malformed.fault().name());
        }
    }

    private void take(Received request, ReplyHandle reply, AccessController controller) {
        try {
            AccountingRequest wanted = AccountingRequest.read(request.packet(), controller, request.at(), classes);
            queue.offer(wanted, new Answer(request, reply, controller.name()));
        } catch (MalformedPacket malformed) {
            drop(request, reply, controller.name(), malformed.fault().name());
        }
    }

    private void drop(Received request, ReplyHandle reply, String controller, String reason) {
        drops.unanswered(request, controller, reason);
        reply.abandon();
    }

    /** Tells a controller that its request is written, or lets it ask again. */
    private final class Answer implements AccountingQueue.Fate {

        private final Received request;
        private final ReplyHandle reply;
        private final String controller;

        Answer(Received request, ReplyHandle reply, String controller) {
            this.request = request;
            this.reply = reply;
            this.controller = controller;
        }

        @Override
        public void durable() {
            reply.send(request.packet().reply(Code.ACCOUNTING_RESPONSE).build());
        }

        @Override
        public void lost(AccountingQueue.Loss loss) {
            drop(request, reply, controller, loss.name());
        }
    }
}
