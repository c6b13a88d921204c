package org.omnihall.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A faulty line to one UDP server. It listens where clients believe the server to be; each client has a stand-in, a socket of its own
 * from which its datagrams reach the server, and through which the server may also speak first.
 */
final class LossyLink implements AutoCloseable {

    private static final int LARGEST = 65_535;
    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

    private final DatagramChannel listening;
    private final InetSocketAddress target;
    private final InetAddress outside;
    private final Fates forth;
    private final Fates back;
    private final Toll toll;
    private final Map<InetSocketAddress, DatagramChannel> standIns = new ConcurrentHashMap<>();
    private final Queue<Thread> readers = new ConcurrentLinkedQueue<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("lossy-link").factory());

    /**
     * Opens one.
     *
     * @param name tells this line's fates from another's
     * @param listen where clients send to; port 0 lets the system choose
     * @param outside the address of the stand-ins, as the server sees them
     */
    LossyLink(String name, InetSocketAddress listen, InetSocketAddress target, InetAddress outside, Wiring wiring)
            throws IOException {
        this.listening = DatagramChannel.open().bind(listen);
        this.target = target;
        this.outside = outside;
        this.forth = wiring.faults().on(name + " forth");
        this.back = wiring.faults().on(name + " back");
        this.toll = wiring.toll();
        start(() -> read(listening, (octets, client) -> pass(forth, octets, standIn(client), this.target)));
    }

    /** What the lines of one controller have in common. */
    record Wiring(Faults faults, Toll toll) {}

    private interface Heard {
        void from(byte[] octets, InetSocketAddress source);
    }

    InetSocketAddress address() {
        return local(listening);
    }

    /** Where the server hears of this client, and may speak to it. */
    InetSocketAddress addressOf(InetSocketAddress client) {
        return local(standIn(client));
    }

    private DatagramChannel standIn(InetSocketAddress client) {
        return standIns.computeIfAbsent(client, this::open);
    }

    private DatagramChannel open(InetSocketAddress client) {
        try {
            DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(outside, 0));
            start(() -> read(channel, (octets, server) -> pass(back, octets, listening, client)));
            return channel;
        } catch (IOException full) {
            throw new UncheckedIOException("no socket for " + client, full);
        }
    }

    private void start(Runnable reader) {
        readers.add(Thread.startVirtualThread(reader));
    }

    private static void read(DatagramChannel channel, Heard heard) {
        ByteBuffer in = ByteBuffer.allocate(LARGEST);
        while (channel.isOpen()) {
            try {
                InetSocketAddress source = (InetSocketAddress) channel.receive(in.clear());
                byte[] octets = new byte[in.flip().remaining()];
                in.get(octets);
                heard.from(octets, source);
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException broken) {
                System.err.println("lossy link: " + broken.getMessage());
            }
        }
    }

    private void pass(Fates fates, byte[] octets, DatagramChannel by, InetSocketAddress to) {
        Fates.Fate fate = fates.next();
        toll.count(fate);
        byte[] arrived = fate.spoil(octets);
        for (int copy = 0; copy < fate.copies(); copy++) {
            if (fate.held().isZero()) {
                send(arrived, by, to);
            } else {
                later(fate, () -> send(arrived, by, to));
            }
        }
    }

    private void later(Fates.Fate fate, Runnable send) {
        try {
            var _ = timer.schedule(send, fate.held().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            toll.count(new Fates.Fate(0, fate.held(), false, 0));
        }
    }

    private static void send(byte[] octets, DatagramChannel by, InetSocketAddress to) {
        try {
            by.send(ByteBuffer.wrap(octets), to);
        } catch (ClosedChannelException closed) {
            return;
        } catch (IOException unreachable) {
            System.err.println("lossy link: cannot send to " + to + ": " + unreachable.getMessage());
        }
    }

    private static InetSocketAddress local(DatagramChannel channel) {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** A port is free again only when nobody reads from it any more. */
    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        listening.close();
        for (DatagramChannel standIn : standIns.values()) {
            standIn.close();
        }
        try {
            for (Thread reader : readers) {
                var _ = reader.join(CLOSES_WITHIN);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
