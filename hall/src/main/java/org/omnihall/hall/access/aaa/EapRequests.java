package org.omnihall.hall.access.aaa;

import io.micrometer.core.instrument.MeterRegistry;
import org.omnihall.eap.Turn;
import org.omnihall.hall.access.eap.EapAnswer;
import org.omnihall.hall.access.eap.EapConversations;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.session.Disconnects;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.springframework.stereotype.Component;

/** Answers Access-Requests that carry EAP (RFC 3579); whom a conversation proves is let in as one with a password is. */
@Component
class EapRequests {

    private final EapConversations conversations;
    private final Authentication authentication;
    private final Disconnects disconnects;
    private final RadiusDrops drops;
    private final MeterRegistry meters;

    EapRequests(
            EapConversations conversations,
            Authentication authentication,
            Disconnects disconnects,
            RadiusDrops drops,
            MeterRegistry meters) {
        this.conversations = conversations;
        this.authentication = authentication;
        this.disconnects = disconnects;
        this.drops = drops;
        this.meters = meters;
    }

    void answer(Received request, ReplyHandle reply, AccessController controller) {
        Packet packet = request.packet();
        EapAnswer answer = conversations.answer(new EapConversations.Message(
                controller,
                packet.first(AttributeTypes.STATE),
                packet.joined(AttributeTypes.EAP_MESSAGE).orElseThrow(),
                (int) Math.min(packet.integer(AttributeTypes.FRAMED_MTU).orElse(0), Packet.MAX_LENGTH)));
        switch (answer) {
            case EapAnswer.Ask ask -> reply.send(EapReplies.challenge(packet, ask.state(), ask.request()));
            case EapAnswer.Proved proved -> {
                admit(request, reply, controller, proved.turn());
                conversations.end(proved.state());
            }
            case EapAnswer.Refused refused -> {
                reply.send(EapReplies.reject(packet, refused.turn().failure()));
                count(controller, refused.turn().why().name());
            }
            case EapAnswer.Anew anew -> {
                drops.count(
                        request.source().getAddress(),
                        controller.name(),
                        anew.why().name());
                reply.send(EapReplies.reject(packet, anew.failure()));
            }
            case EapAnswer.Dropped dropped -> {
                drops.count(
                        request.source().getAddress(),
                        controller.name(),
                        dropped.why().name());
                reply.abandon();
            }
        }
    }

    private void admit(Received request, ReplyHandle reply, AccessController controller, Turn.Proved proved) {
        Asked asked =
                Asked.read(request.packet(), controller).as(proved.person().name());
        switch (authentication.admit(asked, EapConversations.method(proved.person()))) {
            case Decision.Admit admit -> {
                Packet accept = Replies.to(request.packet(), controller.vendor(), admit);
                reply.send(EapReplies.accept(request.packet(), accept, controller, proved));
                count(controller, "ADMITTED");
                admit.release().forEach(disconnects::release);
            }
            case Decision.Refuse refuse -> {
                reply.send(EapReplies.reject(request.packet(), proved.failure()));
                count(controller, refuse.refusal().name());
            }
        }
    }

    private void count(AccessController controller, String result) {
        meters.counter("omnihall.radius.access", "result", result, "nas", controller.name())
                .increment();
    }
}
