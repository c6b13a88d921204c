package org.omnihall.bench.radius;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Arrays;

/** One controller's side of many sessions: what it says next, and whether what comes back is what must. Of one thread. */
final class Talk {

    /** So long an answer is waited for; what has none is lost and its session is given up. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** What an answer is worth. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** By the limit of devices, which is right where another one has the place. */
        REFUSED,
        /** Not of the server, or not to this request. */
        STRANGE
    }

    private static final int BUFFER = 1 << 20;

    private final Wire wire;
    private final Requests requests;
    private final Traffic traffic;
    private final Acknowledged acknowledged;
    private long nextSession;

    /** @param run the beginning of the sessions' ids, which must be new */
    Talk(Target target, String run, Traffic traffic) {
        this.wire = new Wire(target.secret());
        this.requests = new Requests(wire, traffic, target.name(), run);
        this.traffic = traffic;
        this.acknowledged = new Acknowledged(run, traffic);
    }

    static DatagramChannel open(InetAddress from, InetSocketAddress to) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
        channel.bind(new InetSocketAddress(from, 0));
        channel.connect(to);
        channel.configureBlocking(false);
        return channel;
    }

    void begin(Session session) {
        session.begin(nextSession++);
    }

    /** How many sessions were begun. */
    long begun() {
        return nextSession;
    }

    Sort sort(Session session) {
        return traffic.sort(session);
    }

    int subscriber(Session session) {
        return traffic.subscriber(session.number);
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    /** Sends what a slot's session says next. */
    void send(Slot slot, DatagramChannel channel) throws IOException {
        requests.write(slot);
        channel.write(ByteBuffer.wrap(wire.packet(), 0, wire.length()));
    }

    /** What a slot's session says next, to be sent more than once. */
    byte[] written(Slot slot) {
        requests.write(slot);
        return Arrays.copyOf(wire.packet(), wire.length());
    }

    Verdict judge(Slot slot, byte[] answer, int size) {
        if (!slot.waiting || !wire.isAuthentic(answer, size, slot.authenticator)) {
            return Verdict.STRANGE;
        }
        if (answer[0] == Wire.ACCESS_REJECT && traffic.mayRefuse(slot.session)) {
            return Verdict.REFUSED;
        }
        boolean right = answer[0] == traffic.expected(slot.session)
                && (answer[0] != Wire.ACCESS_ACCEPT || fits(slot, answer, size));
        return right ? Verdict.RIGHT : Verdict.WRONG;
    }

    private boolean fits(Slot slot, byte[] answer, int size) {
        return traffic.who()
                .terms()
                .fit(
                        traffic.subscriber(slot.session.number),
                        Wire.integer(answer, size, Requests.SESSION_TIMEOUT),
                        slot.since);
    }

    /** After a right answer: the session's next step; false where that was its last. */
    boolean goOn(Session session, byte[] answer, int size) {
        keep(session, answer, size);
        return forward(session);
    }

    /** After a right answer: what is known by it. */
    void keep(Session session, byte[] answer, int size) {
        if (session.step() == Traffic.Step.ACCESS) {
            if (traffic.accounting()) {
                session.keepHandle(answer, size);
            }
        } else if (!session.step().isAccess()) {
            acknowledged.add(session);
        }
    }

    /** To the session's next step; false where it is at its last. */
    boolean forward(Session session) {
        Traffic.Step next = traffic.after(session);
        if (next == session.step()) {
            return false;
        }
        session.goTo(next);
        return true;
    }
}
