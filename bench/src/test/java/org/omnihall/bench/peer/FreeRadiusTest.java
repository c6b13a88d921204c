package org.omnihall.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.omnihall.radius.AttributeTypes.ACCT_INPUT_OCTETS;
import static org.omnihall.radius.AttributeTypes.ACCT_INTERIM_INTERVAL;
import static org.omnihall.radius.AttributeTypes.ACCT_OUTPUT_GIGAWORDS;
import static org.omnihall.radius.AttributeTypes.ACCT_OUTPUT_OCTETS;
import static org.omnihall.radius.AttributeTypes.ACCT_SESSION_ID;
import static org.omnihall.radius.AttributeTypes.ACCT_SESSION_TIME;
import static org.omnihall.radius.AttributeTypes.ACCT_STATUS_TYPE;
import static org.omnihall.radius.AttributeTypes.CALLING_STATION_ID;
import static org.omnihall.radius.AttributeTypes.FILTER_ID;
import static org.omnihall.radius.AttributeTypes.IDLE_TIMEOUT;
import static org.omnihall.radius.AttributeTypes.SESSION_TIMEOUT;
import static org.omnihall.radius.AttributeTypes.USER_NAME;
import static org.omnihall.radius.AttributeTypes.USER_PASSWORD;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.demo.SystemHall;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Retransmission;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The peer that the hall's RADIUS is measured beside does what is measured: it checks, replies, limits and stores. */
@ExtendWith(SystemHall.class)
class FreeRadiusTest {

    private static final String SECRET = "only-for-the-peer";
    private static final String PASSWORD = "well-kept-7";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Retransmission TIMES =
            new Retransmission(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(10));

    @BeforeAll
    static void demandFreeRadius() {
        if (!FreeRadius.installed()) {
            System.err.println(
                    "FreeRadiusTest is SKIPPED: FreeRADIUS is missing (apt-get install freeradius freeradius-postgresql)");
            assumeTrue(false, "FreeRADIUS is missing");
        }
    }

    @Test
    void knowsTheSubscribersOfAFlatFile() throws IOException, InterruptedException {
        try (FreeRadius peer = start(new FreeRadius.Users.InFile(10, PASSWORD));
                RadiusClient client = new RadiusClient(HERE)) {
            assertAccepted(ask(client, peer, "bench0", PASSWORD));
            assertAccepted(ask(client, peer, "bench9", PASSWORD));
            assertRejected(ask(client, peer, "bench9", "well-kept-8"));
            assertRejected(ask(client, peer, "bench10", PASSWORD));
        }
    }

    @Test
    void knowsTheSubscribersOfADatabaseAndOneDeviceOfEach(RunningHall hall) throws IOException, InterruptedException {
        JdbcClient db = hall.bean(JdbcClient.class);
        FreeRadius.fill(db, 10, PASSWORD);
        try (FreeRadius peer = start(FreeRadius.Users.InDatabase.of(hall.bean(HikariDataSource.class)));
                RadiusClient client = new RadiusClient(HERE)) {
            assertAccepted(ask(client, peer, "bench9", PASSWORD));
            assertRejected(ask(client, peer, "bench9", "well-kept-8"));
            assertRejected(ask(client, peer, "bench10", PASSWORD));
            account(client, peer, 1, 0);
            assertRejected(ask(client, peer, "bench9", PASSWORD));
            assertAccepted(ask(client, peer, "bench8", PASSWORD));
            account(client, peer, 3, 60);
            assertThat(stored(db)).isEqualTo("bench9 open 60 5 8589934599");
            account(client, peer, 2, 90);
            account(client, peer, 2, 90);
            assertThat(stored(db)).isEqualTo("bench9 closed 90 5 8589934599");
            assertAccepted(ask(client, peer, "bench9", PASSWORD));
        } finally {
            db.sql("drop schema freeradius cascade").update();
        }
    }

    @Test
    void tellsWhyItDidNotStart() {
        assertThatThrownBy(() -> start(new FreeRadius.Users.InDatabase("127.0.0.1", 1, "none", "none", "none")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rlm_sql");
    }

    private static FreeRadius start(FreeRadius.Users users) throws IOException, InterruptedException {
        return FreeRadius.start(new FreeRadius.Settings(users, HERE, freePort(), freePort(), SECRET));
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
            return socket.getLocalPort();
        }
    }

    private static Packet ask(RadiusClient client, FreeRadius peer, String user, String password) {
        Octets authenticator = client.randomAuthenticator();
        Packet request = Packet.request(Code.ACCESS_REQUEST, authenticator)
                .text(USER_NAME, user)
                .text(CALLING_STATION_ID, "02-00-5E-00-00-01")
                .octets(
                        USER_PASSWORD,
                        UserPassword.hide(Octets.ofText(password), authenticator, SharedSecret.of(SECRET)))
                .build();
        return client.send(request, peer.authentication(), SharedSecret.of(SECRET), TIMES)
                .join();
    }

    /** Tells of the one session, with more than eight gigabytes when it has lasted. */
    private static void account(RadiusClient client, FreeRadius peer, int status, int seconds) {
        Packet request = client.begin(Code.ACCOUNTING_REQUEST)
                .text(USER_NAME, "bench9")
                .text(ACCT_SESSION_ID, "by-the-test")
                .text(CALLING_STATION_ID, "02-00-5E-00-00-01")
                .integer(ACCT_STATUS_TYPE, status)
                .integer(ACCT_SESSION_TIME, seconds)
                .integer(ACCT_INPUT_OCTETS, 5)
                .integer(ACCT_OUTPUT_OCTETS, 7)
                .integer(ACCT_OUTPUT_GIGAWORDS, 2)
                .build();
        assertThat(client.send(request, peer.accounting(), SharedSecret.of(SECRET), TIMES)
                        .join()
                        .code())
                .isEqualTo(Code.ACCOUNTING_RESPONSE);
    }

    private static String stored(JdbcClient db) {
        return db.sql("select concat_ws(' ', username, case when acctstoptime is null then 'open' else 'closed' end,"
                        + " acctsessiontime, acctinputoctets, acctoutputoctets) from freeradius.radacct")
                .query(String.class)
                .single();
    }

    private static void assertAccepted(Packet reply) {
        assertThat(reply.code()).isEqualTo(Code.ACCESS_ACCEPT);
        assertThat(reply.integer(SESSION_TIMEOUT)).hasValue(28_800);
        assertThat(reply.integer(IDLE_TIMEOUT)).hasValue(900);
        assertThat(reply.integer(ACCT_INTERIM_INTERVAL)).hasValue(600);
        assertThat(reply.text(FILTER_ID)).hasValue("standard");
    }

    private static void assertRejected(Packet reply) {
        assertThat(reply.code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(reply.has(SESSION_TIMEOUT)).isFalse();
    }
}
