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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A controller that has so many requests outstanding, each for a session of its own, and sends the next when one is answered. One thread, two
 * sockets, no object for a packet; each request has a fresh authenticator, each answer is matched and its authenticator checked.
 */
public final class Generator implements AutoCloseable {

    /** So long an answer is waited for; what has none is lost and its session is given up. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int IDENTIFIERS = 256;
    private static final int USER_NAME = 1;
    private static final int NAS_PORT = 5;
    private static final int CLASS = 25;
    private static final int CALLED_STATION_ID = 30;
    private static final int CALLING_STATION_ID = 31;
    private static final int NAS_IDENTIFIER = 32;
    private static final int ACCT_STATUS_TYPE = 40;
    private static final int ACCT_INPUT_OCTETS = 42;
    private static final int ACCT_OUTPUT_OCTETS = 43;
    private static final int ACCT_SESSION_ID = 44;
    private static final int ACCT_SESSION_TIME = 46;
    private static final int EVENT_TIMESTAMP = 55;
    private static final int NAS_PORT_TYPE = 61;
    private static final int WIRELESS = 19;
    private static final int MOST_CLASS = 253;
    private static final int SWEEP = 4096;

    private final Clock clock = Clock.systemUTC();
    private final Wire wire;
    private final Traffic traffic;
    private final byte[] password;
    private final byte[] wrongPassword;
    private final byte[] identity;
    private final byte[] called;
    private final String run;
    private final DatagramChannel access;
    private final DatagramChannel accounting;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(Wire.LARGEST);
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final Histogram times = new Histogram();
    private final Slot[] slots;
    private long nextSession;
    private long accepted;
    private long acknowledged;
    private long wrong;
    private long lost;

    /** One outstanding request and the session that it belongs to. */
    private static final class Slot {

        private final byte[] authenticator = new byte[Wire.AUTHENTICATOR];
        private final byte[] handle = new byte[MOST_CLASS];
        private int handleLength;
        private long session;
        private Traffic.Step step = Traffic.Step.ACCESS;
        private int identifier;
        private long sentAt;
    }

    /**
     * Opens the sockets.
     *
     * @param from the address that the controller is registered with
     * @param name its NAS-Identifier; also the beginning of the sessions' ids, so a run's name must be new
     * @param outstanding at most 64, so that an identifier rests before it is used again
     */
    public Generator(
            InetAddress from,
            InetSocketAddress access,
            InetSocketAddress accounting,
            String secret,
            String name,
            String run,
            int outstanding,
            Traffic traffic)
            throws IOException {
        this.wire = new Wire(secret);
        this.traffic = traffic;
        this.password = octets(traffic.password());
        this.wrongPassword = octets("not-" + traffic.password().substring(0, 4));
        this.identity = octets(name);
        this.called = octets("00-11-22-33-44-55:bench");
        this.run = run;
        this.access = open(from, access);
        this.accounting = open(from, accounting);
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
        Report report =
                new Report(accepted, acknowledged, wrong, lost, times.millis(0.5), times.millis(0.99), took, client);
        drain();
        return report;
    }

    private void clear() {
        times.clear();
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
        times.add(System.nanoTime() - slot.sentAt);
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
            keepHandle(slot, answer, size);
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

    /** Class goes back as it came (RFC 2865 section 5.25). */
    private static void keepHandle(Slot slot, byte[] answer, int size) {
        if (slot.step == Traffic.Step.ACCESS) {
            int at = Wire.find(answer, size, CLASS);
            slot.handleLength = at < 0 ? 0 : (answer[at - 1] & 0xff) - 2;
            System.arraycopy(answer, Math.max(0, at), slot.handle, 0, slot.handleLength);
        }
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
        boolean isAccess = slot.step == Traffic.Step.ACCESS;
        if (isAccess) {
            random.nextBytes(slot.authenticator);
            wire.beginAccess(slot.identifier, slot.authenticator);
        } else {
            wire.beginAccounting(slot.identifier);
        }
        who(slot);
        if (isAccess) {
            wire.password(traffic.isWrong(slot.session) ? wrongPassword : password);
            wire.endAccess();
        } else {
            account(slot);
            wire.endAccounting();
            System.arraycopy(wire.packet(), 4, slot.authenticator, 0, Wire.AUTHENTICATOR);
        }
        slot.sentAt = System.nanoTime();
        (isAccess ? access : accounting).write(ByteBuffer.wrap(wire.packet(), 0, wire.length()));
    }

    private void who(Slot slot) {
        int subscriber = traffic.subscriber(slot.session);
        wire.octets(USER_NAME, octets("bench" + subscriber));
        wire.octets(CALLING_STATION_ID, octets(mac(subscriber)));
        wire.octets(CALLED_STATION_ID, called);
        wire.octets(NAS_IDENTIFIER, identity);
        wire.integer(NAS_PORT_TYPE, WIRELESS);
        wire.integer(NAS_PORT, subscriber);
    }

    private void account(Slot slot) {
        int seconds = slot.step.seconds();
        wire.integer(ACCT_STATUS_TYPE, slot.step.status());
        wire.octets(ACCT_SESSION_ID, octets(run + slot.session));
        wire.integer(EVENT_TIMESTAMP, (int) clock.instant().getEpochSecond());
        if (slot.step != Traffic.Step.START) {
            wire.integer(ACCT_SESSION_TIME, seconds);
            wire.integer(ACCT_INPUT_OCTETS, seconds * 1_000);
            wire.integer(ACCT_OUTPUT_OCTETS, seconds * 10_000);
        }
        if (slot.handleLength > 0) {
            wire.octets(CLASS, Arrays.copyOf(slot.handle, slot.handleLength));
        }
    }

    private static String mac(int subscriber) {
        StringBuilder mac = new StringBuilder("02-00");
        for (int shift = 24; shift >= 0; shift -= 8) {
            mac.append('-')
                    .append(Character.forDigit((subscriber >>> (shift + 4)) & 15, 16))
                    .append(Character.forDigit((subscriber >>> shift) & 15, 16));
        }
        return mac.toString();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        selector.close();
        access.close();
        accounting.close();
    }
}
