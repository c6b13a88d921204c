package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.session.Wlan.interim;
import static org.omnihall.hall.access.session.Wlan.noonPlus;
import static org.omnihall.hall.access.session.Wlan.start;
import static org.omnihall.hall.access.session.Wlan.stop;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.session.journal.Journal;
import org.omnihall.hall.access.session.journal.JournalSettings;
import org.omnihall.hall.access.session.journal.JournalTests;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.util.unit.DataSize;

/** Accounting with a database that goes away, is slow, and comes back: a real one behind a switch. */
@ExtendWith(HallDatabase.class)
class AccountingDetourTest {

    private static final JournalSettings SETTINGS = patience(Duration.ofSeconds(20));

    @TempDir
    private Path folder;

    private final JdbcClient db;
    private final SwitchedDatabase database;
    private final Bookkeeping books;
    private final JournalDelivery delivery;
    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<String> lost = Collections.synchronizedList(new ArrayList<>());
    private Optional<Node> running = Optional.empty();

    AccountingDetourTest(DataSource real) {
        db = JdbcClient.create(real);
        database = new SwitchedDatabase(real);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        books = new Bookkeeping(
                new SessionStore(JdbcClient.create(database)),
                new SessionWrites(new JdbcTemplate(database), place -> 3),
                new AdmittedFacts(JdbcClient.create(database), event -> Wlan.LAKE, owner -> Optional.empty()),
                event -> {},
                transactions);
        delivery = new JournalDelivery(books, JournalTests.positions(JdbcClient.create(database)), transactions);
    }

    /** One life of the hall. */
    private record Node(Journal journal, AccountingDetour detour, AccountingQueue queue) {

        void end() {
            queue.stop();
            journal.close();
        }
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.open_session, access.closed_session, access.session_event, access.controller_reset,"
                        + " access.untold, access.journal_applied")
                .update();
    }

    @AfterEach
    void end() {
        database.away(false);
        running.ifPresent(Node::end);
    }

    private static JournalSettings patience(Duration patience) {
        return new JournalSettings(patience, DataSize.ofMegabytes(50), DataSize.ofKilobytes(64));
    }

    private Node begin(JournalSettings settings) throws IOException {
        Journal journal = JournalTests.open(folder.resolve("journal"), settings);
        AccountingDetour detour = new AccountingDetour(journal, settings, delivery);
        Clock noon = Clock.fixed(Wlan.NOON, ZoneOffset.UTC);
        AccountingQueue queue = new AccountingQueue(
                books, new Partitions(JdbcClient.create(database)), detour, noon, new SimpleMeterRegistry());
        queue.start();
        Node node = new Node(journal, detour, queue);
        running = Optional.of(node);
        return node;
    }

    private void say(Node node, String name, AccountingRequest request) {
        node.queue().offer(request, new AccountingQueue.Fate() {
            @Override
            public void durable() {
                acknowledged.add(name);
            }

            @Override
            public void lost(AccountingQueue.Loss loss) {
                lost.add(name + " " + loss);
            }
        });
    }

    private void say(Node node, AccountingEvent event) {
        say(node, event.acctSessionId() + " " + event.kind(), new AccountingRequest.Session(event));
    }

    private void awaitAcknowledged(int number) {
        Eventually.holds(number + " acknowledged", () -> acknowledged.size() >= number);
        assertThat(acknowledged).hasSize(number);
        assertThat(lost).isEmpty();
    }

    private static void awaitReturn(Node node) {
        Eventually.holds(
                "all is in the database",
                () -> node.journal().isEmpty() && !node.detour().isOn());
    }

    private int count(String table) {
        return db.sql("select count(*) from access." + table)
                .query(Integer.class)
                .single();
    }

    private static AccountingEvent ofOne(AccountingEvent.Kind kind, int number, long second) {
        return Wlan.event(kind, "n" + number, Optional.empty(), new MacAddress(number + 1L), second, 0);
    }

    @Test
    void acknowledgesWhileTheDatabaseIsAwayAndStoresEachOnceWhenItIsBack() throws IOException {
        Node node = begin(SETTINGS);
        say(node, start("a", 0));
        awaitAcknowledged(1);
        assertThat(count("session_event")).isEqualTo(1);
        database.away(true);
        say(node, interim("a", 600, 0));
        say(node, interim("a", 600, 0));
        awaitAcknowledged(3);
        assertThat(node.detour().isOn()).isTrue();
        say(node, stop("a", 900, 0));
        awaitAcknowledged(4);
        assertThat(count("session_event")).isEqualTo(1);
        assertThat(node.journal().waiting()).isEqualTo(3);
        database.away(false);
        awaitReturn(node);
        assertThat(count("session_event")).isEqualTo(3);
        assertThat(count("open_session")).isZero();
        assertThat(db.sql("select up_octets || ' ' || seconds || ' ' || cause from access.closed_session")
                        .query(String.class)
                        .list())
                .containsExactly("900000 900 STOPPED");
        say(node, start("b", 1000));
        awaitAcknowledged(5);
        assertThat(node.detour().isOn()).isFalse();
        assertThat(count("session_event")).isEqualTo(4);
    }

    @Test
    void losesAndDoublesNothingOfManyAroundAnAbsence() throws IOException {
        Node node = begin(SETTINGS);
        int sessions = 3_000;
        for (int i = 0; i < sessions; i++) {
            if (i == 500 || i == 1_700) {
                database.away(true);
            }
            if (i == 1_200 || i == 2_500) {
                database.away(false);
            }
            say(node, ofOne(AccountingEvent.Kind.START, i, 0));
            if (i >= 400) {
                say(node, ofOne(AccountingEvent.Kind.STOP, i - 400, 60));
            }
        }
        awaitAcknowledged(2 * sessions - 400);
        awaitReturn(node);
        assertThat(count("session_event")).isEqualTo(2 * sessions - 400);
        assertThat(count("open_session")).isEqualTo(400);
        assertThat(db.sql("select sum(up_octets)::bigint from access.closed_session")
                        .query(Long.class)
                        .single())
                .isEqualTo(60_000L * (sessions - 400));
    }

    @Test
    void goesRoundADatabaseThatIsSlowAndKnowsWhatItTookAfterAll() throws IOException {
        Node node = begin(patience(Duration.ofMillis(300)));
        CountDownLatch gate = database.close();
        say(node, start("a", 0));
        say(node, start("b", 100));
        awaitAcknowledged(2);
        assertThat(node.detour().isOn()).isTrue();
        assertThat(count("session_event")).isZero();
        gate.countDown();
        awaitReturn(node);
        assertThat(count("session_event")).isEqualTo(2);
        assertThat(acknowledged).hasSize(2);
    }

    @Test
    void hasPatienceWithADatabaseThatAnswersInTime() throws IOException {
        Node node = begin(SETTINGS);
        CountDownLatch gate = database.close();
        say(node, start("a", 0));
        Eventually.holds("the watch has looked", () -> acknowledged.isEmpty());
        gate.countDown();
        awaitAcknowledged(1);
        assertThat(node.detour().isOn()).isFalse();
        assertThat(count("session_event")).isEqualTo(1);
    }

    @Test
    void keepsResetsOfControllersInTheirOrder() throws IOException {
        Node node = begin(SETTINGS);
        say(node, start("before", 0));
        awaitAcknowledged(1);
        database.away(true);
        say(node, "on", new AccountingRequest.Reset(1, noonPlus(50), "ON"));
        say(node, "nothing", new AccountingRequest.Nothing());
        say(node, start("after", 60));
        awaitAcknowledged(4);
        assertThat(node.journal().waiting()).isEqualTo(2);
        database.away(false);
        awaitReturn(node);
        assertThat(db.sql("select cause from access.closed_session")
                        .query(String.class)
                        .list())
                .containsExactly("CONTROLLER_RESET");
        assertThat(db.sql("select acct_session_id from access.open_session")
                        .query(String.class)
                        .list())
                .containsExactly("after");
    }

    @Test
    void deliversWhatAnEarlierLifeLeftBehindBeforeAnythingNew() throws IOException {
        Node first = begin(SETTINGS);
        database.away(true);
        IntStream.range(0, 50).forEach(i -> say(first, ofOne(AccountingEvent.Kind.START, i, 0)));
        awaitAcknowledged(50);
        first.end();
        Node next = begin(SETTINGS);
        assertThat(next.detour().isOn()).isTrue();
        say(next, ofOne(AccountingEvent.Kind.STOP, 0, 60));
        awaitAcknowledged(51);
        assertThat(count("session_event")).isZero();
        database.away(false);
        awaitReturn(next);
        assertThat(count("session_event")).isEqualTo(51);
        assertThat(count("open_session")).isEqualTo(49);
    }

    @Test
    void acknowledgesNoMoreWhenTheJournalIsFull() throws IOException {
        Node node =
                begin(new JournalSettings(Duration.ofSeconds(20), DataSize.ofKilobytes(2), DataSize.ofKilobytes(1)));
        database.away(true);
        for (int i = 0; i < 40; i++) {
            int told = i + 1;
            say(node, ofOne(AccountingEvent.Kind.START, i, 0));
            Eventually.holds("it has its fate", () -> acknowledged.size() + lost.size() == told);
        }
        assertThat(acknowledged).hasSizeBetween(5, 20);
        assertThat(lost).allMatch(fate -> fate.endsWith(" JOURNAL_FULL")).contains("n39 START JOURNAL_FULL");
        assertThat(node.queue().outlastsTheDatabase()).isFalse();
        assertThat(node.journal().waiting()).isEqualTo(acknowledged.size());
        database.away(false);
        awaitReturn(node);
        assertThat(count("session_event")).isEqualTo(acknowledged.size());
        say(node, ofOne(AccountingEvent.Kind.START, 39, 0));
        Eventually.holds("what is sent again is acknowledged", () -> acknowledged.contains("n39 START"));
    }

    /** Told from its earlier lives by nothing but the once-rule: the events that would make it known are gone. */
    @Test
    void countsNothingTwiceWhenItDiedBetweenTheCommitAndTheEndOfTheFile() throws IOException {
        database.away(true);
        Node node = begin(SETTINGS);
        IntStream.range(0, 20).forEach(i -> say(node, ofOne(AccountingEvent.Kind.START, i, 0)));
        awaitAcknowledged(20);
        node.end();
        Path before = folder.resolve("before");
        JournalTests.copy(folder.resolve("journal"), before);
        database.away(false);
        Node next = begin(SETTINGS);
        awaitReturn(next);
        next.end();
        assertThat(count("session_event")).isEqualTo(20);
        db.sql("truncate access.session_event, access.open_session").update();
        JournalTests.copy(before, folder.resolve("journal"));
        Node again = begin(SETTINGS);
        assertThat(again.journal().waiting()).isEqualTo(20);
        awaitReturn(again);
        assertThat(count("session_event")).isZero();
        assertThat(count("open_session")).isZero();
    }

    @Test
    void acknowledgesWhatOnlyTheDatabaseRefusesLaterAndKeepsItAside() throws IOException {
        Node node = begin(SETTINGS);
        db.sql("alter table access.session_event add constraint no_poison check (acct_session_id <> 'poison')")
                .update();
        database.away(true);
        say(node, start("poison", 0));
        IntStream.range(0, 5).forEach(i -> say(node, ofOne(AccountingEvent.Kind.START, i, 0)));
        awaitAcknowledged(6);
        database.away(false);
        awaitReturn(node);
        assertThat(count("session_event")).isEqualTo(5);
        node.end();
        db.sql("alter table access.session_event drop constraint no_poison").update();
        awaitReturn(begin(SETTINGS));
        assertThat(count("session_event")).isEqualTo(6);
    }

    @Test
    void keepsWhatIsUnderWayWhenItIsStoppedWithoutADatabase() throws IOException {
        Node node = begin(SETTINGS);
        database.away(true);
        IntStream.range(0, 30).forEach(i -> say(node, ofOne(AccountingEvent.Kind.START, i, 0)));
        node.end();
        awaitAcknowledged(30);
        database.away(false);
        awaitReturn(begin(SETTINGS));
        assertThat(count("session_event")).isEqualTo(30);
    }
}
