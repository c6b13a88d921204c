package org.omnihall.radius.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;

/** Who gets a connection, and what he loses it by. */
class RadSecConnectionsTest extends TlsRing {

    private static final Duration SOON = Duration.ofMillis(300);

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

    /** In TLS 1.3 a client learns after its handshake that its certificate is refused. */
    private static boolean isEnded(RadSecServer server, Papers shown) {
        try (RawTls peer = new RawTls(server.address(), shown.believing(Papers.HALL))) {
            return peer.isEnded();
        } catch (IOException refused) {
            return true;
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
}
