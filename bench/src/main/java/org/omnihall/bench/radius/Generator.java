package org.omnihall.bench.radius;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * A controller that has so many requests outstanding, each for a session of its own, and sends the next when one is answered. One thread, two
 * sockets, no object for a packet; each request has a fresh authenticator, each answer is matched and its authenticator checked.
 */
public final class Generator implements AutoCloseable {

    /** So long an answer is waited for; what has none is lost and its session is given up. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int IDENTIFIERS = 256;
    private static final int SWEEP = 4096;

    /** So many digits of a time are kept. */
    private static final int DIGITS = 3;

    private final Wire wire;
    private final Requests requests;
    private final Traffic traffic;
    private final DatagramChannel access;
    private final DatagramChannel accounting;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(Wire.LARGEST);
    private final Histogram times = new Histogram(DIGITS);
    private final Slot[] slots;
    private long nextSession;
    private long accepted;
    private long acknowledged;
    private long wrong;
    private long lost;

    /**
     * Opens the sockets.
     *
     * @param run the beginning of the sessions' ids, which must be new
     * @param outstanding at most 64, so that an identifier rests before it is used again
     */
    public Generator(Target target, String run, int outstanding, Traffic traffic) throws IOException {
        this.wire = new Wire(target.secret());
        this.requests = new Requests(wire, traffic, target.name(), run);
        this.traffic = traffic;
        this.access = open(target.from(), target.access());
        this.accounting = open(target.from(), target.accounting());
        this.selector = Selector.open();
        this.access.register(selector, SelectionKey.OP_READ);
        this.accounting.register(selector, SelectionKey.OP_READ);
        this.slots = new Slot[outstanding];
        for (int i = 0; i < outstanding; i++) {
            slots[i] = new Slot();
            slots[i].identifier = i;
        }
    }

    private static DatagramChannel open(InetAddress from, InetSocketAddress to) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, 1 << 20);
        channel.bind(new InetSocketAddress(from, 0));
        channel.connect(to);
        channel.configureBlocking(false);
        return channel;
    }

    /** Keeps all of them outstanding for a while, on the caller's thread. */
    public Report run(Duration span) throws IOException {
        clear();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long began = System.nanoTime();
        long end = began + span.toNanos();
        for (Slot slot : slots) {
            begin(slot);
        }
        long turns = 0;
        long now = began;
        while (now < end) {
            int handled = receive(access) + receive(accounting);
            if (handled == 0) {
                selector.select(10);
                selector.selectedKeys().clear();
            }
            if (++turns % SWEEP == 0 || handled == 0) {
                sweep();
            }
            now = System.nanoTime();
        }
        Duration took = Duration.ofNanos(now - began);
        Duration client = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
        Report report = new Report(accepted, acknowledged, wrong, lost, millis(50), millis(99), took, client);
        drain();
        return report;
    }

    private double millis(double percentile) {
        return times.getValueAtPercentile(percentile) / 1e6;
    }

    private void clear() {
        times.reset();
        accepted = 0;
        acknowledged = 0;
        wrong = 0;
        lost = 0;
    }

    /** What is still on its way belongs to nobody's figures. */
    private void drain() throws IOException {
        long quiet = System.nanoTime() + Duration.ofMillis(500).toNanos();
        while (System.nanoTime() < quiet) {
            in.clear();
            if (access.read(in) <= 0 && accounting.read(in) <= 0) {
                selector.select(50);
                selector.selectedKeys().clear();
            }
        }
    }

    private int receive(DatagramChannel channel) throws IOException {
        int handled = 0;
        in.clear();
        while (handled < slots.length && channel.read(in) > 0) {
            answered(in.array(), in.position());
            in.clear();
            handled++;
        }
        return handled;
    }

    private void answered(byte[] answer, int size) throws IOException {
        Slot slot = slots[(answer[1] & 0xff) % slots.length];
        if ((answer[1] & 0xff) != slot.identifier || !wire.isAuthentic(answer, size, slot.authenticator)) {
            wrong++; // late for a lost one, or of somebody else; the slot is swept when nothing better comes
            return;
        }
        times.recordValue(System.nanoTime() - slot.sentAt);
        if (answer[0] != expected(slot)) {
            wrong++;
            begin(slot);
            return;
        }
        if (slot.step == Traffic.Step.ACCESS) {
            accepted++;
        } else {
            acknowledged++;
        }
        if (!traffic.accounting() || slot.step == Traffic.Step.STOP || traffic.isWrong(slot.session)) {
            begin(slot);
        } else {
            if (slot.step == Traffic.Step.ACCESS) {
                slot.keepHandle(answer, size);
            }
            slot.step = slot.step.next();
            send(slot);
        }
    }

    private int expected(Slot slot) {
        if (slot.step != Traffic.Step.ACCESS) {
            return Wire.ACCOUNTING_RESPONSE;
        }
        return traffic.isWrong(slot.session) ? Wire.ACCESS_REJECT : Wire.ACCESS_ACCEPT;
    }

    private void sweep() throws IOException {
        long before = System.nanoTime() - PATIENCE.toNanos();
        for (Slot slot : slots) {
            if (slot.sentAt < before) {
                lost++;
                begin(slot);
            }
        }
    }

    /** The next session. */
    private void begin(Slot slot) throws IOException {
        slot.session = nextSession++;
        slot.step = Traffic.Step.ACCESS;
        send(slot);
    }

    private void send(Slot slot) throws IOException {
        slot.identifier = (slot.identifier + slots.length) % (IDENTIFIERS / slots.length * slots.length);
        requests.write(slot);
        slot.sentAt = System.nanoTime();
        (slot.step == Traffic.Step.ACCESS ? access : accounting)
                .write(ByteBuffer.wrap(wire.packet(), 0, wire.length()));
    }

    @Override
    public void close() throws IOException {
        selector.close();
        access.close();
        accounting.close();
    }
}
