package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.tls.RadSecClient;
import org.omnihall.radius.transport.NoAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The started hall asked over RadSec: which of the controllers a peer may ask for, and with which proof. */
@HallTest
class RadSecSocketTest extends RadSecAskers {

    private static final Duration SOON = Duration.ofMillis(500);

    private final RadiusListeners listeners;
    private final JdbcClient db;

    @Autowired
    RadSecSocketTest(ApplicationContext hall, RadiusListeners listeners, JdbcClient db) {
        super(hall);
        this.listeners = listeners;
        this.db = db;
    }

    @BeforeAll
    void register() {
        controller("north", "10.13.0.1", "nasIdentifier", "north-nas");
        controller("south", "10.13.0.2", "domain", "strip");
        controller("other", "10.13.0.3", "nasIdentifier", "other-nas");
        peer("branch", "Branch.example", "north, south");
        person("radsec-li");
        person("radsec-wang");
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
            booksAreKept();
            assertThat(db.sql(
                                    "select c.name from access.open_session s join access.controller c on c.id = s.controller_id"
                                            + " where acct_session_id = 'radsec-1'")
                            .query(String.class)
                            .single())
                    .isEqualTo("north");
        }
    }

    private void booksAreKept() {
        Eventually.holds("worked into the books", () -> listeners.booksBehind() == 0);
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
                booksAreKept();
            }
        }
        assertThat(db.sql("select count(*) from access.open_session where acct_session_id = 'radsec-2'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void dropsWhatIsOfNoneOfHisControllers() {
        long id = peer("one", "one.example", "other").id();
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
        try (SSLSocket tls = connect(pair(name))) {
            tls.setSoTimeout(1_000);
            tls.getOutputStream().write(request.encode());
            return tls.getInputStream().read();
        } catch (SocketTimeoutException silence) {
            return -1;
        }
    }
}
