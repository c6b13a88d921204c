package org.omnihall.bench.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    void deliversACodeAndLeavesItNowhere() {
        Msisdn li = new Msisdn("13800138001");
        MessageId id = send(Purpose.CODE, li, "739251");

        assertThat(received(li).code()).contains("739251");
        assertThat(reaches(id, MessageState.DELIVERED)).isTrue();
        assertThat(dump()).doesNotContain("739251").contains(li.digits());
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
