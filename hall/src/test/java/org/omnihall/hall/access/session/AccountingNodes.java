package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;

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
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/** The lives of a node over a real database behind a switch, and what became of the requests that were told it. */
@ExtendWith(HallDatabase.class)
abstract class AccountingNodes {

    static final JournalSettings SETTINGS = patience(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    final JdbcClient db;
    final SwitchedDatabase database;
    private final Bookkeeping books;
    final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    final List<String> lost = Collections.synchronizedList(new ArrayList<>());
    private Optional<Node> running = Optional.empty();

    AccountingNodes(DataSource real) {
        db = JdbcClient.create(real);
        database = new SwitchedDatabase(real);
        books = new Bookkeeping(
                new SessionStore(JdbcClient.create(database)),
                new SessionWrites(new JdbcTemplate(database), place -> 3),
                new AdmittedFacts(JdbcClient.create(database), event -> Wlan.LAKE, owner -> Optional.empty()),
                (grown, now) -> {},
                event -> {},
                new DataSourceTransactionManager(database));
    }

    /** One life of the hall. */
    record Node(Journal journal, AccountingDetour detour, AccountingInbox inbox, AccountingQueue queue) {

        void end() {
            queue.stop();
            journal.close();
        }
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.open_session, access.closed_session, access.session_event, access.controller_reset,"
                        + " access.untold, access.journal_applied, access.accounting_inbox")
                .update();
    }

    @AfterEach
    void end() {
        database.away(false);
        running.ifPresent(Node::end);
    }

    static JournalSettings patience(Duration patience) {
        return new JournalSettings(patience, DataSize.ofMegabytes(50), DataSize.ofKilobytes(64));
    }

    Node begin(JournalSettings settings) throws IOException {
        Journal journal = JournalTests.open(folder.resolve("journal"), settings);
        Clock noon = Clock.fixed(Wlan.NOON, ZoneOffset.UTC);
        JdbcClient switched = JdbcClient.create(database);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        AccountingInbox inbox = new AccountingInbox(switched, Clock.systemUTC(), new SimpleMeterRegistry());
        AccountingDetour detour = new AccountingDetour(
                journal, settings, new JournalDelivery(inbox, JournalTests.positions(switched), transactions));
        AccountingClerk clerk = new AccountingClerk(inbox, books, detour, new Partitions(switched), noon, transactions);
        AccountingQueue queue = new AccountingQueue(inbox, clerk, detour, new SimpleMeterRegistry());
        queue.start();
        Node node = new Node(journal, detour, inbox, queue);
        running = Optional.of(node);
        return node;
    }

    void say(Node node, String name, AccountingRequest request) {
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

    void say(Node node, AccountingEvent event) {
        say(node, event.acctSessionId() + " " + event.kind(), new AccountingRequest.Session(event));
    }

    void awaitAcknowledged(int number) {
        Eventually.holds(number + " acknowledged", () -> acknowledged.size() >= number);
        assertThat(acknowledged).hasSize(number);
        assertThat(lost).isEmpty();
    }

    static void awaitReturn(Node node) {
        Eventually.holds(
                "all is in the database",
                () -> node.journal().isEmpty() && !node.detour().isOn());
        awaitBooks(node);
    }

    static void awaitBooks(Node node) {
        Eventually.holds("all is in the books", () -> node.queue().behind() == 0);
    }

    int count(String table) {
        return db.sql("select count(*) from access." + table)
                .query(Integer.class)
                .single();
    }

    static AccountingEvent ofOne(AccountingEvent.Kind kind, int number, long second) {
        return Wlan.event(kind, "n" + number, Optional.empty(), new MacAddress(number + 1L), second, 0);
    }
}
