package org.omnihall.bench.sms;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.Omnihall;
import org.omnihall.hall.messaging.GatewayStates;
import org.omnihall.hall.messaging.MessageId;
import org.omnihall.hall.messaging.MessageState;
import org.omnihall.hall.messaging.Messages;
import org.omnihall.hall.messaging.Outgoing;
import org.omnihall.hall.messaging.Purpose;
import org.omnihall.hall.messaging.SmsGateway;
import org.omnihall.hall.messaging.SmsGateways;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.octets.Octets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The started hall, its queue in a real database, and two SMS centres: one in the settings, one entered as the backup. */
class SendingTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    static Path home;

    private static final SmsCentre FIRST = centre(1);
    private static final SmsCentre BACKUP = centre(2);
    private static ConfigurableApplicationContext hall;

    @BeforeAll
    static void start() throws IOException {
        hall = new SpringApplicationBuilder(Omnihall.class)
                .run(
                        "--server.port=0",
                        "--omnihall.node.home=" + home,
                        "--omnihall.node.ports.web=0",
                        "--omnihall.node.ports.web-tls=0",
                        "--omnihall.node.ports.pages=0",
                        "--omnihall.node.ports.pages-tls=0",
                        "--omnihall.node.ports.radius-authentication=0",
                        "--omnihall.node.ports.radius-accounting=0",
                        "--omnihall.node.ports.portal=0",
                        "--omnihall.node.ports.mac-binding=0",
                        "--omnihall.node.ports.database=" + freePort(),
                        "--omnihall.messaging.submit-time-out=700ms",
                        "--omnihall.messaging.resend-after=700ms",
                        "--omnihall.messaging.gateway.host=127.0.0.1",
                        "--omnihall.messaging.gateway.port=" + FIRST.port(),
                        "--omnihall.messaging.gateway.system-id=hall",
                        "--omnihall.messaging.gateway.password=s3cret");
        UUID id = UUID.randomUUID();
        SmsGateway backup = new SmsGateway(
                id, "backup", SmsGateway.Kind.SMPP, "127.0.0.1", BACKUP.port(), "hall", "10086", 200, 100, 8, true);
        hall.getBean(SmsGateways.class).put(backup, Octets.ofText("s3cret"), "test");
        assertThat(until(() -> FIRST.boundClients() == 1 && BACKUP.boundClients() == 1))
                .isTrue();
    }

    @AfterAll
    static void stop() {
        hall.close();
        FIRST.close();
        BACKUP.close();
    }

    @AfterEach
    void recover() {
        FIRST.recover();
        BACKUP.recover();
    }

    @Test
    void deliversACodeAndLeavesItNowhere() throws IOException {
        Msisdn li = new Msisdn("13800138001");
        MessageId id = send(Purpose.CODE, li, "739251");

        assertThat(received(li).code()).contains("739251");
        assertThat(reaches(id, MessageState.DELIVERED)).isTrue();
        assertThat(dump()).doesNotContain("739251").contains(li.digits());
        assertThat(Files.readString(home.resolve("log/hall.log")))
                .as("the log, in which the library below must be silent also about octets")
                .contains("is bound")
                .doesNotContain("739251")
                .doesNotContain(HexFormat.of().formatHex("739251".getBytes(UTF_16BE)));
    }

    @Test
    void endsWhatCannotBeOpenedAtOnceAndGoesOn() {
        Msisdn li = new Msisdn("13800138006");
        UUID forged = UUID.randomUUID();
        db().sql("""
                        insert into messaging.message (id, purpose, template, language, words, subscriber, msisdn, journey,
                            area_path, created_at, valid_until, state, reason, changed_at, due_at)
                        select ?, purpose, ?, language, ?, subscriber, ?, journey, area_path, created_at, valid_until + '1h',
                            'QUEUED', '', changed_at, created_at from messaging.message where msisdn = ?""")
                .params(forged, "login.code", new byte[64], li.digits(), received("739259"))
                .update();

        assertThat(reaches(new MessageId(forged), MessageState.FAILED)).isTrue();
        assertThat(db().sql("select reason from messaging.message where id = ?")
                        .param(forged)
                        .query(String.class)
                        .single())
                .isEqualTo("SEAL_DOES_NOT_OPEN");
        assertThat(received("739257")).isEqualTo("13800138007");
    }

    @Test
    void leavesOutAGatewayWhosePasswordCannotBeOpened() {
        SmsGateways gateways = hall.getBean(SmsGateways.class);
        UUID id = UUID.randomUUID();
        SmsGateway spoilt = new SmsGateway(
                id, "spoilt", SmsGateway.Kind.SMPP, "127.0.0.1", BACKUP.port(), "hall", "10086", 50, 100, 8, true);
        gateways.put(spoilt, Octets.ofText("s3cret"), "test");
        db().sql("update messaging.gateway set password = ? where id = ?")
                .params(new byte[64], id)
                .update();
        try {
            assertThat(until(() -> states().contains("spoilt SEALED"))).isTrue();
            assertThat(received("739258")).isEqualTo("13800138008");
        } finally {
            gateways.remove(id, "test");
        }
    }

    private static String states() {
        return hall.getBean(GatewayStates.class).now().stream()
                .map(state -> state.gateway().name() + " " + state.health())
                .toList()
                .toString();
    }

    /** The number that this code reached: 1380013800 and the code's last digit. */
    private static String received(String code) {
        Msisdn phone = new Msisdn("1380013800" + code.charAt(5));
        MessageId id = send(Purpose.CODE, phone, code);
        assertThat(received(phone).code()).contains(code);
        assertThat(reaches(id, MessageState.DELIVERED)).isTrue();
        return phone.digits();
    }

    @Test
    void joinsAReceiptThatComesFirstAndInAnotherForm() {
        Manners odd = new Manners(Duration.ofMillis(200), Manners.Order.RECEIPT_FIRST, Manners.IdForm.DECIMAL_THEN_HEX);
        FIRST.behave(odd);
        BACKUP.behave(odd);
        Msisdn li = new Msisdn("13800138002");
        MessageId id = send(Purpose.CODE, li, "739252");

        assertThat(reaches(id, MessageState.DELIVERED)).isTrue();
    }

    @Test
    void goesToTheBackupWhenTheFirstIsBusy() throws InterruptedException {
        FIRST.fail(Fault.THROTTLED, 1);
        Msisdn li = new Msisdn("13800138003");
        MessageId id = send(Purpose.CODE, li, "739253");

        assertThat(BACKUP.await(li.digits(), 0, SOON)).isPresent();
        assertThat(reaches(id, MessageState.DELIVERED)).isTrue();
    }

    @Test
    void sendsOnceMoreWhenNobodyAnsweredAndNeverAThirdTime() {
        Msisdn li = new Msisdn("13800138004");
        FIRST.fail(Fault.SILENT, 2);
        BACKUP.fail(Fault.SILENT, 2);
        long before = FIRST.submissions() + BACKUP.submissions();
        MessageId id = send(Purpose.CODE, li, "739254");

        assertThat(until(() -> FIRST.submissions() + BACKUP.submissions() == before + 2))
                .isTrue();
        assertThat(until(() -> db().sql("select due_at is null from messaging.message where id = ?")
                        .param(id.value())
                        .query(Boolean.class)
                        .single()))
                .isTrue();
        assertThat(messages().state(id)).contains(MessageState.UNKNOWN);
        assertThat(FIRST.submissions() + BACKUP.submissions()).isEqualTo(before + 2);
    }

    @Test
    void holdsAdvertisingBack() {
        MessageId id = send(Purpose.MARKETING, new Msisdn("13800138005"), "739255");
        assertThat(messages().state(id)).contains(MessageState.REFUSED);
    }

    /** From whichever centre it came: after trouble the first one rests for a second. */
    private static ReceivedSms received(Msisdn phone) {
        assertThat(until(() -> !inbox(phone).isEmpty())).isTrue();
        return inbox(phone).getFirst();
    }

    private static List<ReceivedSms> inbox(Msisdn phone) {
        return Stream.of(FIRST, BACKUP)
                .flatMap(centre -> centre.inbox(phone.digits()).stream())
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static SmsCentre centre(long seed) {
        return SmsCentre.open(0, new SmsCentre.Login("hall", "s3cret"), seed, Clock.systemUTC());
    }

    private static MessageId send(Purpose purpose, Msisdn to, String code) {
        return messages()
                .send(new Outgoing(
                        purpose,
                        to,
                        "login.code",
                        Map.of("code", code, "minutes", "5"),
                        Locale.SIMPLIFIED_CHINESE,
                        Instant.now(Clock.systemUTC()).plusSeconds(300),
                        UUID.randomUUID(),
                        "/zj/hz/"));
    }

    private static boolean reaches(MessageId id, MessageState state) {
        return until(() -> messages().state(id).filter(state::equals).isPresent());
    }

    private static Messages messages() {
        return hall.getBean(Messages.class);
    }

    private static JdbcClient db() {
        return hall.getBean(JdbcClient.class);
    }

    /** All rows of all tables of messaging, party and audit as text. */
    private static String dump() {
        StringBuilder all = new StringBuilder();
        List<String> tables =
                db().sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname in ('messaging', 'party', 'audit')""").query((row, number) -> row.getString(1)).list();
        for (String table : tables) {
            db().sql("select t::text from " + table + " t")
                    .query((row, number) -> row.getString(1))
                    .list()
                    .forEach(all::append);
        }
        return all.toString();
    }

    private static boolean until(BooleanSupplier holds) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(10_000_000);
        }
        return true;
    }
}
