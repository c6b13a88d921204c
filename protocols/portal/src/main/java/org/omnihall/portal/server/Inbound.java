package org.omnihall.portal.server;

import static org.omnihall.portal.AttributeType.IP_CONFIG;
import static org.omnihall.portal.AttributeType.NAS_ID;
import static org.omnihall.portal.AttributeType.TEXT_INFO;
import static org.omnihall.portal.AttributeType.USER_NAME;
import static org.omnihall.portal.AttributeType.USER_NOTIFY;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.ErrCode;
import org.omnihall.portal.MalformedPacket;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;

/** Sorts what devices send: answers go to who waits for them, notices to the listener, everything else is dropped by name. */
final class Inbound {

    private static final int MOST_HANDLERS = 1024;

    private record Heard(Bas bas, InetSocketAddress from, Packet packet) {}

    private final Setup setup;
    private final Loop loop;
    private final Table table;
    private final Semaphore handlers = new Semaphore(MOST_HANDLERS);

    Inbound(Setup setup, Loop loop, Table table) {
        this.setup = setup;
        this.loop = loop;
        this.table = table;
    }

    /** Called on the reader for every datagram. */
    void datagram(ByteBuffer octets, InetSocketAddress from) {
        Optional<Bas> bas = setup.registry().at(from.getAddress());
        if (bas.isEmpty()) {
            drop(Drop.UNKNOWN_SOURCE, from);
        } else if (loop.backlog() > 3 * setup.mostWaiting()) {
            drop(Drop.OVERLOADED, from);
        } else {
            decode(bas.get(), octets, from).ifPresent(heard -> {
                setup.listener().received(heard.packet().type(), heard.bas());
                loop.run(() -> sort(heard));
            });
        }
    }

    private Optional<Heard> decode(Bas bas, ByteBuffer octets, InetSocketAddress from) {
        try {
            return Optional.of(new Heard(bas, from, Packet.decode(octets, dialect(bas, octets))));
        } catch (MalformedPacket malformed) {
            drop(Drop.MALFORMED, from);
            return Optional.empty();
        }
    }

    private static Dialect dialect(Bas bas, ByteBuffer octets) {
        boolean mac = octets.remaining() > 1
                && Type.of(octets.get(octets.position() + 1) & 0xff)
                        .filter(Type::aboutMacBinding)
                        .isPresent();
        return mac ? bas.habits().macMessages() : bas.dialect();
    }

    private void sort(Heard heard) {
        switch (heard.packet().type()) {
            case ACK_CHALLENGE, ACK_AUTH, ACK_LOGOUT, ACK_INFO, ACK_NTF_USER_HEARTBEAT, WEB_ACK_STATUS_NOTIFY ->
                answer(heard);
            case NTF_LOGOUT, NTF_USERIPCHANGE, NTF_USER_NOTIFY, REQ_MACBINDING_INFO, NTF_USER_LOGON, NTF_USER_LOGOUT ->
                told(heard);
            case REQ_CHALLENGE, REQ_AUTH, REQ_LOGOUT, AFF_ACK_AUTH, REQ_INFO, NTF_USERDISCOVER, AFF_NTF_USERIPCHANGE ->
                unexpected(heard);
            case ACK_NTF_LOGOUT, NTF_HEARTBEAT, NTF_USER_HEARTBEAT, NTF_CHALLENGE, AFF_NTF_USER_NOTIFY ->
                unexpected(heard);
            case ACK_MACBINDING_INFO, REQ_USER_OFFLINE, WEB_STATUS_NOTIFY -> unexpected(heard);
        }
    }

    private void answer(Heard heard) {
        Packet answer = heard.packet();
        Optional<Waiting> waiting = table.at(heard.bas(), answer.serial());
        Optional<Octets> asked = waiting.flatMap(who -> who.askedWith(answer.type()));
        if (waiting.isEmpty() || asked.isEmpty()) {
            drop(Drop.NOT_ASKED, heard.from());
        } else if (!Authenticator.verifyAnswer(answer, asked.get(), heard.bas().secret())) {
            drop(Drop.BAD_AUTHENTICATOR, heard.from());
        } else if (names(answer, waiting.get())) {
            waiting.get().hear(answer);
        } else {
            drop(Drop.WRONG_USER, heard.from());
        }
    }

    private static boolean names(Packet answer, Waiting waiting) {
        Optional<InetAddress> named = answer.user();
        return named.isEmpty() || waiting.user().isEmpty() || named.equals(waiting.user());
    }

    private void told(Heard heard) {
        if (!Authenticator.verify(heard.packet(), heard.bas().secret())) {
            drop(Drop.BAD_AUTHENTICATOR, heard.from());
            return;
        }
        Bas bas = heard.bas();
        Packet packet = heard.packet();
        Optional<String> userName = packet.text(USER_NAME);
        switch (packet.type()) {
            case NTF_LOGOUT -> {
                acknowledge(heard, bas.dialect().answerToNtfLogout());
                notice(heard, new Notice.LoggedOut(bas, packet, packet.text(TEXT_INFO)));
            }
            case NTF_USERIPCHANGE -> {
                acknowledge(heard, Type.AFF_NTF_USERIPCHANGE);
                notice(heard, new Notice.AddressChanged(bas, packet, packet.address(IP_CONFIG)));
            }
            case NTF_USER_NOTIFY -> {
                acknowledge(heard, Type.AFF_NTF_USER_NOTIFY);
                notice(
                        heard,
                        new Notice.UserText(
                                bas, packet, packet.text(USER_NOTIFY).orElse("")));
            }
            case NTF_USER_LOGON ->
                inMacRole(
                        heard,
                        new Notice.MacLogon(
                                bas, packet, userName, packet.header().reserved() == 1));
            case NTF_USER_LOGOUT -> inMacRole(heard, new Notice.MacLogoff(bas, packet, userName));
            case REQ_MACBINDING_INFO ->
                setup.macBinding().ifPresentOrElse(role -> question(heard, role), () -> unexpected(heard));
            default -> unexpected(heard);
        }
    }

    private void inMacRole(Heard heard, Notice notice) {
        if (setup.macBinding().isPresent()) {
            notice(heard, notice);
        } else {
            unexpected(heard);
        }
    }

    private void question(Heard heard, MacBinding role) {
        Packet packet = heard.packet();
        if (packet.mac().isEmpty() || packet.user().isEmpty()) {
            drop(Drop.MALFORMED, heard.from());
            return;
        }
        MacBinding.Question question = new MacBinding.Question(
                heard.bas(), packet.user().get(), packet.mac().get(), packet.text(NAS_ID));
        handle(heard, () -> {
            ErrCode.MacBinding code = role.bound(question) ? ErrCode.MacBinding.BOUND : ErrCode.MacBinding.NOT_BOUND;
            loop.run(() -> reply(heard, packet.answer(Type.ACK_MACBINDING_INFO).withErrCode(code.value())));
        });
    }

    private void acknowledge(Heard heard, Type type) {
        reply(heard, heard.packet().answer(type));
    }

    private void reply(Heard heard, Packet answer) {
        Packet signed = Authenticator.signAnswer(
                answer, heard.packet().authenticator(), heard.bas().secret());
        loop.send(heard.bas(), signed, heard.from());
    }

    private void notice(Heard heard, Notice notice) {
        handle(heard, () -> setup.listener().noticed(notice));
    }

    private void handle(Heard heard, Runnable work) {
        if (!handlers.tryAcquire()) {
            drop(Drop.OVERLOADED, heard.from());
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                work.run();
            } finally {
                handlers.release();
            }
        });
    }

    private void unexpected(Heard heard) {
        drop(Drop.UNEXPECTED_TYPE, heard.from());
    }

    private void drop(Drop why, InetSocketAddress from) {
        setup.listener().dropped(why, from.getAddress());
    }
}
