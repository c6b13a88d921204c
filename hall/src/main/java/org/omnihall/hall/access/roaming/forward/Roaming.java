package org.omnihall.hall.access.roaming.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.hall.access.roaming.RoamingBook;
import org.omnihall.hall.access.roaming.RoamingState;
import org.omnihall.hall.access.session.AccountingDrops;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.Handler;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stands before those who answer: a request whose User-Name has a realm of others goes to its home server, all else through. Accounting of roaming
 * people is kept here as that of our own is, and goes home as well; it is acknowledged when both are durable.
 */
@Component
public class Roaming {

    private static final Logger LOG = LoggerFactory.getLogger(Roaming.class);

    private final RoamingState realms;
    private final AccessControllers controllers;
    private final Forwarding forwarding;
    private final ForwardQueue queue;
    private final ProxyStates states;
    private final HomeAnswers answers;
    private final AccountingDrops drops;

    Roaming(
            RoamingState realms,
            AccessControllers controllers,
            Forwarding forwarding,
            ForwardQueue queue,
            ProxyStates states,
            HomeAnswers answers,
            AccountingDrops drops) {
        this.realms = realms;
        this.controllers = controllers;
        this.forwarding = forwarding;
        this.queue = queue;
        this.states = states;
        this.answers = answers;
        this.drops = drops;
    }

    /** Why a request of a roaming person gets no answer. */
    private enum Silence {
        /** It has been here before, or has come through too many proxies. */
        ROAMING_LOOP,
        ROAMING_NO_ANSWER,
        /** The home server's keys cannot be read, or its answer has grown longer than a packet. */
        ROAMING_BAD_ANSWER,
        /** A record of accounting that would not fit with what is added on its way home. */
        ROAMING_TOO_LONG,
        /** The database did not take what is to go home. */
        ROAMING_NOT_KEPT
    }

    /** A request of somebody who is answered elsewhere. */
    private record Guest(Received request, ReplyHandle reply, AccessController controller, Realm realm) {}

    public Handler access(Handler own) {
        return (request, reply) ->
                guest(request, reply).ifPresentOrElse(this::forward, () -> own.receive(request, reply));
    }

    public Handler accounting(Handler own) {
        return (request, reply) ->
                guest(request, reply).ifPresentOrElse(guest -> keep(guest, own), () -> own.receive(request, reply));
    }

    /** Nobody where we answer; also where the controller is not known, who is dropped and counted there. */
    private Optional<Guest> guest(Received request, ReplyHandle reply) {
        RoamingBook book = realms.book();
        if (book.isEmpty()) {
            return Optional.empty();
        }
        String name = request.packet().text(AttributeTypes.USER_NAME).orElse("");
        return book.elsewhere(name)
                .flatMap(realm -> controllers
                        .identify(request.source().getAddress(), request.packet())
                        .filter(controller -> !controller.domain().isOwn(Realm.in(name)))
                        .map(controller -> new Guest(request, reply, controller, realm)));
    }

    private void forward(Guest guest) {
        if (states.isLoop(guest.request().packet())) {
            drop(guest, Silence.ROAMING_LOOP);
            return;
        }
        Octets state = states.fresh();
        var _ = forwarding
                .ask(
                        guest.realm(),
                        Code.ACCESS_REQUEST,
                        to -> Outbound.access(guest.request(), guest.realm(), state, to))
                .exceptionally(ended -> Optional.empty())
                .thenAccept(answer -> answer.ifPresentOrElse(
                        said -> settle(guest, said), () -> drop(guest, Silence.ROAMING_NO_ANSWER)));
    }

    private void settle(Guest guest, Answer answer) {
        try {
            guest.reply().send(answers.to(guest.request(), guest.realm(), answer));
        } catch (MalformedPacket | IllegalArgumentException unreadable) {
            LOG.warn("{} gave an answer that cannot be passed on: {}", answer.server(), unreadable.toString());
            drop(guest, Silence.ROAMING_BAD_ANSWER);
        }
    }

    private void keep(Guest guest, Handler own) {
        if (states.isLoop(guest.request().packet())) {
            drop(guest, Silence.ROAMING_LOOP);
            return;
        }
        if (!Outbound.fits(guest.request().packet())) {
            drop(guest, Silence.ROAMING_TOO_LONG);
            return;
        }
        own.receive(wholeName(guest), new ReplyHandle() {
            @Override
            public void send(Packet acknowledgement) {
                Received request = guest.request();
                queue.keep(
                        guest.realm(),
                        Octets.of(request.packet().encode()),
                        request.at(),
                        new Fate(guest, acknowledgement));
            }

            @Override
            public void abandon() {
                guest.reply().abandon();
            }
        });
    }

    /** A guest is never taken for somebody of ours with the same name: our controllers' rules on domains leave his realm alone. */
    private static Received wholeName(Guest guest) {
        Packet packet = guest.request().packet();
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : packet.attributes()) {
            attributes.add(
                    attribute.type() == AttributeTypes.USER_NAME.number()
                            ? new Attribute(attribute.type(), kept(attribute.value(), guest.controller()))
                            : attribute);
        }
        return new Received(
                new Packet(packet.code(), packet.identifier(), packet.authenticator(), attributes),
                guest.request().client(),
                guest.request().source(),
                guest.request().at());
    }

    private static Octets kept(Octets name, AccessController controller) {
        Octets whole = Octets.ofText(controller.domain().keeping(name.toText()));
        return whole.length() <= Attribute.MAX_VALUE ? whole : name;
    }

    private void drop(Guest guest, Silence why) {
        drops.unanswered(guest.request(), guest.controller().name(), why.name());
        guest.reply().abandon();
    }

    private final class Fate implements ForwardQueue.Fate {

        private final Guest guest;
        private final Packet acknowledgement;

        Fate(Guest guest, Packet acknowledgement) {
            this.guest = guest;
            this.acknowledgement = acknowledgement;
        }

        @Override
        public void durable() {
            guest.reply().send(acknowledgement);
        }

        @Override
        public void lost() {
            drop(guest, Silence.ROAMING_NOT_KEPT);
        }
    }
}
