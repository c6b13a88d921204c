package org.omnihall.radius.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.Signatures;
import org.omnihall.radius.udp.UdpSocket;

/**
 * One UDP socket and the threads that read it. Authentication, accounting and dynamic authorization (RFC 5176) are the same server with
 * other codes. What cannot be proven is counted, told to the listener and never answered.
 */
public final class RadiusServer implements AutoCloseable {

    private final ServerSettings settings;
    private final Handler handler;
    private final ServerListener listener;
    private final UdpSocket socket;
    private final DuplicateCache duplicates;
    private final Gate gate;
    private final Allowance allowance;
    private final Allowance unproved;
    private final Map<Drop, LongAdder> drops = new EnumMap<>(Drop.class);
    private final Readers readers;

    private RadiusServer(ServerSettings settings, Handler handler, ServerListener listener) throws IOException {
        this.settings = settings;
        this.handler = handler;
        this.listener = listener;
        this.duplicates = new DuplicateCache(settings.duplicates());
        this.gate = new Gate(listener);
        this.allowance = new Allowance(settings.mostPerSecond());
        this.unproved = new Allowance(settings.mostPerSecond());
        for (Drop drop : Drop.values()) {
            drops.put(drop, new LongAdder());
        }
        this.socket = UdpSocket.bind(settings.address(), Packet.MAX_LENGTH + 1, new Ear());
        this.readers = new Readers(socket, address().getPort(), settings.readers(), this::unreadable);
    }

    /** Binds and starts to read; throws {@link UncheckedIOException} when the address is taken. */
    public static RadiusServer start(ServerSettings settings, Handler handler, ServerListener listener) {
        try {
            RadiusServer server = new RadiusServer(settings, handler, listener);
            server.readers.start();
            return server;
        } catch (IOException unbindable) {
            throw new UncheckedIOException("cannot listen on " + settings.address(), unbindable);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        try {
            return socket.address();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** How many datagrams were dropped for a reason since the start. */
    public long dropped(Drop drop) {
        LongAdder counter = drops.get(drop);
        return counter == null ? 0 : counter.sum();
    }

    private void unreadable(IOException why) {
        listener.failed(settings.address(), new UncheckedIOException(why));
    }

    private final class Ear implements UdpSocket.Ear {

        @Override
        public void gathered(int many) {
            readers.gathered(many);
        }

        @Override
        public void received(ByteBuffer datagram, InetSocketAddress source) {
            take(datagram, source);
        }

        @Override
        public void unsent(InetSocketAddress destination, IOException why) {
            listener.failed(destination, new UncheckedIOException(why));
        }
    }

    private void take(ByteBuffer in, InetSocketAddress source) {
        try {
            Optional<Client> client = settings.clients().apply(source.getAddress());
            if (client.isEmpty()) {
                drop(Drop.UNKNOWN_CLIENT, source);
                return;
            }
            Packet request = Packet.decode(in);
            Optional<Drop> objection = objection(request, client.get(), source);
            if (objection.isPresent()) {
                drop(objection.get(), source);
                listener.refused(objection.get(), request, source);
                return;
            }
            pass(new Received(request, client.get(), source, settings.clock().instant()));
        } catch (MalformedPacket malformed) {
            drop(Drop.MALFORMED, source);
        } catch (RuntimeException bug) {
            drop(Drop.HANDLER_FAILED, source);
            listener.failed(source, bug);
        }
    }

    private Optional<Drop> objection(Packet request, Client client, InetSocketAddress source) {
        if (!isExpected(request.code())) {
            return Optional.of(Drop.UNEXPECTED_CODE);
        }
        return gate.objection(request, client, source);
    }

    private boolean isExpected(Code code) {
        return settings.codes().contains(code)
                || (code == Code.STATUS_SERVER && settings.statusReply().isPresent());
    }

    private void pass(Received request) {
        listener.received(request);
        if (request.packet().code() == Code.STATUS_SERVER) {
            tellStatus(request);
            return;
        }
        DuplicateCache.Seen seen = duplicates.look(request.source(), request.packet(), System.nanoTime());
        if (seen.isNew() && isTooMuch(request)) {
            duplicates.forget(seen.ticket());
            drop(Drop.TOO_MANY, request.source());
            listener.refused(Drop.TOO_MANY, request.packet(), request.source());
        } else if (seen.isNew()) {
            handle(request, seen.ticket());
        } else if (seen.answer().isEmpty()) {
            drop(Drop.DUPLICATE_IN_WORK, request.source());
        } else {
            send(seen.answer(), request.source());
        }
    }

    /** What came without proof may be anybody's, and takes nothing from what the source has proved. */
    private boolean isTooMuch(Received request) {
        boolean proved = !request.packet().code().hasRandomAuthenticator()
                || request.packet().has(AttributeTypes.MESSAGE_AUTHENTICATOR);
        return !(proved ? allowance : unproved).take(request.source().getAddress(), System.nanoTime());
    }

    private void handle(Received request, long ticket) {
        try {
            handler.receive(request, new Once(request, ticket));
        } catch (RuntimeException failed) {
            duplicates.forget(ticket);
            throw failed;
        }
    }

    private void tellStatus(Received request) {
        if (!settings.healthy().getAsBoolean()) {
            drop(Drop.UNHEALTHY, request.source());
            return;
        }
        settings.statusReply()
                .ifPresent(code -> send(signed(request.packet().reply(code).build(), request), request.source()));
    }

    private static Octets signed(Packet reply, Received request) {
        return Octets.of(
                Signatures.signedReply(reply, request.packet(), request.client().secret()));
    }

    private void send(Octets reply, InetSocketAddress source) {
        socket.send(reply.toBytes(), source);
    }

    private void drop(Drop drop, InetSocketAddress source) {
        LongAdder counter = drops.get(drop);
        if (counter != null) {
            counter.increment();
        }
        listener.dropped(drop, source);
    }

    /** Waits up to five seconds for the handler that is at work; nothing new is handed to it. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        } finally {
            readers.stop();
        }
    }

    private final class Once implements ReplyHandle {

        private final Received request;
        private final long ticket;
        private final AtomicBoolean done = new AtomicBoolean();

        Once(Received request, long ticket) {
            this.request = request;
            this.ticket = ticket;
        }

        @Override
        public void send(Packet reply) {
            if (!reply.code().answers(request.packet().code())
                    || reply.identifier() != request.packet().identifier()) {
                throw new IllegalArgumentException(
                        reply.code() + " does not answer " + request.packet().code());
            }
            if (done.compareAndSet(false, true)) {
                Octets octets = signed(reply, request);
                duplicates.answered(ticket, octets, System.nanoTime());
                RadiusServer.this.send(octets, request.source());
                listener.replied(request, reply);
            }
        }

        @Override
        public void abandon() {
            if (done.compareAndSet(false, true)) {
                duplicates.forget(ticket);
                drop(Drop.ABANDONED, request.source());
            }
        }
    }
}
