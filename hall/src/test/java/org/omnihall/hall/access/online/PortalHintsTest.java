package org.omnihall.hall.access.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.AnyRow;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.portal.AttributeType;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Secret;
import org.omnihall.portal.Type;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What devices and strangers say to the Portal port: noise is dropped and counted by name, notices are hints (rule 2). */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalHintsTest {

    private static final String SECRET = "portal-secret-of-a-device";
    private static final Secret SHARED = Secret.of(SECRET);

    private final Portal portal;
    private final PortalBeat beat;
    private final ControllerRegistry registry;
    private final JdbcClient db;
    private final MeterRegistry meters;
    private final DatagramSocket mobile = socket("127.0.14.1");
    private final DatagramSocket h3c = socket("127.0.14.2");
    private final DatagramSocket stranger = socket("127.0.14.3");

    @Autowired
    PortalHintsTest(Portal portal, PortalBeat beat, ControllerRegistry registry, JdbcClient db, MeterRegistry meters) {
        this.portal = portal;
        this.beat = beat;
        this.registry = registry;
        this.db = db;
        this.meters = meters;
    }

    @BeforeAll
    void register() {
        long id = register(mobile, "ac-hints-mobile", "ZTE", "cmcc");
        session(id, "hinted", "10.1.0.100");
        session(register(h3c, "ac-hints-h3c", "H3C", "huawei2"), "synced", "10.1.0.101");
    }

    @AfterAll
    void close() {
        db.sql("delete from access.open_session where user_name in ('hinted', 'synced')")
                .update();
        mobile.close();
        h3c.close();
        stranger.close();
    }

    @Test
    void dropsAndCountsNoiseAndStrangers() {
        String challenge = "01010000200100000a01006400000000";
        counts("MALFORMED", mobile, "01");
        counts("MALFORMED", mobile, "ffff" + "00".repeat(14));
        counts("MALFORMED", mobile, "0108000000000007" + "0a010064" + "000000ff");
        counts("MALFORMED", mobile, "00".repeat(1025));
        counts("UNEXPECTED_TYPE", mobile, challenge);
        counts("NOT_ASKED", mobile, "01040000200101020a01006400000000");
        counts("BAD_AUTHENTICATOR", h3c, "02080000000000070a01006400000000" + "11".repeat(16));
        counts("UNKNOWN_SOURCE", stranger, challenge);
    }

    @Test
    void takesALogoutNoticeForAHintAndAsks() {
        String before = sessions("hinted");
        send(mobile, "01080000000000070a01006400000000");
        assertThat(next(mobile, Dialect.CMCC).type()).isEqualTo(Type.ACK_LOGOUT);
        Packet question = next(mobile, Dialect.CMCC);
        assertThat(question.type()).isEqualTo(Type.REQ_INFO);
        double found = findings(LogoutCheck.Finding.STILL_ONLINE);
        send(mobile, question.answer(Type.ACK_INFO));
        Eventually.holds("counted", () -> findings(LogoutCheck.Finding.STILL_ONLINE) == found + 1);
        assertThat(sessions("hinted")).isEqualTo(before).isEqualTo("1");
    }

    @Test
    void countsALogoutNoticeAboutNobody() {
        double before = findings(LogoutCheck.Finding.NO_SESSION);
        send(mobile, "01080000000000070a0100c800000000");
        assertThat(next(mobile, Dialect.CMCC).type()).isEqualTo(Type.ACK_LOGOUT);
        Eventually.holds("counted", () -> findings(LogoutCheck.Finding.NO_SESSION) == before + 1);
    }

    @Test
    void tellsADeviceThatItLivesAndWhoIsOnline() {
        beat.beat();
        Packet heartbeat = next(h3c, Dialect.HUAWEI2);
        assertThat(heartbeat.type()).isEqualTo(Type.NTF_HEARTBEAT);
        assertThat(Authenticator.verify(heartbeat, SHARED)).isTrue();
        beat.synchronise();
        Packet list = next(h3c, Dialect.HUAWEI2);
        assertThat(list.type()).isEqualTo(Type.NTF_USER_HEARTBEAT);
        assertThat(list.addresses(AttributeType.USER_LIST)).containsExactly(InetAddress.ofLiteral("10.1.0.101"));
    }

    private void counts(String reason, DatagramSocket from, String octets) {
        double before = drops(reason);
        send(from, octets);
        Eventually.holds(reason + " " + octets, () -> drops(reason) == before + 1);
    }

    private double drops(String reason) {
        return meters.counter("omnihall.portal.drops", "reason", reason).count();
    }

    private double findings(LogoutCheck.Finding finding) {
        return meters.counter("omnihall.portal.logout-checks", "finding", finding.name())
                .count();
    }

    private String sessions(String user) {
        return db.sql("select count(*)::text from access.open_session where user_name = ?")
                .param(user)
                .query(String.class)
                .single();
    }

    private long register(DatagramSocket device, String name, String vendor, String dialect) {
        Change<AccessController> added = registry.add(
                Draft.of(
                        "name", name,
                        "addresses", device.getLocalAddress().getHostAddress(),
                        "vendor", vendor,
                        "dialect", dialect,
                        "radiusSecret", SECRET,
                        "portalSecret", SECRET,
                        "portalPort", Integer.toString(device.getLocalPort()),
                        "area", "/zj/hz/"),
                "test");
        return switch (added) {
            case Change.Done<AccessController> done -> done.value().id();
            case Change.Refused<AccessController> refused -> throw new AssertionError(refused.problems());
        };
    }

    private void session(long controller, String user, String ip) {
        AnyRow.insert(db, "access.open_session", user, "user_name", user);
        db.sql("""
                        update access.open_session set controller_id = ?, ip = ?::inet,
                            overdue_at = overdue_at + interval '10 years' where user_name = ?""").params(controller, ip, user).update();
    }

    private void send(DatagramSocket from, String hex) {
        send(from, HexFormat.of().parseHex(hex));
    }

    private void send(DatagramSocket from, Packet packet) {
        send(from, packet.encode());
    }

    private void send(DatagramSocket from, byte[] octets) {
        try {
            from.send(new DatagramPacket(octets, octets.length, portal.pages().address()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Packet next(DatagramSocket at, Dialect dialect) {
        DatagramPacket in = new DatagramPacket(new byte[Packet.MAX_LENGTH], Packet.MAX_LENGTH);
        try {
            at.setSoTimeout(5_000);
            at.receive(in);
        } catch (IOException silence) {
            throw new UncheckedIOException(silence);
        }
        return Packet.decode(ByteBuffer.wrap(in.getData(), 0, in.getLength()), dialect);
    }

    private static DatagramSocket socket(String address) {
        try {
            return new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }
}
