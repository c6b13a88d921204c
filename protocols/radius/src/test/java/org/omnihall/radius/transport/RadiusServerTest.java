package org.omnihall.radius.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.Signatures;

class RadiusServerTest extends ServerRing {

    @Test
    void answersAnAccessRequestWithItsSignature() {
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), ServerRing::accept);
        Packet reply = send(
                server,
                client.begin(Code.ACCESS_REQUEST)
                        .text(AttributeTypes.USER_NAME, "li")
                        .build());
        assertThat(reply.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(reply.text(AttributeTypes.REPLY_MESSAGE)).hasValue("2026-11-22T12:00:00Z li");
    }

    @Test
    void answersLaterFromAnotherThread() {
        BlockingQueue<ReplyHandle> waiting = new LinkedBlockingQueue<>();
        BlockingQueue<Packet> requests = new LinkedBlockingQueue<>();
        RadiusServer server = start(Set.of(Code.ACCOUNTING_REQUEST), (request, reply) -> {
            requests.add(request.packet());
            waiting.add(reply);
        });
        List<CompletableFuture<Packet>> answers = IntStream.range(0, 300)
                .mapToObj(i -> client.send(
                        client.begin(Code.ACCOUNTING_REQUEST)
                                .integer(AttributeTypes.NAS_PORT, i)
                                .build(),
                        server.address(),
                        SECRET,
                        PATIENT))
                .toList();
        for (int i = 0; i < answers.size(); i++) {
            take(waiting).send(take(requests).reply(Code.ACCOUNTING_RESPONSE).build());
        }
        assertThat(answers).allSatisfy(a -> assertThat(a.join().code()).isEqualTo(Code.ACCOUNTING_RESPONSE));
        assertThat(client.sockets()).as("256 identifiers are not enough").isEqualTo(2);
        assertThat(client.ignoredReplies()).isZero();
    }

    @Test
    void servesDynamicAuthorization() {
        RadiusServer server = start(
                Set.of(Code.DISCONNECT_REQUEST, Code.COA_REQUEST),
                (request, reply) -> reply.send(request.packet()
                        .reply(Code.DISCONNECT_NAK)
                        .integer(AttributeTypes.ERROR_CAUSE, 503)
                        .build()));
        Packet reply = send(
                server,
                client.begin(Code.DISCONNECT_REQUEST)
                        .text(AttributeTypes.ACCT_SESSION_ID, "7")
                        .build());
        assertThat(reply.integer(AttributeTypes.ERROR_CAUSE)).hasValue(503);
    }

    @Test
    void repeatsTheSameAnswerAndIsSilentWhileItWorks() {
        BlockingQueue<ReplyHandle> waiting = new LinkedBlockingQueue<>();
        BlockingQueue<Packet> requests = new LinkedBlockingQueue<>();
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), (request, reply) -> {
            requests.add(request.packet());
            waiting.add(reply);
        });
        try (RawSocket nas = new RawSocket(server.address())) {
            Packet request = Signatures.signRequest(
                    Packet.request(Code.ACCESS_REQUEST, RANDOM).build(), SECRET);
            nas.send(request);
            ReplyHandle handle = take(waiting);
            nas.send(request);
            assertThat(take(heard)).isEqualTo("DUPLICATE_IN_WORK");
            handle.send(take(requests).reply(Code.ACCESS_REJECT).build());
            handle.send(request.reply(Code.ACCESS_ACCEPT).build());
            Packet first = nas.receive();
            nas.send(request);
            assertThat(nas.receive()).isEqualTo(first);
            assertThat(first.code()).isEqualTo(Code.ACCESS_REJECT);
            assertThat(waiting).isEmpty();
        }
    }

    @Test
    void handlesARepetitionAnewAfterTheHandlerGaveUp() {
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), (request, reply) -> {
            handled.add("once");
            reply.abandon();
        });
        try (RawSocket nas = new RawSocket(server.address())) {
            Packet request = Signatures.signRequest(
                    Packet.request(Code.ACCESS_REQUEST, RANDOM).build(), SECRET);
            nas.send(request);
            nas.send(request);
            assertThat(take(handled) + take(handled)).isEqualTo("onceonce");
            assertThat(take(heard) + take(heard)).isEqualTo("ABANDONEDABANDONED");
        }
    }

    @Test
    void tellsItsStateTruthfully() {
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), ServerRing::accept);
        assertThat(send(server, client.begin(Code.STATUS_SERVER).build()).code())
                .isEqualTo(Code.ACCESS_ACCEPT);
        healthy.set(false);
        CompletableFuture<Packet> answer = client.send(
                client.begin(Code.STATUS_SERVER).build(),
                server.address(),
                SECRET,
                Retransmission.once(Duration.ofMillis(20)));
        assertThat(take(heard)).isEqualTo("UNHEALTHY");
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(answer::join)
                .withCauseInstanceOf(NoAnswer.class);
    }

    @Test
    void tellsItsStateOnAnAccountingPortToo() {
        RadiusServer server = start(Set.of(Code.ACCOUNTING_REQUEST), (request, reply) -> {});
        assertThat(send(server, client.begin(Code.STATUS_SERVER).build()).code())
                .isEqualTo(Code.ACCOUNTING_RESPONSE);
    }

    @Test
    void survivesAHandlerThatThrows() {
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), (request, reply) -> {
            if (request.packet().has(AttributeTypes.STATE)) {
                throw new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
            }
            throw new IllegalStateException("bug");
        });
        try (RawSocket nas = new RawSocket(server.address())) {
            nas.send(Signatures.signRequest(
                    Packet.request(Code.ACCESS_REQUEST, RANDOM).build(), SECRET));
            assertThat(take(heard)).isEqualTo("HANDLER_FAILED");
            assertThat(take(heard)).isEqualTo("failed bug");
            nas.send(Signatures.signRequest(
                    Packet.request(Code.ACCESS_REQUEST, RANDOM)
                            .add(new Attribute(24, Octets.EMPTY))
                            .build(),
                    SECRET));
            assertThat(take(heard)).isEqualTo("MALFORMED");
        }
    }

    @Test
    void repeatsUntilItIsAnswered() {
        BlockingQueue<Packet> attempts = new LinkedBlockingQueue<>();
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), (request, reply) -> {
            attempts.add(request.packet());
            if (attempts.size() < 3) {
                reply.abandon();
            } else {
                reply.send(request.packet().reply(Code.ACCESS_ACCEPT).build());
            }
        });
        Duration wait = Duration.ofMillis(5);
        Packet reply = client.send(
                        client.begin(Code.ACCESS_REQUEST).build(),
                        server.address(),
                        SECRET,
                        new Retransmission(wait, wait, Duration.ofSeconds(10)))
                .join();
        assertThat(reply.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(attempts.size()).isGreaterThanOrEqualTo(3);
        assertThat(Set.copyOf(attempts))
                .as("every repetition is the same packet")
                .hasSize(1);
    }

    @Test
    void failsWhatWaitsWhenItIsClosed() {
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), (request, reply) -> {});
        CompletableFuture<Packet> waiting =
                client.send(client.begin(Code.ACCESS_REQUEST).build(), server.address(), SECRET, PATIENT);
        client.close();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(waiting::join)
                .withMessageContaining("CLOSED");
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(
                        client.send(client.begin(Code.ACCESS_REQUEST).build(), server.address(), SECRET, PATIENT)::join)
                .withMessageContaining("CLOSED");
    }

    @Test
    void doublesTheWaitUpToTheLongest() {
        Retransmission usual = Retransmission.USUAL;
        assertThat(usual.after(0, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(usual.after(3, 0)).isEqualTo(Duration.ofSeconds(16));
        assertThat(usual.after(60, 0)).isEqualTo(Duration.ofSeconds(16));
        assertThat(usual.after(0, 1)).isEqualTo(Duration.ofMillis(2200));
        assertThatIllegalArgumentException().isThrownBy(() -> Retransmission.once(Duration.ZERO));
    }
}
