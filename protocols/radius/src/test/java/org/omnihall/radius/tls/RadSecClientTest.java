package org.omnihall.radius.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.NoAnswer;
import org.omnihall.radius.transport.ReplyHandle;

/** One connection kept up, and what becomes of those who ask over it. */
class RadSecClientTest extends TlsRing {

    private static NoAnswer.Reason reason(CompletableFuture<Packet> answer) {
        try {
            throw new AssertionError("answered: " + answer.join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof NoAnswer silence) {
                return silence.reason();
            }
            throw failed;
        }
    }

    private static void awaitConnection(BlockingQueue<String> heard) {
        String said = take(heard);
        while (!said.startsWith("connected")) {
            said = take(heard);
        }
    }

    @Test
    void failsWhatIsOnItsWayWhenTheServerDiesAndConnectsAgain() {
        BlockingQueue<ReplyHandle> handles = new LinkedBlockingQueue<>();
        RadSecServer first = start((request, reply) -> handles.add(reply), PATIENT);
        InetSocketAddress there = first.address();
        RadSecClient client = open(there, HASTY);
        CompletableFuture<Packet> waiting = client.send(access(client, "li"), PATIENCE);
        assertThat(take(handles)).isNotNull();
        assertThat(client.isConnected()).isTrue();
        first.close();
        assertThat(reason(waiting)).isEqualTo(NoAnswer.Reason.CLOSED);
        start(there, TlsRing::accept, PATIENT);
        awaitConnection(served);
        awaitConnection(served);
        awaitConnection(asked);
        awaitConnection(asked);
        Packet reply = client.send(access(client, "wang"), PATIENCE).join();
        assertThat(reply.text(AttributeTypes.REPLY_MESSAGE)).hasValue("wang");
    }

    @Test
    void asksNobodyWhoseCertificateIsNotTheExpectedOne() {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        RadSecClient client = open(server.address(), "other.town", USUAL);
        assertThat(reason(client.send(access(client, "li"), PATIENCE))).isEqualTo(NoAnswer.Reason.NOT_CONNECTED);
        assertThat(take(asked)).isEqualTo("UNKNOWN_PEER");
        assertThat(client.isConnected()).isFalse();
        assertThat(reason(client.send(access(client, "li"), PATIENCE)))
                .as("at once, between two attempts")
                .isEqualTo(NoAnswer.Reason.NOT_CONNECTED);
    }

    @Test
    void knowsTheServerByItsFingerprintToo() {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        String print = PeerCertificate.of(Papers.HALL.certificate()).fingerprint();
        RadSecClient client = open(server.address(), print.toUpperCase(Locale.ROOT), USUAL);
        assertThat(client.send(access(client, "li"), PATIENCE).join().code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(PeerCertificate.of(Papers.HALL.certificate()).isKnownBy("hall"))
                .as("the common name counts for nothing beside DNS names")
                .isFalse();
    }

    @Test
    void findsOutThatAServerIsDeadThoughItsConnectionStands() {
        healthy.set(false);
        RadSecServer server = start(TlsRing::accept, PATIENT);
        open(server.address(), HASTY);
        assertThat(take(asked)).startsWith("connected");
        assertThat(take(asked)).isEqualTo("IDLE");
        healthy.set(true);
        awaitConnection(asked);
        assertThat(server.connections()).isPositive();
    }

    @Test
    void givesUpAfterItsPatienceAndTakesTheLateAnswerForNobody() {
        BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
        RadSecServer server = start((request, reply) -> later.add(() -> accept(request, reply)), PATIENT);
        RadSecClient client = open(server.address(), USUAL);
        awaitConnection(asked);
        CompletableFuture<Packet> late = client.send(access(client, "li"), Duration.ofMillis(300));
        Runnable answer = take(later);
        assertThat(reason(late)).isEqualTo(NoAnswer.Reason.TIMED_OUT);
        answer.run();
        CompletableFuture<Packet> next = client.send(access(client, "wang"), PATIENCE);
        take(later).run();
        assertThat(next.join().text(AttributeTypes.REPLY_MESSAGE)).hasValue("wang");
    }

    @Test
    void goesOnConnectingAfterABug() {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        broken.set(true);
        open(server.address(), HASTY);
        assertThat(take(asked)).isEqualTo("failed bug");
        assertThat(take(asked)).isEqualTo("failed bug");
        broken.set(false);
        awaitConnection(asked);
    }

    @Test
    void holdsNoTimersOfRequestsThatAreAnswered() {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        RadSecClient client = open(server.address(), USUAL);
        awaitConnection(asked);
        for (int i = 0; i < 20; i++) {
            client.send(access(client, "li"), PATIENCE).join();
        }
        assertThat(client.timers()).isLessThan(10);
    }

    @Test
    void hasAsManyRequestsOnTheirWayAsThereAreIdentifiers() {
        BlockingQueue<ReplyHandle> handles = new LinkedBlockingQueue<>();
        RadSecServer server = start((request, reply) -> handles.add(reply), PATIENT);
        RadSecClient client = open(server.address(), USUAL);
        List<CompletableFuture<Packet>> all = IntStream.range(0, 256)
                .mapToObj(i -> client.send(access(client, "li"), PATIENCE))
                .toList();
        assertThat(IntStream.range(0, 256).mapToObj(i -> take(handles))).hasSize(256);
        assertThat(all).noneMatch(CompletableFuture::isDone);
        assertThat(reason(client.send(access(client, "one more"), PATIENCE)))
                .isEqualTo(NoAnswer.Reason.NO_IDENTIFIER_FREE);
    }

    @Test
    void sendsNothingAfterItsEnd() {
        RadSecServer server = start((request, reply) -> {}, PATIENT);
        RadSecClient client = open(server.address(), USUAL);
        CompletableFuture<Packet> waiting = client.send(access(client, "li"), PATIENCE);
        assertThat(take(served)).startsWith("connected");
        client.close();
        assertThat(reason(waiting)).isIn(NoAnswer.Reason.CLOSED, NoAnswer.Reason.NOT_CONNECTED);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(client.send(access(client, "li"), PATIENCE)::join)
                .withCauseInstanceOf(NoAnswer.class);
    }

    @Test
    void waitsLongerAfterEachAttemptInVain() {
        assertThat(USUAL.after(0, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(USUAL.after(3, 0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(USUAL.after(5, 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(USUAL.after(60, -1)).isEqualTo(Duration.ofSeconds(24));
    }
}
