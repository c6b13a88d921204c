package org.omnihall.hall.access.aaa;

import org.omnihall.hall.access.dynamic.Disconnects;
import org.omnihall.hall.access.eap.EapAnswer;
import org.omnihall.hall.access.eap.EapConversations;
import org.omnihall.hall.access.network.AccessController;
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
    private final AccessCounts counts;

    EapRequests(
            EapConversations conversations,
            Authentication authentication,
            Disconnects disconnects,
            RadiusDrops drops,
            AccessCounts counts) {
        this.conversations = conversations;
        this.authentication = authentication;
        this.disconnects = disconnects;
        this.drops = drops;
        this.counts = counts;
    }

    /** What an Access-Request says of EAP; throws {@link org.omnihall.radius.MalformedPacket} for what is not well formed. */
    static EapConversations.Message read(Packet packet, AccessController controller) {
        return new EapConversations.Message(
                controller,
                packet.first(AttributeTypes.STATE),
                packet.joined(AttributeTypes.EAP_MESSAGE).orElseThrow(),
                (int) Math.min(packet.integer(AttributeTypes.FRAMED_MTU).orElse(0), Packet.MAX_LENGTH));
    }

    /** Takes processor time for TLS, and may wait for the database. */
    void answer(Received request, ReplyHandle reply, Asked asked, EapConversations.Message message) {
        Packet packet = request.packet();
        switch (conversations.answer(message)) {
            case EapAnswer.Ask ask -> reply.send(EapReplies.challenge(packet, ask.state(), ask.request()));
            case EapAnswer.Proved proved -> {
                Asked person = asked.as(proved.turn().person().name());
                authentication.admit(
                        person,
                        EapConversations.method(proved.turn().person()),
                        decision -> settle(request, reply, person, proved, decision));
            }
            case EapAnswer.Refused refused -> {
                reply.send(EapReplies.reject(packet, refused.turn().failure()));
                count(asked, refused.turn().why().name());
            }
            case EapAnswer.Anew anew -> {
                drop(request, asked, anew.why().name());
                reply.send(EapReplies.reject(packet, anew.failure()));
            }
            case EapAnswer.Dropped dropped -> {
                drop(request, asked, dropped.why().name());
                reply.abandon();
            }
        }
    }

    /** A conversation that got no answer is kept, for its last message is repeated. */
    private void settle(Received request, ReplyHandle reply, Asked asked, EapAnswer.Proved proved, Decision decision) {
        Packet packet = request.packet();
        AccessController controller = asked.controller();
        switch (decision) {
            case Decision.Admit admit -> {
                Packet accept = Replies.to(packet, controller.vendor(), controller.volumeUnit(), admit);
                reply.send(EapReplies.accept(request, accept, controller, proved.turn()));
                conversations.end(proved.state());
                count(asked, AccessCounts.ADMITTED);
                disconnects.release(admit.release());
            }
            case Decision.Refuse refuse -> {
                reply.send(EapReplies.reject(packet, proved.turn().failure()));
                conversations.end(proved.state());
                count(asked, refuse.refusal().name());
            }
            case Decision.Silent silent -> {
                drop(request, asked, silent.why().name());
                reply.abandon();
            }
        }
    }

    private void drop(Received request, Asked asked, String reason) {
        drops.unanswered(request, asked.controller().name(), reason);
    }

    private void count(Asked asked, String result) {
        counts.count(asked.controller().name(), result);
    }
}
