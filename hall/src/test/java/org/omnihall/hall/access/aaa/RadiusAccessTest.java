package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.MessageAuthenticator;
import org.omnihall.radius.auth.MsChapV2;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.Signatures;
import org.springframework.beans.factory.annotation.Autowired;

/** Access-Requests over UDP to the started hall. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RadiusAccessTest {

    private static final String PASSWORD = "correct horse";
    private static final MacAddress PHONE = new MacAddress(0x0211_2233_0001L);

    private final RadiusListeners hall;
    private final ControllerRegistry registry;
    private final Accounts accounts;
    private final RadiusDrops drops;
    private final SessionClass classes;
    private final SmallNas nas;
    private final SmallNas old;

    @Autowired
    RadiusAccessTest(
            RadiusListeners hall,
            ControllerRegistry registry,
            Accounts accounts,
            RadiusDrops drops,
            SessionClass classes) {
        this.hall = hall;
        this.registry = registry;
        this.accounts = accounts;
        this.drops = drops;
        this.classes = classes;
        this.nas = new SmallNas("127.0.11.1", hall);
        this.old = new SmallNas("127.0.11.2", hall);
    }

    @BeforeAll
    void register() {
        nas.register(registry, "aaa-strict", "domain", "strip");
        old.register(registry, "aaa-old", "messageAuthenticator", "optional");
        account("aaa-li", "pap chap", "active", "");
        account("aaa-ms", "ms-chap-v2", "active", "");
        account("aaa-held", "pap", "suspended", "");
        account("aaa-late", "pap", "active", "2020-01-01");
    }

    @AfterAll
    void close() {
        nas.close();
        old.close();
    }

    private void account(String name, String methods, String standing, String until) {
        Draft draft = Draft.of(
                "name", name, "password", PASSWORD, "methods", methods, "standing", standing, "valid_until", until);
        assertThat(accounts.add(draft, "test")).isInstanceOf(Change.Done.class);
    }

    private static String refusal(Packet reply) {
        assertThat(reply.code()).isEqualTo(Code.ACCESS_REJECT);
        return reply.text(AttributeTypes.REPLY_MESSAGE).orElseThrow();
    }

    private boolean counted(String source, String reason) {
        return drops.rows().stream()
                .anyMatch(row -> row.source().equals(source) && row.reason().equals(reason));
    }

    @Test
    void admitsByPapWithTermsAndAClassOfOurs() {
        Packet reply = nas.ask(nas.pap("aaa-li@wlan.example", PASSWORD, PHONE));
        assertThat(reply.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(reply.attributes().getFirst().type()).isEqualTo(AttributeTypes.MESSAGE_AUTHENTICATOR.number());
        assertThat(classes.read(reply.first(AttributeTypes.CLASS).orElseThrow())
                        .orElseThrow()
                        .mac())
                .contains(PHONE);
        assertThat(reply.integer(AttributeTypes.ACCT_INTERIM_INTERVAL)).hasValue(600);
        assertThat(reply.integer(AttributeTypes.SESSION_TIMEOUT)).hasValue(28_800);
        assertThat(reply.integer(AttributeTypes.IDLE_TIMEOUT)).hasValue(900);
    }

    @Test
    void provesPasswordsByEveryMethodAndNoOther() {
        assertThat(nas.ask(nas.chap("aaa-li", PASSWORD, PHONE)).code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(refusal(nas.ask(nas.chap("aaa-li", "wrong horse", PHONE)))).isEqualTo("BAD_PASSWORD");
        assertThat(refusal(nas.ask(nas.pap("aaa-li", "wrong horse", PHONE)))).isEqualTo("BAD_PASSWORD");
        MsChapV2 proof = nas.msChapProof("aaa-ms", PASSWORD);
        Packet reply = nas.ask(nas.msChap("aaa-ms", proof, PHONE));
        assertThat(reply.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(reply.first(MsChapV2.SUCCESS)).contains(proof.success("aaa-ms", MsChapV2.ntHash(PASSWORD)));
        assertThat(refusal(nas.ask(nas.msChap("aaa-ms", nas.msChapProof("aaa-ms", "wrong horse"), PHONE))))
                .isEqualTo("BAD_PASSWORD");
        assertThat(refusal(nas.ask(nas.chap("aaa-ms", PASSWORD, PHONE)))).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void refusesStrangersAndAccountsThatMayNot() {
        assertThat(refusal(nas.ask(nas.pap("aaa-nobody", PASSWORD, PHONE)))).isEqualTo("NOT_OUR_SUBSCRIBER");
        assertThat(refusal(nas.ask(nas.pap("aaa-held", PASSWORD, PHONE)))).isEqualTo("SUSPENDED");
        assertThat(refusal(nas.ask(nas.pap("aaa-late", PASSWORD, PHONE)))).isEqualTo("EXPIRED");
    }

    @Test
    void saysThatItIsHealthyOnBothPorts() {
        assertThat(nas.ask(nas.status()).code()).isEqualTo(Code.ACCESS_ACCEPT);
        Packet signed = Signatures.signRequest(nas.status(), SmallNas.secret());
        Optional<Packet> reply = nas.raw(signed, hall.accounting().getFirst(), Duration.ofSeconds(5));
        assertThat(reply.orElseThrow().code()).isEqualTo(Code.ACCOUNTING_RESPONSE);
    }

    @Test
    void isSilentWithoutAMessageAuthenticatorUnlessTheNasMayOmitIt() {
        InetSocketAddress there = hall.authentication().getFirst();
        assertThat(nas.raw(nas.pap("aaa-li", PASSWORD, PHONE), there, Duration.ofMillis(500)))
                .isEmpty();
        Eventually.holds("counted", () -> counted("127.0.11.1", "MISSING_MESSAGE_AUTHENTICATOR"));
        Packet request = old.pap("aaa-li", PASSWORD, PHONE);
        Packet reply = old.raw(request, there, Duration.ofSeconds(5)).orElseThrow();
        assertThat(reply.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(Signatures.isAuthentic(reply, request, SmallNas.secret())).isTrue();
        assertThat(Signatures.messageAuthenticator(reply, request, SmallNas.secret()))
                .isEqualTo(MessageAuthenticator.VALID);
    }

    @Test
    void isSilentToAWrongSecretAndToStrangers() {
        assertThat(nas.isMetWithSilence(nas.pap("aaa-li", PASSWORD, PHONE), SharedSecret.of("another secret")))
                .isTrue();
        Eventually.holds("counted", () -> counted("127.0.11.1", "BAD_MESSAGE_AUTHENTICATOR"));
        assertThat(nas.isMetWithSilence(nas.accounting(1, "aaa-1", PHONE).build(), SharedSecret.of("another secret")))
                .isTrue();
        Eventually.holds("counted", () -> counted("127.0.11.1", "BAD_AUTHENTICATOR"));
        try (SmallNas stranger = new SmallNas("127.0.11.9", hall)) {
            assertThat(stranger.isMetWithSilence(stranger.pap("aaa-li", PASSWORD, PHONE), SmallNas.secret()))
                    .isTrue();
        }
        Eventually.holds("counted", () -> counted("127.0.11.9", "UNKNOWN_CLIENT"));
    }

    @Test
    void countsUnreadableRequestsByTheirNas() {
        InetSocketAddress there = hall.authentication().getFirst();
        Packet broken = Packet.request(Code.ACCESS_REQUEST, Octets.of(new byte[16]))
                .octets(AttributeTypes.NAS_IP_ADDRESS, Octets.of(new byte[3]))
                .build();
        assertThat(nas.raw(Signatures.signRequest(broken, SmallNas.secret()), there, Duration.ofMillis(400)))
                .isEmpty();
        Eventually.holds("counted", () -> counted("127.0.11.1", "BAD_VALUE"));
    }
}
