package org.omnihall.radius.udp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Many datagrams a call: a reader takes all that wait, up to a bound, and what it sends meanwhile goes out together. Where packets are answered at
 * once, the two calls for each of them are a good part of what they cost (ADR 0024).
 */
final class BatchSocket implements UdpSocket {

    /** The first of them wait no longer for the others. */
    private static final int ANSWERS = 32;

    private static final long PATIENCE_SECONDS = 5;

    /** Of the thread, and of the socket that it read last. */
    private static final ThreadLocal<@Nullable Round> ROUND = new ThreadLocal<>();

    private final int descriptor;
    private final int family;
    private final int most;
    private final Ear ear;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Guards what follows, though the volatile one is read without it. */
    private final Object lock = new Object();

    private final MemorySegment errors;
    private final Datagrams single;

    /** How many rounds are at work; while there is one the descriptor is not given back. */
    private int atWork;

    private volatile boolean closed;

    private BatchSocket(int descriptor, int family, int most, Ear ear) {
        this.descriptor = descriptor;
        this.family = family;
        this.most = most;
        this.ear = ear;
        Arena arena = Arena.ofAuto();
        this.single = new Datagrams(arena, 1, most);
        this.errors = Libc.errors(arena);
    }

    static BatchSocket bind(InetSocketAddress address, int most, Ear ear) throws IOException {
        return Descriptors.bound(address, (descriptor, family) -> new BatchSocket(descriptor, family, most, ear));
    }

    @Override
    public InetSocketAddress address() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            SocketAddresses own = new SocketAddresses(arena, 1);
            synchronized (lock) {
                if (isGone()) {
                    throw new ClosedChannelException();
                }
                Libc.getsockname(errors, descriptor, own.at(0));
            }
            return own.get(0);
        }
    }

    @Override
    public void receive() throws IOException {
        round(true);
    }

    @Override
    public boolean receiveThere() throws IOException {
        return round(false) > 0;
    }

    private int round(boolean waiting) throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new ClosedChannelException();
            }
            atWork++;
        }
        try {
            return mine().hear(waiting);
        } finally {
            synchronized (lock) {
                atWork--;
                giveBackOnceClosed();
            }
        }
    }

    private Round mine() {
        return last().orElseGet(() -> {
            Round mine = new Round();
            ROUND.set(mine);
            return mine;
        });
    }

    /** The round of this socket that the caller read last, and may be called by. */
    private Optional<Round> last() {
        return Optional.ofNullable(ROUND.get()).filter(round -> round.isOf(this));
    }

    /** What a thread reads and answers at once. */
    private final class Round {

        private final ByteBuffer octets = ByteBuffer.allocate(most);
        private final Datagrams in;
        private final Datagrams answers;
        private final MemorySegment errors;
        private int waiting;
        private boolean isAtWork;
        private boolean isOpen;

        Round() {
            Arena arena = Arena.ofAuto();
            this.in = new Datagrams(arena, MANY, most);
            this.answers = new Datagrams(arena, ANSWERS, most);
            this.errors = Libc.errors(arena);
        }

        boolean isOf(BatchSocket socket) {
            return BatchSocket.this == socket;
        }

        int hear(boolean wait) throws IOException {
            int received = Libc.receive(errors, descriptor, in.empty(), MANY, wait);
            if (received > 0) {
                handOver(received);
            }
            return received;
        }

        /** A socket that is closed meanwhile hands over nothing more: what woke the reader then is no datagram. */
        private void handOver(int received) {
            isAtWork = true;
            isOpen = true;
            try {
                ear.gathered(received);
                for (int i = 0; i < received && !closed; i++) {
                    int length = in.copy(i, octets.array());
                    ear.received(octets.clear().limit(length), in.address(i));
                }
            } finally {
                isOpen = false;
                try {
                    flush();
                } finally {
                    isAtWork = false;
                }
            }
        }

        void answer(byte[] datagram, InetSocketAddress destination) {
            answers.put(waiting, datagram, destination, family);
            waiting++;
            if (waiting == answers.many()) {
                flush();
            }
        }

        private void flush() {
            int many = waiting;
            waiting = 0;
            send(answers, many, errors).forEach(BatchSocket.this::tell);
        }
    }

    @Override
    public void send(byte[] datagram, InetSocketAddress destination) {
        if (datagram.length > most) {
            throw new IllegalArgumentException("at most " + most + " octets: " + datagram.length);
        }
        last().filter(round -> round.isOpen)
                .ifPresentOrElse(
                        round -> round.answer(datagram, destination),
                        () -> sendAlone(datagram, destination).forEach(this::tell));
    }

    private List<Unsent> sendAlone(byte[] datagram, InetSocketAddress destination) {
        synchronized (lock) {
            if (closed) {
                return List.of(new Unsent(destination, new ClosedChannelException()));
            }
            single.put(0, datagram, destination, family);
            return send(single, 1, errors);
        }
    }

    /** What the system did not take. */
    private record Unsent(InetSocketAddress destination, IOException why) {}

    private void tell(Unsent unsent) {
        ear.unsent(unsent.destination(), unsent.why());
    }

    /** Goes on behind what the system does not take. */
    private List<Unsent> send(Datagrams datagrams, int many, MemorySegment errors) {
        List<Unsent> unsent = new ArrayList<>(0);
        int next = 0;
        while (next < many) {
            try {
                next += Libc.send(errors, descriptor, datagrams.from(next), many - next);
            } catch (IOException why) {
                unsent.add(new Unsent(datagrams.address(next), why));
                next++;
            }
        }
        return unsent;
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            if (!closed) {
                closed = true;
                Libc.stopReading(errors, descriptor);
                giveBackOnceClosed();
            }
        }
        if (last().filter(round -> round.isAtWork).isEmpty()) { // else it would wait for itself
            try {
                boolean _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** By the last who is at work: its number may be another file's afterwards. */
    private void giveBackOnceClosed() throws IOException {
        if (closed && atWork == 0 && !isGone()) {
            try {
                Libc.close(errors, descriptor);
            } finally {
                ended.countDown();
            }
        }
    }

    private boolean isGone() {
        return ended.getCount() == 0;
    }
}
