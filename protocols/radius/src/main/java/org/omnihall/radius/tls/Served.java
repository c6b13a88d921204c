package org.omnihall.radius.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.Signatures;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.Drop;
import org.omnihall.radius.transport.Gate;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;

/** The server's side of one connection, from its handshake to its end. */
final class Served {

    private static final int IDENTIFIERS = 256;

    private final TlsServerSettings settings;
    private final RadSecListener listener;
    private final Gate gate;
    private final TlsLink link;
    private final AtomicReferenceArray<@Nullable Once> working = new AtomicReferenceArray<>(IDENTIFIERS);

    Served(TlsServerSettings settings, RadSecListener listener, Gate gate, TlsLink link) {
        this.settings = settings;
        this.listener = listener;
        this.gate = gate;
        this.link = link;
    }

    /** Until it ends. */
    TlsLink.Ending serve() {
        try {
            Optional<PeerCertificate> peer = greet();
            if (peer.isPresent()) {
                serve(peer.get());
            }
        } catch (MalformedPacket malformed) {
            link.cut(Cut.MALFORMED, malformed.fault().name());
        } catch (IOException broken) {
            link.cut(Cut.BROKEN, broken.toString());
        }
        return link.ending();
    }

    private Optional<PeerCertificate> greet() {
        try {
            PeerCertificate peer = link.handshake(settings.bounds().handshake(), settings.clock());
            if (settings.peers().apply(peer).isPresent()) {
                listener.connected(link.peer(), peer);
                return Optional.of(peer);
            }
            link.cut(Cut.UNKNOWN_PEER, peer.toString());
        } catch (IOException refused) {
            link.cut(Cut.HANDSHAKE_FAILED, refused.toString());
        }
        return Optional.empty();
    }

    private void serve(PeerCertificate certificate) throws IOException {
        link.startWriting(settings.bounds().packet());
        while (!link.isCut()) {
            Optional<ByteBuffer> packet =
                    link.read(settings.bounds().idle(), settings.bounds().packet());
            if (packet.isEmpty()) {
                link.cut(Cut.ENDED, "");
                return;
            }
            Optional<TlsPeer> peer = settings.peers().apply(certificate);
            if (peer.isEmpty()) {
                link.cut(Cut.UNKNOWN_PEER, certificate.toString());
                return;
            }
            Optional<Packet> request = decode(packet.get());
            if (request.isPresent()) {
                take(request.get(), peer.get());
            }
        }
    }

    /** A code that we do not know is no reason to hang up (RFC 6613 section 2.6.4). */
    private Optional<Packet> decode(ByteBuffer octets) {
        try {
            return Optional.of(Packet.decode(octets));
        } catch (MalformedPacket malformed) {
            if (malformed.fault() != MalformedPacket.Fault.UNKNOWN_CODE) {
                throw malformed;
            }
            drop(Drop.UNEXPECTED_CODE);
            return Optional.empty();
        }
    }

    private void take(Packet request, TlsPeer peer) {
        if (request.code() != Code.STATUS_SERVER && !settings.codes().contains(request.code())) {
            drop(Drop.UNEXPECTED_CODE);
            return;
        }
        Client client = new Client(RadSec.SECRET, peer.policy());
        Optional<Drop> objection = gate.objection(request, client, link.peer());
        if (objection.isPresent()) {
            object(objection.get());
            return;
        }
        Received received =
                new Received(request, client, link.peer(), settings.clock().instant());
        if (request.code() == Code.STATUS_SERVER) {
            tellStatus(received);
        } else {
            handle(received, peer);
        }
    }

    private void object(Drop objection) {
        drop(objection);
        if (objection == Drop.BAD_AUTHENTICATOR || objection == Drop.BAD_MESSAGE_AUTHENTICATOR) {
            link.cut(Cut.BAD_PROOF, objection.name());
        }
    }

    private void tellStatus(Received request) {
        if (settings.healthy().getAsBoolean()) {
            send(request.packet().reply(settings.statusReply()).build(), request);
        } else {
            drop(Drop.UNHEALTHY);
        }
    }

    /** The edge to the handler: a bug in it must not end the connection of all who ask over it. */
    private void handle(Received request, TlsPeer peer) {
        Once once = new Once(request);
        int identifier = request.packet().identifier();
        Optional<Once> before = Optional.ofNullable(working.get(identifier));
        if (before.filter(one -> one.isFor(request.packet())).isPresent()) {
            drop(Drop.DUPLICATE_IN_WORK);
            return;
        }
        working.set(identifier, once);
        try {
            peer.handler().receive(request, once);
        } catch (MalformedPacket malformed) {
            once.forget();
            drop(Drop.MALFORMED);
        } catch (RuntimeException bug) {
            once.forget();
            drop(Drop.HANDLER_FAILED);
            listener.failed(link.peer(), bug);
        }
    }

    private void send(Packet reply, Received request) {
        link.send(Signatures.signedReply(reply, request.packet(), RadSec.SECRET));
    }

    private void drop(Drop drop) {
        listener.dropped(drop, link.peer());
    }

    /** The answer of one request, unless the peer has given its identifier to another one since. */
    private final class Once implements ReplyHandle {

        private final Received request;
        private final AtomicBoolean done = new AtomicBoolean();

        Once(Received request) {
            this.request = request;
        }

        boolean isFor(Packet packet) {
            return packet.authenticator().equals(request.packet().authenticator());
        }

        boolean forget() {
            return done.compareAndSet(false, true)
                    && working.compareAndSet(request.packet().identifier(), this, null);
        }

        @Override
        public void send(Packet reply) {
            if (!reply.code().answers(request.packet().code())
                    || reply.identifier() != request.packet().identifier()) {
                throw new IllegalArgumentException(
                        reply.code() + " does not answer " + request.packet().code());
            }
            if (forget()) {
                Served.this.send(reply, request);
            }
        }

        @Override
        public void abandon() {
            if (forget()) {
                drop(Drop.ABANDONED);
            }
        }
    }
}
