package org.omnihall.radius.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.Signatures;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.ReplyHandle;

/** What comes over a connection, and what ends it. */
class RadSecServerTest extends TlsRing {

    private static final Duration SOON = Duration.ofMillis(300);

    private static Packet access(int identifier) {
        return new Packet(
                Code.ACCESS_REQUEST,
                identifier,
                RANDOM,
                Packet.request(Code.ACCESS_REQUEST, RANDOM)
                        .text(AttributeTypes.USER_NAME, "li")
                        .build()
                        .attributes());
    }

    @Test
    void answersManyRequestsOfBothKindsOverOneConnectionInAnyOrder() {
        BlockingQueue<Runnable> later = new LinkedBlockingQueue<>();
        RadSecServer server = start(
                (request, reply) -> later.add(() -> {
                    Code code = request.packet().code() == Code.ACCESS_REQUEST
                            ? Code.ACCESS_ACCEPT
                            : Code.ACCOUNTING_RESPONSE;
                    reply.send(request.packet()
                            .reply(code)
                            .integer(
                                    AttributeTypes.NAS_PORT,
                                    request.packet()
                                            .integer(AttributeTypes.NAS_PORT)
                                            .orElseThrow())
                            .build());
                }),
                PATIENT);
        RadSecClient client = open(server.address(), USUAL);
        List<CompletableFuture<Packet>> answers = IntStream.range(0, 200)
                .mapToObj(i -> client.send(
                        client.begin(i % 2 == 0 ? Code.ACCESS_REQUEST : Code.ACCOUNTING_REQUEST)
                                .integer(AttributeTypes.NAS_PORT, i)
                                .build(),
                        PATIENCE))
                .toList();
        IntStream.range(0, 200).mapToObj(i -> take(later)).toList().reversed().forEach(Runnable::run);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join().integer(AttributeTypes.NAS_PORT)).hasValue(i);
        }
        assertThat(server.connections()).isOne();
        assertThat(served).containsExactly("connected proxy.town");
    }

    @Test
    void tellsItsStateTruthfully() throws IOException {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        try (RawTls peer = new RawTls(server.address())) {
            peer.send(Packet.request(Code.STATUS_SERVER, RANDOM).build());
            assertThat(peer.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
            healthy.set(false);
            peer.send(Packet.request(Code.STATUS_SERVER, RANDOM).build());
            assertThat(take(served)).startsWith("connected");
            assertThat(take(served)).isEqualTo("UNHEALTHY");
        }
    }

    @Test
    void speaksBothVersionsOfTlsAndNoneBelow() throws IOException {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            try (RawTls peer = new RawTls(server.address(), Papers.PROXY.believing(Papers.HALL), version)) {
                peer.send(access(1));
                assertThat(peer.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
                assertThat(peer.version()).isEqualTo(version);
                assertThat(take(served)).startsWith("connected");
            }
            assertThat(take(served)).isEqualTo("ENDED");
        }
        String hello11 = "160301002d" + "01000029" + "0302" + "00".repeat(32) + "00" + "0002c013" + "0100";
        byte[] alert = RawTls.answer(server.address(), Octets.ofHex(hello11).toBytes());
        assertThat(alert[0]).as("an alert").isEqualTo((byte) 21);
        assertThat(alert[6]).as("protocol_version").isEqualTo((byte) 70);
        assertThat(take(served)).isEqualTo("HANDSHAKE_FAILED");
    }

    @Test
    void refusesWhomItDoesNotBelieveOrKnow() throws IOException {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        for (Papers wrong : List.of(Papers.STRANGER, Papers.LATE)) {
            assertThat(isEnded(server, wrong)).isTrue();
            assertThat(take(served)).isEqualTo("HANDSHAKE_FAILED");
        }
        assertThat(isEnded(server, Papers.NEIGHBOUR)).isTrue();
        assertThat(take(served)).isEqualTo("UNKNOWN_PEER");
        assertThat(RawTls.answer(server.address(), access(1).encode())).isNotEmpty();
        assertThat(take(served)).isEqualTo("HANDSHAKE_FAILED");
        assertThat(server.cuts(Cut.HANDSHAKE_FAILED)).isEqualTo(3);
    }

    /** In TLS 1.3 a client learns after its handshake that its certificate is refused. */
    private static boolean isEnded(RadSecServer server, Papers shown) {
        try (RawTls peer = new RawTls(server.address(), shown.believing(Papers.HALL))) {
            return peer.isEnded();
        } catch (IOException refused) {
            return true;
        }
    }

    @Test
    void endsAConnectionThatIsOutOfStepAndTakesWhatIsOnlyUnexpected() throws IOException {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        try (RawTls peer = new RawTls(server.address())) {
            assertThat(take(served)).startsWith("connected");
            byte[] unknown = access(1).encode();
            unknown[0] = 99;
            peer.send(unknown);
            assertThat(take(served)).isEqualTo("UNEXPECTED_CODE");
            peer.send(Packet.request(Code.COA_REQUEST).build());
            assertThat(take(served)).isEqualTo("UNEXPECTED_CODE");
            peer.send(access(1));
            assertThat(peer.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
            peer.send(new byte[] {1, 1, 0, 19, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(take(served)).isEqualTo("MALFORMED");
        try (RawTls peer = new RawTls(server.address())) {
            assertThat(take(served)).startsWith("connected");
            peer.send(Signatures.signRequest(
                            Packet.request(Code.ACCOUNTING_REQUEST).build(), SharedSecret.of("other"))
                    .encode());
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(take(served)).isEqualTo("BAD_AUTHENTICATOR");
        assertThat(take(served)).isEqualTo("BAD_PROOF");
    }

    @Test
    void demandsAProofUnlessThePeerNeedNotGiveIt() throws IOException {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        try (RawTls peer = new RawTls(server.address())) {
            assertThat(take(served)).startsWith("connected");
            peer.send(access(1).encode());
            assertThat(take(served)).isEqualTo("MISSING_MESSAGE_AUTHENTICATOR");
            policy = Client.Policy.OPTIONAL;
            peer.send(access(2).encode());
            assertThat(peer.receive().identifier()).isEqualTo(2);
        }
    }

    @Test
    void letsNobodySitOnAConnection() throws IOException {
        RadSecServer server = start(TlsRing::accept, new TlsServerSettings.Bounds(10, SOON, SOON, SOON));
        assertThat(RawTls.answer(server.address())).as("said nothing").isEmpty();
        assertThat(take(served)).isEqualTo("HANDSHAKE_TOO_SLOW");
        try (RawTls peer = new RawTls(server.address())) {
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(take(served)).startsWith("connected");
        assertThat(take(served)).isEqualTo("IDLE");
        try (RawTls peer = new RawTls(server.address())) {
            peer.send((byte) 1);
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(take(served)).startsWith("connected");
        assertThat(take(served)).isEqualTo("SLOW");
        try (RawTls peer = new RawTls(server.address())) {
            peer.send((byte) 1);
        }
        assertThat(take(served)).startsWith("connected");
        assertThat(take(served)).as("ended within a packet").isEqualTo("BROKEN");
    }

    @Test
    void keepsNoPlaceForAConnectionThatABugHasEnded() throws IOException {
        RadSecServer server = start(TlsRing::accept, new TlsServerSettings.Bounds(4, PATIENCE, PATIENCE, PATIENCE));
        broken.set(true);
        for (int i = 0; i < 2; i++) {
            assertThat(RawTls.answer(server.address())).isEmpty();
            assertThat(take(served)).isEqualTo("failed bug");
            assertThat(take(served)).isEqualTo("BROKEN");
        }
        broken.set(false);
        try (RawTls peer = new RawTls(server.address())) {
            peer.send(access(1));
            assertThat(peer.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
        }
    }

    @Test
    void takesAQuarterOfTheConnectionsFromOneAddress() throws IOException {
        RadSecServer server = start(TlsRing::accept, new TlsServerSettings.Bounds(7, PATIENCE, PATIENCE, PATIENCE));
        try (RawTls one = new RawTls(server.address())) {
            assertThat(take(served)).startsWith("connected");
            assertThat(isEnded(server, Papers.PROXY)).isTrue();
            assertThat(take(served)).isEqualTo("FULL");
            one.send(access(1));
            assertThat(one.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
        }
        assertThat(take(served)).isEqualTo("ENDED");
        try (RawTls two = new RawTls(server.address())) {
            two.send(access(1));
            assertThat(two.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
        }
    }

    @Test
    void answersTheLatestRequestOfAnIdentifierOnly() throws IOException {
        BlockingQueue<ReplyHandle> handles = new LinkedBlockingQueue<>();
        RadSecServer server = start((request, reply) -> handles.add(reply), PATIENT);
        try (RawTls peer = new RawTls(server.address())) {
            assertThat(take(served)).startsWith("connected");
            Packet first = peer.send(access(7));
            ReplyHandle superseded = take(handles);
            peer.send(access(7));
            assertThat(take(served)).isEqualTo("DUPLICATE_IN_WORK");
            Packet other = peer.send(new Packet(Code.ACCESS_REQUEST, 7, Octets.of(new byte[16]), List.of()));
            ReplyHandle latest = take(handles);
            superseded.send(first.reply(Code.ACCESS_ACCEPT).build());
            latest.send(other.reply(Code.ACCESS_REJECT).build());
            assertThat(peer.receive().code()).isEqualTo(Code.ACCESS_REJECT);
        }
    }

    @Test
    void outlivesAHandlerThatThrowsAndOneThatIsSilent() throws IOException {
        RadSecServer server = start(
                (request, reply) -> {
                    switch (request.packet().identifier()) {
                        case 1 -> throw new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
                        case 2 -> throw new IllegalStateException("bug");
                        case 3 -> reply.abandon();
                        default -> accept(request, reply);
                    }
                },
                PATIENT);
        try (RawTls peer = new RawTls(server.address())) {
            for (int identifier = 1; identifier <= 4; identifier++) {
                peer.send(access(identifier));
            }
            assertThat(peer.receive().identifier()).isEqualTo(4);
        }
        assertThat(IntStream.range(0, 6).mapToObj(i -> take(served)))
                .containsExactly(
                        "connected proxy.town", "MALFORMED", "HANDLER_FAILED", "failed bug", "ABANDONED", "ENDED");
    }

    @Test
    void endsTheConnectionOfWhoIsNoLongerKnownAtHisNextPacket() throws IOException {
        RadSecServer server = start(TlsRing::accept, PATIENT);
        try (RawTls peer = new RawTls(server.address())) {
            peer.send(access(1));
            assertThat(peer.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
            known.set(false);
            peer.send(access(2));
            assertThat(peer.isEnded()).isTrue();
        }
        assertThat(take(served)).startsWith("connected");
        assertThat(take(served)).isEqualTo("UNKNOWN_PEER");
    }

    @Test
    void cutsOffWhoDoesNotReadItsAnswers() throws IOException {
        String long250 = "x".repeat(250);
        RadSecServer server = start(
                (request, reply) -> {
                    var answer = request.packet().reply(Code.ACCESS_ACCEPT);
                    for (int i = 0; i < 15; i++) {
                        answer.text(AttributeTypes.REPLY_MESSAGE, long250);
                    }
                    reply.send(answer.build());
                },
                new TlsServerSettings.Bounds(10, PATIENCE, SOON, PATIENCE));
        try (RawTls peer = new RawTls(server.address())) {
            for (int i = 0; i < 20_000; i++) {
                peer.send(access(i % 256));
            }
        } catch (IOException cutOff) {
            assertThat(cutOff).isNotNull();
        }
        assertThat(take(served)).startsWith("connected");
        assertThat(take(served)).isIn("DEAF", "SLOW");
    }
}
