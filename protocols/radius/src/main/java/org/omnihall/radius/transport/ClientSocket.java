package org.omnihall.radius.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.Signatures;

/** One socket of a client with its 256 identifiers and the thread that reads its answers. */
final class ClientSocket {

    private static final int IDENTIFIERS = 256;

    private final DatagramChannel channel;
    private final LongAdder ignored;
    private final @Nullable Waiting[] waiting = new Waiting[IDENTIFIERS];
    private int next;

    /** A request that has its identifier. */
    record Waiting(ClientSocket socket, Packet signed, Exchange exchange) {}

    private ClientSocket(DatagramChannel channel, LongAdder ignored) {
        this.channel = channel;
        this.ignored = ignored;
    }

    static ClientSocket open(InetAddress local, LongAdder ignored) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(local, 0));
            ClientSocket socket = new ClientSocket(channel, ignored);
            Thread.ofPlatform().daemon().name("radius-client").start(socket::read);
            return socket;
        } catch (IOException unbindable) {
            throw new UncheckedIOException("cannot send from " + local, unbindable);
        }
    }

    /** Gives the request an identifier, unless all of them wait. */
    synchronized Optional<Waiting> claim(Packet request, Exchange exchange) {
        for (int tried = 0; tried < IDENTIFIERS; tried++) {
            int identifier = next;
            next = (next + 1) % IDENTIFIERS;
            if (waiting[identifier] == null) {
                Packet numbered = new Packet(request.code(), identifier, request.authenticator(), request.attributes());
                Waiting one = new Waiting(this, Signatures.signRequest(numbered, exchange.secret()), exchange);
                waiting[identifier] = one;
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Frees the identifier, if it is still this request's. */
    synchronized void release(Waiting one) {
        int identifier = one.signed().identifier();
        if (one.equals(waiting[identifier])) {
            waiting[identifier] = null;
        }
    }

    private synchronized @Nullable Waiting at(int identifier) {
        return waiting[identifier];
    }

    void transmit(Waiting one) {
        try {
            channel.send(ByteBuffer.wrap(one.signed().encode()), one.exchange().server());
        } catch (ClosedChannelException closed) {
            one.exchange().fail(NoAnswer.Reason.CLOSED);
        } catch (IOException unsent) {
            ignored.increment();
        }
    }

    private void read() {
        ByteBuffer in = ByteBuffer.allocate(Packet.MAX_LENGTH + 1);
        while (channel.isOpen()) {
            try {
                in.clear();
                if (channel.receive(in) instanceof InetSocketAddress source) {
                    take(Packet.decode(in.flip()), source);
                }
            } catch (ClosedChannelException closed) {
                return;
            } catch (MalformedPacket | IOException useless) {
                ignored.increment();
            }
        }
    }

    private void take(Packet reply, InetSocketAddress source) {
        Waiting one = at(reply.identifier());
        if (one != null && one.exchange().accepts(reply, one.signed(), source)) {
            release(one);
            one.exchange().complete(reply);
        } else {
            ignored.increment();
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
        for (Waiting one : all()) {
            one.exchange().fail(NoAnswer.Reason.CLOSED);
        }
    }

    private synchronized List<Waiting> all() {
        return Arrays.stream(waiting).filter(Objects::nonNull).toList();
    }
}
