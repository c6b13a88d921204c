package org.omnihall.bench.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
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

/** What the generator sends is read, and proved, by our own server; what it takes for an answer is one. */
class GeneratorTest {

    private static final String SECRET = "only-for-the-test";
    private static final Duration SPAN = Duration.ofMillis(700);

    private final SharedSecret secret = SharedSecret.of(SECRET);
    private final InetAddress loopback = InetAddress.getLoopbackAddress();
    private final AtomicLong accepts = new AtomicLong();
    private final AtomicLong rejects = new AtomicLong();
    private final AtomicLong strange = new AtomicLong();
    private final Map<String, StringBuilder> sessions = new ConcurrentHashMap<>();

    /** Counts what a server drops. */
    private final class Ears implements ServerListener {

        @Override
        public void dropped(Drop drop, InetSocketAddress source) {
            strange.incrementAndGet();
        }

        @Override
        public void learned(InetAddress client) {}

        @Override
        public void failed(InetSocketAddress source, RuntimeException failure) {
            strange.incrementAndGet();
        }
    }

    @Test
    void walksWholeSessionsAndRefusesWrongPasswords() throws IOException {
        Report report = load(SECRET, new Traffic(50, "well-kept-7", 5, true));
        assertThat(report.access()).isGreaterThan(100);
        assertThat(report.wrong()).isZero();
        assertThat(report.lost()).isZero();
        assertThat(strange).hasValue(0);
        assertThat((double) rejects.get() / (accepts.get() + rejects.get())).isBetween(0.15, 0.25);
        assertThat(report.accounting()).isBetween(report.access() * 2, report.access() * 4);
        assertThat(sessions.values()).allSatisfy(steps -> assertThat("1332").startsWith(steps));
        assertThat(sessions.values()).anySatisfy(steps -> assertThat(steps).hasToString("1332"));
    }

    @Test
    void asksForAccessAloneWhereNoAccountingIsWanted() throws IOException {
        Report report = load(SECRET, new Traffic(50, "well-kept-7", 0, false));
        assertThat(report.access()).isGreaterThan(100);
        assertThat(report.accounting()).isZero();
        assertThat(report.wrong()).isZero();
        assertThat(report.perSecond()).isPositive();
        assertThat(report.p99()).isPositive().isGreaterThanOrEqualTo(report.p50());
    }

    @Test
    void takesNoAnswerOfWhoDoesNotKnowTheSecret() throws IOException {
        Report report = load("another-secret", new Traffic(50, "well-kept-7", 0, false));
        assertThat(report.answered()).isZero();
        assertThat(strange.get() + report.wrong()).isPositive();
    }

    private Report load(String said, Traffic traffic) throws IOException {
        try (RadiusServer access = server(Code.ACCESS_REQUEST);
                RadiusServer accounting = server(Code.ACCOUNTING_REQUEST);
                Generator generator = new Generator(
                        new Target(loopback, access.address(), accounting.address(), said, "test"),
                        "s-",
                        16,
                        traffic)) {
            return generator.run(SPAN);
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
        if (packet.code() == Code.ACCOUNTING_REQUEST) {
            sessions.computeIfAbsent(
                            packet.text(AttributeTypes.ACCT_SESSION_ID).orElseThrow(), fresh -> new StringBuilder())
                    .append(packet.integer(AttributeTypes.ACCT_STATUS_TYPE).orElseThrow());
            assertClass(packet);
            reply.send(packet.reply(Code.ACCOUNTING_RESPONSE).build());
            return;
        }
        boolean right = UserPassword.in(packet, secret)
                .filter(Octets.ofText("well-kept-7")::equals)
                .isPresent();
        (right ? accepts : rejects).incrementAndGet();
        reply.send(packet.reply(right ? Code.ACCESS_ACCEPT : Code.ACCESS_REJECT)
                .octets(AttributeTypes.CLASS, handle(packet))
                .build());
    }

    private void assertClass(Packet packet) {
        if (!packet.first(AttributeTypes.CLASS).equals(Optional.of(handle(packet)))) {
            strange.incrementAndGet();
        }
    }

    private static Octets handle(Packet packet) {
        return Octets.ofText("of " + packet.text(AttributeTypes.USER_NAME).orElseThrow());
    }
}
