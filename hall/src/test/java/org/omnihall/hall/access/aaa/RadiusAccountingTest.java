package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounting-Requests over UDP to the started hall; every row is read after its acknowledgement. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RadiusAccountingTest {

    private static final int START = 1;
    private static final int STOP = 2;
    private static final int INTERIM = 3;
    private static final int ON = 7;
    private static final int OFF = 8;

    private final ControllerRegistry registry;
    private final RadiusDrops drops;
    private final DataSource database;
    private final JdbcClient db;
    private final SmallNas nas;
    private final SmallNas other;
    private final long now = Instant.now().getEpochSecond();
    private long nextMac = 0x0211_2234_0000L;

    @Autowired
    RadiusAccountingTest(
            RadiusListeners hall, ControllerRegistry registry, RadiusDrops drops, DataSource database, JdbcClient db) {
        this.registry = registry;
        this.drops = drops;
        this.database = database;
        this.db = db;
        this.nas = new SmallNas("127.0.12.1", hall);
        this.other = new SmallNas("127.0.12.2", hall);
    }

    @BeforeAll
    void register() {
        nas.register(registry, "acct-1");
        other.register(registry, "acct-2");
    }

    @AfterAll
    void close() {
        nas.close();
        other.close();
    }

    private PacketBuilder at(long second, PacketBuilder request) {
        return request.integer(AttributeTypes.EVENT_TIMESTAMP, second);
    }

    private static PacketBuilder used(PacketBuilder request, long seconds, long gigawords, long octets) {
        return request.integer(AttributeTypes.ACCT_SESSION_TIME, seconds)
                .integer(AttributeTypes.ACCT_INPUT_GIGAWORDS, gigawords)
                .integer(AttributeTypes.ACCT_INPUT_OCTETS, octets);
    }

    private static void acknowledged(Packet reply) {
        assertThat(reply.code()).isEqualTo(Code.ACCOUNTING_RESPONSE);
    }

    private int count(String table, String session) {
        return db.sql("select count(*) from access." + table + " where acct_session_id = ?")
                .param(session)
                .query(Integer.class)
                .single();
    }

    private List<String> causes(String session) {
        return db.sql("select cause || ' ' || up_octets || ' ' || seconds as ended from access.closed_session"
                        + " where acct_session_id = ?")
                .param(session)
                .query((row, n) -> row.getString("ended"))
                .list();
    }

    @Test
    void acknowledgesStartInterimAndStopOnceTheyAreWritten() {
        MacAddress phone = new MacAddress(nextMac++);
        acknowledged(nas.ask(at(now - 900, nas.accounting(START, "s-1", phone)).build()));
        assertThat(count("open_session", "s-1")).isEqualTo(1);
        assertThat(count("session_event", "s-1")).isEqualTo(1);
        acknowledged(nas.ask(used(at(now - 300, nas.accounting(INTERIM, "s-1", phone)), 600, 1, 17)
                .build()));
        assertThat(db.sql("select up_octets from access.open_session where acct_session_id = 's-1'")
                        .query(Long.class)
                        .single())
                .isEqualTo((1L << 32) + 17);
        acknowledged(nas.ask(
                used(at(now, nas.accounting(STOP, "s-1", phone)), 900, 2, 5).build()));
        assertThat(count("open_session", "s-1")).isZero();
        assertThat(causes("s-1")).containsExactly("STOPPED " + ((2L << 32) + 5) + " 900");
        assertThat(count("session_event", "s-1")).isEqualTo(3);
    }

    @Test
    void storesWhatIsSentAgainOnce() {
        MacAddress phone = new MacAddress(nextMac++);
        Packet stop = used(nas.accounting(STOP, "s-2", phone), 60, 0, 1000).build();
        acknowledged(nas.ask(stop));
        acknowledged(nas.ask(stop));
        acknowledged(nas.ask(used(nas.accounting(STOP, "s-2", phone), 60, 0, 1000)
                .integer(AttributeTypes.ACCT_DELAY_TIME, 1)
                .build()));
        assertThat(count("session_event", "s-2")).isEqualTo(1);
        assertThat(causes("s-2")).containsExactly("STOPPED 1000 60");
    }

    @Test
    void endsAllOfAControllerThatSaysOnOrOffAndNothingOfAnother() {
        for (int reset : new int[] {ON, OFF}) {
            String session = "s-3-" + reset;
            MacAddress phone = new MacAddress(nextMac++);
            acknowledged(other.ask(
                    at(now - 100, other.accounting(START, session, phone)).build()));
            acknowledged(nas.ask(at(now - 100, nas.accounting(START, session + "-kept", new MacAddress(nextMac++)))
                    .build()));
            Packet begins = Packet.request(Code.ACCOUNTING_REQUEST)
                    .integer(AttributeTypes.ACCT_STATUS_TYPE, reset)
                    .integer(AttributeTypes.EVENT_TIMESTAMP, now - 50 + reset)
                    .build();
            acknowledged(other.ask(begins));
            assertThat(count("open_session", session)).isZero();
            assertThat(causes(session)).containsExactly("CONTROLLER_RESET 0 0");
            assertThat(count("open_session", session + "-kept")).isEqualTo(1);
        }
    }

    @Test
    void doesNotAcknowledgeBeforeTheCommit() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table access.accounting_inbox in exclusive mode");
            CompletableFuture<Packet> answer = nas.asking(
                    nas.accounting(START, "s-4", new MacAddress(nextMac++)).build());
            Eventually.holds(
                    "the writer waits",
                    () -> db.sql("select exists (select 1 from pg_locks where not granted)")
                            .query(Boolean.class)
                            .single());
            assertThat(answer).isNotDone();
            connection.rollback();
            acknowledged(answer.join());
        }
        Eventually.holds("in the books", () -> count("open_session", "s-4") == 1);
    }

    @Test
    void keepsTheGoodAndTakesTheBadAgainWhenItCanBeWritten() {
        db.sql("alter table access.accounting_inbox add constraint no_poison"
                        + " check (position('s-poison'::bytea in body) = 0)")
                .update();
        CompletableFuture<Packet> poison = nas.asking(
                nas.accounting(START, "s-poison", new MacAddress(nextMac++)).build());
        for (int i = 0; i < 5; i++) {
            acknowledged(nas.ask(
                    nas.accounting(START, "s-5-" + i, new MacAddress(nextMac++)).build()));
        }
        Eventually.holds(
                "counted",
                () -> drops.rows().stream()
                        .anyMatch(row -> row.source().equals("127.0.12.1")
                                && row.reason().equals("NOT_STORED")));
        assertThat(poison).isNotDone();
        db.sql("alter table access.accounting_inbox drop constraint no_poison").update();
        acknowledged(poison.join());
        Eventually.holds("in the books", () -> count("session_event", "s-poison") == 1);
    }

    @Test
    void countsWhatItCannotReadByItsNas() {
        Packet nothing = Packet.request(Code.ACCOUNTING_REQUEST)
                .integer(AttributeTypes.ACCT_STATUS_TYPE, START)
                .build();
        assertThat(other.isMetWithSilence(nothing, SmallNas.secret())).isTrue();
        assertThat(drops.rows())
                .anyMatch(
                        row -> row.source().equals("127.0.12.2") && row.reason().equals("BAD_VALUE"));
    }
}
