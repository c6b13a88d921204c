package org.omnihall.hall.access.roaming.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.Chap;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Received;

/** What is made of a request before it goes to a home server. */
class OutboundTest {

    private static final Octets OURS = Octets.ofText("our-state-of-16.");
    private static final Octets AUTHENTICATOR = Octets.ofText("sixteen octets..");
    private static final SharedSecret SECRET = SharedSecret.of("of the controller");
    private static final Upstream HOME = new Upstream.Udp(
            new HomeServer(HomeServer.Transport.UDP, InetAddress.getLoopbackAddress(), 1, 2, "", Octets.ofText("home")),
            new RadiusClient(InetAddress.getLoopbackAddress()),
            SharedSecret.of("home"));

    private static Realm realm(boolean strip) {
        Duration hour = Duration.ofHours(1);
        return new Realm(1, "gd.example", strip, false, false, hour, hour, hour, List.of());
    }

    private static PacketBuilder request() {
        return Packet.request(Code.ACCESS_REQUEST, AUTHENTICATOR).text(AttributeTypes.USER_NAME, "li@gd.example");
    }

    private static Packet forwarded(Packet request, boolean strip) {
        Received received = new Received(
                request, new Client(SECRET), new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), Instant.EPOCH);
        return Outbound.access(received, realm(strip), OURS, HOME);
    }

    @Test
    void keepsAChallengeThatWasTheAuthenticator() {
        Chap proof = Chap.answer(9, AUTHENTICATOR, Octets.ofText("correct horse"));
        Packet bare = forwarded(
                request()
                        .octets(AttributeTypes.CHAP_PASSWORD, proof.chapPassword())
                        .build(),
                false);
        assertThat(bare.first(AttributeTypes.CHAP_CHALLENGE)).hasValue(AUTHENTICATOR);
        assertThat(bare.authenticator()).isNotEqualTo(AUTHENTICATOR);
        Packet own = forwarded(
                request()
                        .octets(AttributeTypes.CHAP_PASSWORD, proof.chapPassword())
                        .text(AttributeTypes.CHAP_CHALLENGE, "another")
                        .build(),
                false);
        assertThat(own.all(AttributeTypes.CHAP_CHALLENGE)).containsExactly(Octets.ofText("another"));
    }

    @Test
    void passesEverythingElseInItsOrderAndItsOwnStateLast() {
        Octets eap = Octets.of(new byte[600]);
        Packet came = request()
                .split(AttributeTypes.EAP_MESSAGE, eap)
                .text(AttributeTypes.PROXY_STATE, "one")
                .octets(AttributeTypes.MESSAGE_AUTHENTICATOR, AUTHENTICATOR)
                .text(AttributeTypes.STATE, "theirs")
                .build();
        Packet goes = forwarded(came, true);
        assertThat(goes.attributes().stream().map(Attribute::type).toList()).containsExactly(1, 79, 79, 79, 33, 24, 33);
        assertThat(goes.joined(AttributeTypes.EAP_MESSAGE)).hasValue(eap);
        assertThat(goes.all(AttributeTypes.PROXY_STATE)).containsExactly(Octets.ofText("one"), OURS);
        assertThat(goes.text(AttributeTypes.USER_NAME)).hasValue("li");
        assertThat(forwarded(came, false).text(AttributeTypes.USER_NAME)).hasValue("li@gd.example");
    }

    @Test
    void cutsTheRealmOffInOctetsAndLeavesANameWholeOfWhichNothingWouldRemain() {
        Octets longest = Octets.ofHex("ff".repeat(241)).plus(Octets.ofText("@gd.example"));
        for (Octets name : List.of(longest, Octets.ofText("li@zj@gd.example"), Octets.ofText("@gd.example"))) {
            Packet came = Packet.request(Code.ACCESS_REQUEST, AUTHENTICATOR)
                    .octets(AttributeTypes.USER_NAME, name)
                    .build();
            Octets goes = forwarded(came, true).first(AttributeTypes.USER_NAME).orElseThrow();
            assertThat(goes).isEqualTo(name.at(0) == '@' ? name : name.slice(0, name.length() - 11));
        }
    }

    @Test
    void refusesWhatWouldNotFitAnyMore() {
        PacketBuilder roomy = request();
        for (int i = 0; i < 15; i++) {
            roomy.octets(AttributeTypes.REPLY_MESSAGE, Octets.of(new byte[253]));
        }
        assertThat(forwarded(
                                roomy.octets(AttributeTypes.REPLY_MESSAGE, Octets.of(new byte[174]))
                                        .build(),
                                false)
                        .encode())
                .hasSizeLessThanOrEqualTo(Packet.MAX_LENGTH);
        Packet full = roomy.octets(AttributeTypes.REPLY_MESSAGE, Octets.of(new byte[20]))
                .build();
        assertThat(catchThrowableOfType(MalformedPacket.class, () -> forwarded(full, false))
                        .fault())
                .isEqualTo(MalformedPacket.Fault.BAD_LENGTH);
    }

    @Test
    void tellsHowLongARecordOfAccountingHasWaited() {
        Packet came = Packet.request(Code.ACCOUNTING_REQUEST)
                .integer(AttributeTypes.ACCT_DELAY_TIME, 4)
                .build();
        Packet goes = Outbound.accounting(came, realm(false), OURS, Duration.ofSeconds(61));
        assertThat(goes.integer(AttributeTypes.ACCT_DELAY_TIME)).hasValue(65);
        assertThat(goes.all(AttributeTypes.ACCT_DELAY_TIME)).hasSize(1);
        Packet fresh = Outbound.accounting(
                Packet.request(Code.ACCOUNTING_REQUEST).build(), realm(false), OURS, Duration.ofMillis(999));
        assertThat(fresh.has(AttributeTypes.ACCT_DELAY_TIME)).isFalse();
    }
}
