package org.omnihall.radius.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.Signatures;

class RadiusServerTest {

    private static final SharedSecret SECRET = SharedSecret.of("s3cret");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Retransmission PATIENT = Retransmission.once(Duration.ofSeconds(10));
    private static final Octets RANDOM = Octets.ofHex("000102030405060708090a0b0c0d0e0f");

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final AtomicBoolean healthy = new AtomicBoolean(true);
    private final RadiusClient client = new RadiusClient(InetAddress.getLoopbackAddress());
    private Client.Policy policy = Client.Policy.REQUIRED;
    private Optional<RadiusServer> started = Optional.empty();

    @AfterEach
    void close() {
        client.close();
        started.ifPresent(RadiusServer::close);
    }

    @Test
    void answersAnAccessRequestWithItsSignature() {
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), RadiusServerTest::accept);
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
    void dropsAndNamesWhatItCannotTrust() {
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST, Code.ACCOUNTING_REQUEST), RadiusServerTest::accept);
        SharedSecret wrong = SharedSecret.of("other");
        Packet plain = Packet.request(Code.ACCESS_REQUEST, RANDOM).build();
        try (RawSocket nas = new RawSocket(server.address())) {
            nas.send(plain);
            assertThat(take(heard)).isEqualTo("MISSING_MESSAGE_AUTHENTICATOR");
            nas.send(Signatures.signRequest(plain, wrong));
            assertThat(take(heard)).isEqualTo("BAD_MESSAGE_AUTHENTICATOR");
            nas.send(Packet.request(Code.STATUS_SERVER, RANDOM).build());
            assertThat(take(heard)).isEqualTo("MISSING_MESSAGE_AUTHENTICATOR");
            nas.send(Signatures.signRequest(
                    Packet.request(Code.ACCOUNTING_REQUEST).build(), wrong));
            assertThat(take(heard)).isEqualTo("BAD_AUTHENTICATOR");
            nas.send(Packet.request(Code.COA_REQUEST).build());
            assertThat(take(heard)).isEqualTo("UNEXPECTED_CODE");
            nas.send(new byte[19]);
            assertThat(take(heard)).isEqualTo("MALFORMED");
        }
        assertThat(server.dropped(Drop.MISSING_MESSAGE_AUTHENTICATOR)).isEqualTo(2);
    }

    @Test
    void dropsWhoIsNotAClient() {
        ServerSettings nobody =
                ServerSettings.of(loopback(), Set.of(Code.ACCESS_REQUEST), a -> Optional.empty(), clock());
        RadiusServer server = RadiusServer.start(nobody, RadiusServerTest::accept, listener());
        started = Optional.of(server);
        try (RawSocket nas = new RawSocket(server.address())) {
            nas.send(new byte[1]);
            assertThat(take(heard)).isEqualTo("UNKNOWN_CLIENT");
        }
    }

    @Test
    void learnsThatAClientCanProveAndNeverForgets() {
        policy = Client.Policy.LEARN;
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), RadiusServerTest::accept);
        try (RawSocket nas = new RawSocket(server.address())) {
            nas.send(Packet.request(Code.ACCESS_REQUEST, RANDOM).build());
            assertThat(nas.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
            nas.send(Packet.request(Code.ACCESS_REQUEST, RANDOM)
                    .text(AttributeTypes.PROXY_STATE, "x")
                    .build());
            assertThat(take(heard)).isEqualTo("MISSING_MESSAGE_AUTHENTICATOR");
            nas.send(Packet.request(Code.ACCESS_REQUEST, RANDOM)
                    .text(AttributeTypes.EAP_MESSAGE, "x")
                    .build());
            assertThat(take(heard)).isEqualTo("MISSING_MESSAGE_AUTHENTICATOR");
            nas.send(Signatures.signRequest(
                    Packet.request(Code.ACCESS_REQUEST, RANDOM).build(), SECRET));
            assertThat(take(heard)).isEqualTo("learned 127.0.0.1");
            assertThat(nas.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
            nas.send(Packet.request(Code.ACCESS_REQUEST, RANDOM).build());
            assertThat(take(heard)).isEqualTo("MISSING_MESSAGE_AUTHENTICATOR");
        }
    }

    @Test
    void answersAnOldDeviceWhenProofIsOptional() {
        policy = Client.Policy.OPTIONAL;
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), RadiusServerTest::accept);
        try (RawSocket nas = new RawSocket(server.address())) {
            nas.send(Packet.request(Code.ACCESS_REQUEST, RANDOM).build());
            assertThat(nas.receive().attributes().getFirst().type()).isEqualTo(80);
        }
    }

    @Test
    void tellsItsStateTruthfully() {
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), RadiusServerTest::accept);
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

    private static void accept(Received request, ReplyHandle reply) {
        reply.send(request.packet()
                .reply(Code.ACCESS_ACCEPT)
                .text(
                        AttributeTypes.REPLY_MESSAGE,
                        request.at() + " "
                                + request.packet()
                                        .text(AttributeTypes.USER_NAME)
                                        .orElse(""))
                .build());
    }

    private Packet send(RadiusServer server, Packet request) {
        return client.send(request, server.address(), SECRET, PATIENT).join();
    }

    private RadiusServer start(Set<Code> codes, Handler handler) {
        ServerSettings settings = ServerSettings.of(
                        loopback(), codes, address -> Optional.of(new Client(SECRET, policy)), clock())
                .withHealth(healthy::get);
        RadiusServer server = RadiusServer.start(settings, handler, listener());
        started = Optional.of(server);
        return server;
    }

    private ServerListener listener() {
        return new ServerListener() {
            @Override
            public void dropped(Drop drop, InetSocketAddress source) {
                heard.add(drop.name());
            }

            @Override
            public void learned(InetAddress who) {
                heard.add("learned " + who.getHostAddress());
            }

            @Override
            public void failed(InetSocketAddress source, RuntimeException failure) {
                heard.add("failed " + failure.getMessage());
            }
        };
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(10, TimeUnit.SECONDS)).orElseThrow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
