package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.omnihall.hall.access.session.Wlan.interim;
import static org.omnihall.hall.access.session.Wlan.noonPlus;
import static org.omnihall.hall.access.session.Wlan.start;
import static org.omnihall.hall.access.session.Wlan.stop;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.access.session.journal.JournalSettings;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Accounting with a database that goes away, is slow, and comes back: a real one behind a switch. */
class AccountingDetourTest extends AccountingNodes {

    private final DataSource real;

    AccountingDetourTest(DataSource real) {
        super(real);
        this.real = real;
    }

    @Test
    void acknowledgesWhileTheDatabaseIsAwayAndStoresEachOnceWhenItIsBack() throws IOException {
        Node node = begin(SETTINGS);
        say(node, start("a", 0));
        awaitAcknowledged(1);
        awaitBooks(node);
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
        awaitBooks(node);
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
        awaitBooks(node);
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

    /** However long the books take for it: what is in the inbox is in the database. */
    @Test
    void isInTheDatabaseAgainThoughTheBooksTakeNothing() throws IOException {
        Node node = begin(SETTINGS);
        database.away(true);
        for (int i = 0; i < 2_500; i++) {
            say(node, ofOne(AccountingEvent.Kind.START, i, 0));
        }
        awaitAcknowledged(2_500);
        new TransactionTemplate(new DataSourceTransactionManager(real)).executeWithoutResult(status -> {
            JdbcClient.create(real).sql("lock table access.session_event").update();
            database.away(false);
            Eventually.holds(
                    "the journal is empty and the detour over",
                    () -> node.journal().isEmpty() && !node.detour().isOn());
            assertThat(node.queue().behind()).isEqualTo(2_500);
        });
        awaitBooks(node);
        assertThat(count("session_event")).isEqualTo(2_500);
    }

    /** The last of the journal is on its way: what comes directly waits for it, or goes the same way. */
    @Test
    void putsNothingBeforeTheLastOfTheJournal() throws IOException, InterruptedException {
        Node node = begin(SETTINGS);
        CountDownLatch last = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Thread replaying = Thread.startVirtualThread(() -> node.detour().behindTheJournal(() -> {
            begun.countDown();
            await(last);
        }));
        begun.await();
        say(node, start("a", 0));
        awaitAcknowledged(1);
        assertThat(node.detour().isOn()).as("by the journal").isTrue();
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> node.detour().behindTheJournal(() -> {}));
        last.countDown();
        replaying.join();
        awaitReturn(node);
        assertThat(count("session_event")).isEqualTo(1);
        say(node, start("b", 0));
        awaitAcknowledged(2);
        assertThat(node.detour().isOn()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
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
}
