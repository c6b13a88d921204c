package org.omnihall.radius.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.Signatures;

/** Whose packets a server believes: secrets, Message-Authenticator and registered clients (access rule 7). */
class ServerProofTest extends ServerRing {

    @Test
    void dropsAndNamesWhatItCannotTrust() {
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST, Code.ACCOUNTING_REQUEST), ServerRing::accept);
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
        RadiusServer server = RadiusServer.start(nobody, ServerRing::accept, listener());
        started = Optional.of(server);
        try (RawSocket nas = new RawSocket(server.address())) {
            nas.send(new byte[1]);
            assertThat(take(heard)).isEqualTo("UNKNOWN_CLIENT");
        }
    }

    @Test
    void answersASourceNoMoreThanItsBound() {
        ServerSettings bounded = ServerSettings.of(
                        loopback(), Set.of(Code.ACCESS_REQUEST), a -> Optional.of(new Client(SECRET)), clock())
                .withMost(1);
        RadiusServer server = RadiusServer.start(bounded, ServerRing::accept, listener());
        started = Optional.of(server);
        try (RawSocket nas = new RawSocket(server.address())) {
            for (int i = 0; i < 4; i++) { // two for the moment, one more a second
                nas.send(Signatures.signRequest(
                        Packet.request(Code.ACCESS_REQUEST, Octets.ofLong(i).plus(Octets.ofLong(i)))
                                .build(),
                        SECRET));
            }
            assertThat(nas.receive().code()).isEqualTo(Code.ACCESS_ACCEPT);
            assertThat(take(heard)).isEqualTo("TOO_MANY");
        }
    }

    @Test
    void learnsThatAClientCanProveAndNeverForgets() {
        policy = Client.Policy.LEARN;
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), ServerRing::accept);
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
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), ServerRing::accept);
        try (RawSocket nas = new RawSocket(server.address())) {
            nas.send(Packet.request(Code.ACCESS_REQUEST, RANDOM).build());
            assertThat(nas.receive().attributes().getFirst().type()).isEqualTo(80);
            nas.send(Packet.request(Code.ACCESS_REQUEST, RANDOM)
                    .text(AttributeTypes.PROXY_STATE, "x")
                    .build());
            assertThat(take(heard)).isEqualTo("MISSING_MESSAGE_AUTHENTICATOR");
        }
    }
}
