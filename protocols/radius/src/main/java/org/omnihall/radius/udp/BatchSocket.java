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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Many datagrams a call: the reader takes all that wait, up to a bound, and what it sends meanwhile goes out together. Where packets are answered at
 * once, the two calls for each of them are a good part of what they cost.
 */
final class BatchSocket implements UdpSocket {

    private static final int MANY = 32;
    private static final long PATIENCE_SECONDS = 1;

    private final int descriptor;
    private final int family;
    private final Ear ear;
    private final Datagrams in;
    private final Datagrams answers;
    private final MemorySegment readersErrors;

    /** Guards the three below. */
    private final Object sending = new Object();

    private final Datagrams single;
    private final MemorySegment sendersErrors;
    private boolean gone;

    private final ByteBuffer octets;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile @Nullable Thread reader;

    /** The answers that wait for the end of the round; of the reader. */
    private int waiting;

    private boolean inRound;

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
        if (address.getAddress().isAnyLocalAddress()) {
            try {
                return bind(
                        Libc.INET6,
                        new InetSocketAddress(InetAddress.getByAddress(new byte[16]), address.getPort()),
                        most,
                        ear);
            } catch (BindException taken) {
                throw taken;
            } catch (IOException noIpv6) {
                return bind(
                        Libc.INET,
                        new InetSocketAddress(InetAddress.getByAddress(new byte[4]), address.getPort()),
                        most,
                        ear);
            }
        }
        return bind(address.getAddress() instanceof Inet4Address ? Libc.INET : Libc.INET6, address, most, ear);
    }

    private static BatchSocket bind(int family, InetSocketAddress address, int most, Ear ear) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errors = Libc.errors(arena);
            int descriptor = Libc.socket(errors, family);
            try {
                Libc.receiveBuffer(errors, descriptor, RECEIVE_BUFFER);
                if (family == Libc.INET6) {
                    Libc.ofBothFamilies(errors, descriptor);
                }
                SocketAddresses own = new SocketAddresses(arena, 1);
                int length = own.put(0, address, family);
                Libc.bind(errors, descriptor, own.at(0), length);
                return new BatchSocket(descriptor, family, most, ear);
            } catch (IOException | RuntimeException unbindable) {
                Libc.close(errors, descriptor);
                throw unbindable;
            }
        }
    }

    @Override
    public InetSocketAddress address() throws IOException {
        try (Arena own = Arena.ofConfined()) {
            SocketAddresses addresses = new SocketAddresses(own, 1);
            synchronized (sending) {
                if (gone) {
                    throw new ClosedChannelException();
                }
                Libc.getsockname(sendersErrors, descriptor, addresses.at(0));
            }
            return addresses.get(0);
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
        int received = Libc.receive(readersErrors, descriptor, in.empty(), MANY);
        if (closed) {
            end();
        }
        inRound = true;
        try {
            for (int i = 0; i < received; i++) {
                int length = in.copy(i, octets.array());
                ear.received(octets.clear().limit(length), in.address(i));
            }
        } finally {
            inRound = false;
            flush();
        }
    }

    private void begin() throws IOException {
        synchronized (sending) {
            if (closed) {
                throw new ClosedChannelException();
            }
            reader = Thread.currentThread();
        }
    }

    /** The reader gives the descriptor back, as nobody else knows that no call uses it. */
    private void end() throws IOException {
        synchronized (sending) {
            if (!gone) {
                gone = true;
                Libc.close(readersErrors, descriptor);
            }
        }
        ended.countDown();
        throw new ClosedChannelException();
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
            return;
        }
        synchronized (sending) {
            if (gone) {
                ear.unsent(destination, new ClosedChannelException());
                return;
            }
            single.put(0, datagram, destination, family);
            all(single, 1, sendersErrors);
        }
    }

    private void flush() {
        int many = waiting;
        waiting = 0;
        all(answers, many, readersErrors);
    }

    /** Goes on behind what the system does not take. */
    private void all(Datagrams datagrams, int many, MemorySegment errors) {
        int next = 0;
        while (next < many) {
            try {
                next += Libc.send(errors, descriptor, datagrams.from(next), many - next);
            } catch (IOException unsent) {
                ear.unsent(datagrams.address(next), unsent);
                next++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (sending) {
            closed = true;
            if (!gone && reader == null) {
                gone = true;
                Libc.close(sendersErrors, descriptor);
            }
            if (gone) {
                return;
            }
            Libc.shutdown(sendersErrors, descriptor);
        }
        try {
            if (Thread.currentThread() != reader && !ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return; // the reader is busy, and gives the address back when it comes again
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
