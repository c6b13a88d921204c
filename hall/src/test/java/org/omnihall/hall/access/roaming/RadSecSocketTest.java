package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.RadSecSocket;
import org.omnihall.hall.access.aaa.RadiusDrops;
import org.omnihall.hall.access.eap.PaperAuthority;
import org.omnihall.hall.access.eap.PemFiles;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.tls.RadSec;
import org.omnihall.radius.tls.RadSecClient;
import org.omnihall.radius.tls.RadSecListener;
import org.omnihall.radius.tls.TlsClientSettings;
import org.omnihall.radius.transport.NoAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The started hall asked over RadSec: who may ask, and for which controller. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RadSecSocketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(500);
    private static final PaperAuthority.Pair HALL = pair("hall.example");

    private final RadSecSocket socket;
    private final RadSecPeers peers;
    private final ControllerRegistry registry;
    private final Accounts accounts;
    private final RadiusDrops drops;
    private final JdbcClient db;

    @Autowired
    RadSecSocketTest(
            RadSecSocket socket,
            RadSecPeers peers,
            ControllerRegistry registry,
            Accounts accounts,
            RadiusDrops drops,
            JdbcClient db) {
        this.socket = socket;
        this.peers = peers;
        this.registry = registry;
        this.accounts = accounts;
        this.drops = drops;
        this.db = db;
    }

    @DynamicPropertySource
    static void certificates(DynamicPropertyRegistry properties) {
        RoamingPapers.show(HALL, properties);
    }

    private static PaperAuthority.Pair pair(String name) {
        try {
            return RoamingPapers.AUTHORITY.issue(name);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @BeforeAll
    void register() {
        done(registry.add(controller("north", "10.13.0.1", "nasIdentifier", "north-nas"), "test"));
        done(registry.add(controller("south", "10.13.0.2", "domain", "strip"), "test"));
        done(registry.add(controller("other", "10.13.0.3", "nasIdentifier", "other-nas"), "test"));
        done(peers.add(
                Draft.of("name", "branch", "certificate", "Branch.example", "controllers", "north, south"), "test"));
        for (String name : List.of("radsec-li", "radsec-wang")) {
            done(accounts.add(Draft.of("name", name, "password", "correct horse", "methods", "pap"), "test"));
        }
    }

    private static Draft controller(String name, String address, String more, String value) {
        return Draft.of("name", name, "addresses", address, "radiusSecret", "not-asked-for-here", more, value);
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> done.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    private RadSecClient client(PaperAuthority.Pair shown) {
        InetSocketAddress there = socket.address().orElseThrow();
        return RadSecClient.open(
                new TlsClientSettings(
                        there,
                        () -> Optional.of(RoamingPapers.context(shown)),
                        "hall.example",
                        TlsClientSettings.Times.USUAL,
                        Clock.systemUTC()),
                RadSecListener.SILENT);
    }

    private static Packet access(RadSecClient client, String name, String nas) {
        Packet begun = client.begin(Code.ACCESS_REQUEST).build();
        var request = Packet.request(Code.ACCESS_REQUEST, begun.authenticator())
                .text(AttributeTypes.USER_NAME, name)
                .octets(
                        AttributeTypes.USER_PASSWORD,
                        UserPassword.hide(Octets.ofText("correct horse"), begun.authenticator(), RadSec.SECRET));
        return (nas.isEmpty() ? request : request.text(AttributeTypes.NAS_IDENTIFIER, nas)).build();
    }

    private static Code code(CompletableFuture<Packet> answer) {
        return answer.join().code();
    }

    private static NoAnswer.Reason silence(CompletableFuture<Packet> answer) {
        try {
            throw new AssertionError("answered: " + answer.join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof NoAnswer silence) {
                return silence.reason();
            }
            throw failed;
        }
    }

    private long drops(String reason) {
        return drops.rows().stream()
                .filter(row -> row.reason().equals(reason))
                .mapToLong(RadiusDrops.Row::number)
                .sum();
    }

    @Test
    void answersAPeerForHisOwnControllersOnly() {
        try (RadSecClient branch = client(pair("branch.example"))) {
            assertThat(code(branch.send(access(branch, "radsec-li", "north-nas"), PATIENCE)))
                    .isEqualTo(Code.ACCESS_ACCEPT);
            assertThat(code(branch.send(access(branch, "radsec-li@somewhere", "anything"), PATIENCE)))
                    .as("the one without a NAS-Identifier, whose rule strips")
                    .isEqualTo(Code.ACCESS_ACCEPT);
            assertThat(code(branch.send(access(branch, "radsec-li@somewhere", "north-nas"), PATIENCE)))
                    .as("this one's does not")
                    .isEqualTo(Code.ACCESS_REJECT);
            assertThat(code(branch.send(branch.begin(Code.STATUS_SERVER).build(), PATIENCE)))
                    .isEqualTo(Code.ACCESS_ACCEPT);
            Packet start = branch.begin(Code.ACCOUNTING_REQUEST)
                    .integer(AttributeTypes.ACCT_STATUS_TYPE, 1)
                    .text(AttributeTypes.ACCT_SESSION_ID, "radsec-1")
                    .text(AttributeTypes.USER_NAME, "radsec-li")
                    .text(AttributeTypes.NAS_IDENTIFIER, "north-nas")
                    .build();
            assertThat(code(branch.send(start, PATIENCE))).isEqualTo(Code.ACCOUNTING_RESPONSE);
            assertThat(db.sql(
                                    "select c.name from access.open_session s join access.controller c on c.id = s.controller_id"
                                            + " where acct_session_id = 'radsec-1'")
                            .query(String.class)
                            .single())
                    .isEqualTo("north");
        }
    }

    @Test
    void closesNoSessionBecauseOneOfManyDevicesBehindAPeerStartsAnew() {
        try (RadSecClient branch = client(pair("branch.example"))) {
            for (int status : List.of(1, 7, 8)) {
                Packet record = branch.begin(Code.ACCOUNTING_REQUEST)
                        .integer(AttributeTypes.ACCT_STATUS_TYPE, status)
                        .text(AttributeTypes.ACCT_SESSION_ID, "radsec-2")
                        .text(AttributeTypes.USER_NAME, "radsec-li")
                        .text(AttributeTypes.NAS_IDENTIFIER, "north-nas")
                        .build();
                assertThat(code(branch.send(record, PATIENCE))).isEqualTo(Code.ACCOUNTING_RESPONSE);
            }
        }
        assertThat(db.sql("select count(*) from access.open_session where acct_session_id = 'radsec-2'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void dropsWhatIsOfNoneOfHisControllers() {
        long id = done(peers.add(Draft.of("name", "one", "certificate", "one.example", "controllers", "other"), "test"))
                .id();
        try (RadSecClient one = client(pair("one.example"))) {
            long before = drops("UNKNOWN_CONTROLLER");
            assertThat(silence(one.send(access(one, "radsec-li", "north-nas"), SOON)))
                    .isEqualTo(NoAnswer.Reason.TIMED_OUT);
            assertThat(drops("UNKNOWN_CONTROLLER")).isEqualTo(before + 1);
            assertThat(code(one.send(access(one, "radsec-wang", "other-nas"), PATIENCE)))
                    .isEqualTo(Code.ACCESS_ACCEPT);
            done(peers.remove(id, "test"));
            assertThat(silence(one.send(access(one, "radsec-li", "other-nas"), PATIENCE)))
                    .isEqualTo(NoAnswer.Reason.CLOSED);
        }
        Eventually.holds("counted", () -> drops("RADSEC_UNKNOWN_PEER") > 0);
    }

    @Test
    void refusesWhoIsNotRegisteredOrNotBelievedOrOutOfDate() throws Exception {
        for (PaperAuthority.Pair wrong : new PaperAuthority.Pair[] {
            pair("nobody.example"),
            RoamingPapers.STRANGER.issue("branch.example"),
            RoamingPapers.AUTHORITY.issueExpired("branch.example")
        }) {
            try (RadSecClient client = client(wrong)) {
                assertThat(silence(client.send(access(client, "radsec-li", "north-nas"), PATIENCE)))
                        .isIn(NoAnswer.Reason.CLOSED, NoAnswer.Reason.NOT_CONNECTED);
            }
        }
        Eventually.holds("counted", () -> drops("RADSEC_UNKNOWN_PEER") > 0 && drops("RADSEC_HANDSHAKE_FAILED") >= 2);
    }

    @Test
    void knowsAPeerByHisFingerprint() throws Exception {
        PaperAuthority.Pair shown = pair("printed.example");
        X509Certificate certificate = PemFiles.certificates(shown.certificate()).getFirst();
        String print = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(Octets.of(certificate.getEncoded()).sha256().toBytes());
        done(peers.add(Draft.of("name", "printed", "certificate", print, "controllers", "north"), "test"));
        try (RadSecClient printed = client(shown)) {
            assertThat(code(printed.send(access(printed, "radsec-wang", "north-nas"), PATIENCE)))
                    .isEqualTo(Code.ACCESS_ACCEPT);
        }
    }

    @Test
    void demandsTheMessageAuthenticatorUnlessThePeerNeedNotGiveIt() throws Exception {
        done(peers.add(
                Draft.of(
                        "name", "plain",
                        "certificate", "plain.example",
                        "controllers", "north",
                        "messageAuthenticator", "optional"),
                "test"));
        Packet bare = Packet.request(Code.ACCESS_REQUEST, Octets.of(new byte[16]))
                .text(AttributeTypes.USER_NAME, "radsec-nobody")
                .text(AttributeTypes.NAS_IDENTIFIER, "north-nas")
                .build();
        assertThat(firstOctet("plain.example", bare)).isEqualTo(Code.ACCESS_REJECT.number());
        long before = drops("MISSING_MESSAGE_AUTHENTICATOR");
        Packet proxied = new Packet(
                bare.code(),
                2,
                bare.authenticator(),
                Packet.request(bare.code(), bare.authenticator())
                        .text(AttributeTypes.PROXY_STATE, "x")
                        .build()
                        .attributes());
        assertThat(firstOctet("plain.example", proxied))
                .as("nothing within its time")
                .isEqualTo(-1);
        assertThat(firstOctet("branch.example", bare)).isEqualTo(-1);
        assertThat(drops("MISSING_MESSAGE_AUTHENTICATOR")).isEqualTo(before + 2);
    }

    private int firstOctet(String name, Packet request) throws IOException {
        InetSocketAddress there = socket.address().orElseThrow();
        try (SSLSocket tls = (SSLSocket) RoamingPapers.context(pair(name))
                .getSocketFactory()
                .createSocket(there.getAddress(), there.getPort())) {
            tls.setSoTimeout(1_000);
            tls.getOutputStream().write(request.encode());
            return tls.getInputStream().read();
        } catch (SocketTimeoutException silence) {
            return -1;
        }
    }

    @Test
    void showsARenewedCertificateToTheNextWhoConnects() throws Exception {
        String before = shown();
        PaperAuthority.Pair renewed = RoamingPapers.AUTHORITY.issue("hall.example");
        Files.copy(renewed.key(), HALL.key(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(renewed.certificate(), HALL.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Eventually.holds("another certificate is shown", () -> !shown().equals(before));
    }

    private String shown() {
        InetSocketAddress there = socket.address().orElseThrow();
        try (SSLSocket tls = (SSLSocket) RoamingPapers.context(pair("branch.example"))
                .getSocketFactory()
                .createSocket(there.getAddress(), there.getPort())) {
            tls.startHandshake();
            X509Certificate certificate = (X509Certificate) tls.getSession().getPeerCertificates()[0];
            return certificate.getSerialNumber().toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
