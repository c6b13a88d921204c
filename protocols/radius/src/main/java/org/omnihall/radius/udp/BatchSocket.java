package org.omnihall.radius.udp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Many datagrams a call: the reader takes all that wait, up to a bound, and what it sends meanwhile goes out together. Where packets are answered at
 * once, the two calls for each of them are a good part of what they cost (ADR 0024).
 */
final class BatchSocket implements UdpSocket {

    /** Datagrams of a round. */
    static final int MANY = 32;

    private static final long PATIENCE_SECONDS = 5;

    private final int descriptor;
    private final int family;
    private final Ear ear;
    private final ByteBuffer octets;
    private final Datagrams in;
    private final CountDownLatch ended = new CountDownLatch(1);

    // Of the reader.
    private final MemorySegment readersErrors;
    private final Datagrams answers;
    private int waiting;
    private boolean inRound;

    /** Guards what follows, though the volatile ones are read without it. */
    private final Object lock = new Object();

    private final MemorySegment sendersErrors;
    private final Datagrams single;

    /** The descriptor is given back, and may be another file's. */
    private boolean gone;

    private volatile boolean closed;
    private volatile @Nullable Thread reader;

    private BatchSocket(int descriptor, int family, int most, Ear ear) {
        this.descriptor = descriptor;
        this.family = family;
        this.ear = ear;
        this.octets = ByteBuffer.allocate(most);
        Arena arena = Arena.ofAuto();
        this.in = new Datagrams(arena, MANY, most);
        this.answers = new Datagrams(arena, MANY, most);
        this.single = new Datagrams(arena, 1, most);
        this.readersErrors = Libc.errors(arena);
        this.sendersErrors = Libc.errors(arena);
    }

    /** On all addresses it is a socket of both families, where the machine has both. */
    static BatchSocket bind(InetSocketAddress address, int most, Ear ear) throws IOException {
        if (!address.getAddress().isAnyLocalAddress() || Boolean.getBoolean("java.net.preferIPv4Stack")) {
            return bind(address.getAddress() instanceof Inet4Address ? Libc.INET : Libc.INET6, address, most, ear);
        }
        try {
            return bind(Libc.INET6, everywhere(16, address.getPort()), most, ear);
        } catch (BindException taken) {
            throw taken;
        } catch (IOException noIpv6) {
            return bind(Libc.INET, everywhere(4, address.getPort()), most, ear);
        }
    }

    private static InetSocketAddress everywhere(int octets, int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[octets]), port);
    }

    private static BatchSocket bind(int family, InetSocketAddress address, int most, Ear ear) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errors = Libc.errors(arena);
            int descriptor = Libc.socket(errors, family);
            boolean bound = false;
            try {
                Libc.receiveBuffer(errors, descriptor, RECEIVE_BUFFER);
                if (family == Libc.INET6) {
                    Libc.ofBothFamilies(errors, descriptor);
                }
                SocketAddresses own = new SocketAddresses(arena, 1);
                int length = own.put(0, address, family);
                Libc.bind(errors, descriptor, own.at(0), length);
                BatchSocket socket = new BatchSocket(descriptor, family, most, ear);
                bound = true;
                return socket;
            } finally {
                if (!bound) {
                    Libc.close(errors, descriptor);
                }
            }
        }
    }

    @Override
    public InetSocketAddress address() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            SocketAddresses own = new SocketAddresses(arena, 1);
            synchronized (lock) {
                if (gone) {
                    throw new ClosedChannelException();
                }
                Libc.getsockname(sendersErrors, descriptor, own.at(0));
            }
            return own.get(0);
        }
    }

    @Override
    public void receive() throws IOException {
        if (reader == null) {
            begin();
        }
        if (closed) {
            end();
        }
        round(Libc.receive(readersErrors, descriptor, in.empty(), MANY));
    }

    private void begin() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new ClosedChannelException();
            }
            reader = Thread.currentThread();
        }
    }

    /** A socket that is closed meanwhile hands over nothing more: what woke the reader then is no datagram. */
    private void round(int received) {
        inRound = true;
        try {
            for (int i = 0; i < received && !closed; i++) {
                int length = in.copy(i, octets.array());
                ear.received(octets.clear().limit(length), in.address(i));
            }
        } finally {
            inRound = false;
            flush();
        }
    }

    /** The reader gives the descriptor back, as nobody else knows that it is in no call. */
    private void end() throws IOException {
        if (Thread.currentThread() == reader) {
            try {
                synchronized (lock) {
                    giveBack(readersErrors);
                }
            } finally {
                ended.countDown();
            }
        }
        throw new ClosedChannelException();
    }

    private void giveBack(MemorySegment errors) throws IOException {
        if (!gone) {
            gone = true;
            Libc.close(errors, descriptor);
        }
    }

    @Override
    public void send(byte[] datagram, InetSocketAddress destination) {
        if (datagram.length > answers.room()) {
            throw new IllegalArgumentException("at most " + answers.room() + " octets: " + datagram.length);
        }
        if (Thread.currentThread() == reader && inRound) {
            answers.put(waiting, datagram, destination, family);
            waiting++;
            if (waiting == answers.many()) {
                flush();
            }
        } else {
            sendAlone(datagram, destination).forEach(this::tell);
        }
    }

    private List<Unsent> sendAlone(byte[] datagram, InetSocketAddress destination) {
        synchronized (lock) {
            if (closed) {
                return List.of(new Unsent(destination, new ClosedChannelException()));
            }
            single.put(0, datagram, destination, family);
            return send(single, 1, sendersErrors);
        }
    }

    private void flush() {
        int many = waiting;
        waiting = 0;
        send(answers, many, readersErrors).forEach(this::tell);
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
            if (!gone) {
                closed = true;
                Libc.stopReading(sendersErrors, descriptor);
            }
            giveBackWithoutReader();
            if (gone || Thread.currentThread() == reader) {
                return;
            }
        }
        try {
            boolean _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (lock) {
            giveBackWithoutReader();
        }
    }

    /** Where nobody reads yet, or who read has died of something. */
    private void giveBackWithoutReader() throws IOException {
        Thread known = reader;
        if (known == null || !known.isAlive()) {
            giveBack(sendersErrors);
        }
    }
}
