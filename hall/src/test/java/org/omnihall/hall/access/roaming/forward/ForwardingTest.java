package org.omnihall.hall.access.roaming.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.NoAnswer;

/** The way through the servers of a realm, over ways that the test answers itself. */
class ForwardingTest {

    private static final Octets AUTHENTICATOR = Octets.ofText("sixteen octets..");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HomeServer first = server(1);
    private final HomeServer second = server(2);
    private final Realm realm =
            new Realm(1, "gd.example", false, false, false, MINUTE, MINUTE, MINUTE, List.of(first, second));
    private final Way one = new Way();
    private final Way two = new Way();
    private final Map<HomeServer, Line> lines = Map.of(first, Line.of(first, one), second, Line.of(second, two));
    private final Forwarding forwarding = new Forwarding(
            server -> Optional.ofNullable(lines.get(server)).orElseThrow(), new SimpleMeterRegistry(), CLOCK);

    private static HomeServer server(int port) {
        return new HomeServer(
                HomeServer.Transport.UDP, InetAddress.getLoopbackAddress(), port, port, "", Octets.ofText("home"));
    }

    /** Keeps what is sent until the test answers it. */
    private static final class Way implements Upstream {

        private final List<CompletableFuture<Packet>> sent = new ArrayList<>();
        private final List<CompletableFuture<Packet>> statuses = new ArrayList<>();
        private boolean broken;

        @Override
        public Octets authenticator() {
            return AUTHENTICATOR;
        }

        @Override
        public SharedSecret secret() {
            return SharedSecret.of("home");
        }

        @Override
        public CompletableFuture<Packet> send(Packet request, Duration patience) {
            return kept(sent);
        }

        @Override
        public CompletableFuture<Packet> status(Code purpose, Duration patience) {
            return kept(statuses);
        }

        private CompletableFuture<Packet> kept(List<CompletableFuture<Packet>> where) {
            if (broken) {
                throw new IllegalStateException("no socket");
            }
            where.add(new CompletableFuture<>());
            return where.getLast();
        }

        @Override
        public void close() {}
    }

    private CompletableFuture<Optional<Answer>> ask(Code code) {
        return forwarding.ask(
                realm, code, to -> Packet.request(code, AUTHENTICATOR).build());
    }

    private void askThrice(Code code) {
        for (int i = 0; i < 3; i++) {
            var _ = ask(code);
        }
    }

    private static void silent(CompletableFuture<Packet> asked) {
        asked.completeExceptionally(new NoAnswer(NoAnswer.Reason.TIMED_OUT));
    }

    private static void answer(CompletableFuture<Packet> asked, Code code) {
        asked.complete(Packet.request(code, AUTHENTICATOR).build());
    }

    private boolean isUsable(HomeServer server, Code purpose) {
        return Optional.ofNullable(lines.get(server))
                .orElseThrow()
                .health(purpose)
                .isUsable(CLOCK.instant());
    }

    @Test
    void goesOnToTheNextServerWhereOneCannotBeSentTo() {
        one.broken = true;
        CompletableFuture<Optional<Answer>> answer = ask(Code.ACCESS_REQUEST);
        assertThat(isUsable(first, Code.ACCESS_REQUEST)).isFalse();
        answer(two.sent.getFirst(), Code.ACCESS_ACCEPT);
        assertThat(answer.getNow(Optional.empty())).isPresent();
    }

    @Test
    void endsAlsoWhereTheNextServerCannotBeSentToLater() {
        two.broken = true;
        CompletableFuture<Optional<Answer>> answer = ask(Code.ACCESS_REQUEST);
        silent(one.sent.getFirst());
        assertThat(answer).isCompletedWithValue(Optional.empty());
    }

    @Test
    void endsWhereTheRequestCannotBeMadeForTheNextServer() {
        CompletableFuture<Optional<Answer>> answer = forwarding.ask(realm, Code.ACCESS_REQUEST, to -> {
            if (to.equals(two)) {
                throw new IllegalStateException("bug");
            }
            return Packet.request(Code.ACCESS_REQUEST, AUTHENTICATOR).build();
        });
        silent(one.sent.getFirst());
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void leavesAServerAloneThatIsSilentToThreeRequestsAndToStatusServer() {
        askThrice(Code.ACCOUNTING_REQUEST);
        one.sent.forEach(ForwardingTest::silent);
        assertThat(isUsable(first, Code.ACCOUNTING_REQUEST))
                .as("until it is asked whether it lives")
                .isTrue();
        silent(one.statuses.getFirst());
        assertThat(isUsable(first, Code.ACCOUNTING_REQUEST)).isFalse();
        assertThat(isUsable(first, Code.ACCESS_REQUEST))
                .as("it may still let people in")
                .isTrue();
    }

    @Test
    void staysWithAServerThatIsSilentForOneRealmOnly() {
        askThrice(Code.ACCESS_REQUEST);
        one.sent.forEach(ForwardingTest::silent);
        answer(one.statuses.getFirst(), Code.ACCESS_ACCEPT);
        assertThat(isUsable(first, Code.ACCESS_REQUEST)).isTrue();
    }

    @Test
    void leavesIdentifiersForPeopleByBoundingAccountingOnItsWay() {
        List<CompletableFuture<Optional<Answer>>> all = IntStream.range(0, Line.BOOKS_AT_ONCE + 3)
                .mapToObj(i -> ask(Code.ACCOUNTING_REQUEST))
                .toList();
        assertThat(one.sent).hasSize(Line.BOOKS_AT_ONCE);
        var _ = ask(Code.ACCESS_REQUEST);
        assertThat(one.sent).as("people do not wait").hasSize(Line.BOOKS_AT_ONCE + 1);
        answer(one.sent.getFirst(), Code.ACCOUNTING_RESPONSE);
        assertThat(one.sent).hasSize(Line.BOOKS_AT_ONCE + 2);
        all.get(Line.BOOKS_AT_ONCE + 1).complete(Optional.empty());
        answer(one.sent.get(1), Code.ACCOUNTING_RESPONSE);
        answer(one.sent.get(2), Code.ACCOUNTING_RESPONSE);
        assertThat(one.sent)
                .as("one of the two that are left is not wanted any more")
                .hasSize(Line.BOOKS_AT_ONCE + 3);
    }
}
