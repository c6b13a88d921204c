package org.omnihall.radius.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** What comes over a connection, and what is answered. */
class RadSecServerTest extends TlsRing {

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
}
