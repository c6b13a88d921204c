package org.omnihall.bench.radius;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.Drop;
import org.omnihall.radius.transport.RadiusServer;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.omnihall.radius.transport.ServerListener;
import org.omnihall.radius.transport.ServerSettings;

/** A server on our own library that answers from the air, and remembers what it was told. */
final class RadiusPeer implements AutoCloseable {

    static final String SECRET = "only-for-the-test";
    static final String PASSWORD = "well-kept-7";

    final AtomicLong accepts = new AtomicLong();
    final AtomicLong rejects = new AtomicLong();
    final AtomicLong strange = new AtomicLong();

    /** Acct-Status-Types by session, in the order in which they came. */
    final Map<String, StringBuilder> sessions = new ConcurrentHashMap<>();

    /** Octets to the subscriber by session, as last told. */
    final Map<String, Long> octets = new ConcurrentHashMap<>();

    private final SharedSecret secret = SharedSecret.of(SECRET);
    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final Predicate<Packet> isAnswered;
    private final int seconds;
    private final RadiusServer access;
    private final RadiusServer accounting;

    /**
     * Starts it.
     *
     * @param isAnswered asked on the socket's thread
     * @param seconds Session-Timeout of its Accepts
     */
    RadiusPeer(Predicate<Packet> isAnswered, int seconds) {
        this.isAnswered = isAnswered;
        this.seconds = seconds;
        this.access = server(Code.ACCESS_REQUEST);
        this.accounting = server(Code.ACCOUNTING_REQUEST);
    }

    /** One that answers everything. */
    static RadiusPeer open() {
        return new RadiusPeer(packet -> true, Terms.USUAL_SECONDS);
    }

    Target target(String said) {
        return new Target(loopback, access.address(), accounting.address(), said, "test");
    }

    /** Counts what a server drops. */
    private final class Ears implements ServerListener {

        @Override
        public void dropped(Drop drop, InetSocketAddress source) {
            if (drop != Drop.ABANDONED) {
                strange.incrementAndGet();
            }
        }

        @Override
        public void learned(InetAddress client) {}

        @Override
        public void failed(InetSocketAddress source, RuntimeException failure) {
            strange.incrementAndGet();
        }
    }

    private RadiusServer server(Code code) {
        ServerSettings settings = ServerSettings.of(
                new InetSocketAddress(loopback, 0),
                Set.of(code),
                source -> Optional.of(new Client(secret)),
                Clock.systemUTC());
        return RadiusServer.start(settings, this::answer, new Ears());
    }

    private void answer(Received request, ReplyHandle reply) {
        Packet packet = request.packet();
        if (!isAnswered.test(packet)) {
            reply.abandon();
        } else if (packet.code() == Code.ACCOUNTING_REQUEST) {
            account(packet);
            reply.send(packet.reply(Code.ACCOUNTING_RESPONSE).build());
        } else {
            boolean right = knowsPassword(packet) && isFirstDevice(packet);
            (right ? accepts : rejects).incrementAndGet();
            reply.send(packet.reply(right ? Code.ACCESS_ACCEPT : Code.ACCESS_REJECT)
                    .octets(AttributeTypes.CLASS, handle(packet))
                    .integer(AttributeTypes.SESSION_TIMEOUT, seconds)
                    .build());
        }
    }

    private boolean knowsPassword(Packet packet) {
        return UserPassword.in(packet, secret)
                .filter(Octets.ofText(PASSWORD)::equals)
                .isPresent();
    }

    private static boolean isFirstDevice(Packet packet) {
        return packet.text(AttributeTypes.CALLING_STATION_ID).orElseThrow().startsWith("02-00-");
    }

    private void account(Packet packet) {
        String session = packet.text(AttributeTypes.ACCT_SESSION_ID).orElseThrow();
        sessions.computeIfAbsent(session, fresh -> new StringBuilder())
                .append(packet.integer(AttributeTypes.ACCT_STATUS_TYPE).orElseThrow());
        packet.integer(AttributeTypes.ACCT_OUTPUT_OCTETS)
                .ifPresent(low -> octets.put(
                        session,
                        low
                                + (packet.integer(AttributeTypes.ACCT_OUTPUT_GIGAWORDS)
                                                .orElse(0)
                                        << 32)));
        if (!packet.first(AttributeTypes.CLASS).equals(Optional.of(handle(packet)))) {
            strange.incrementAndGet();
        }
    }

    private static Octets handle(Packet packet) {
        return Octets.ofText("of " + packet.text(AttributeTypes.USER_NAME).orElseThrow());
    }

    @Override
    public void close() {
        access.close();
        accounting.close();
    }
}
