package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** News between nodes, on the table of accounts that changed. */
@ExtendWith(HallDatabase.class)
class FeedTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");

    private final JdbcClient db;
    private final DataSource database;
    private final Feed<String> feed;

    FeedTest(DataSource database) {
        this.database = database;
        this.db = JdbcClient.create(database);
        this.feed = new Feed<>(db, "access.account_change", (row, number) -> row.getString("name"));
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.account_change").update();
    }

    private void write(String name) {
        db.sql("insert into access.account_change (name) values (?)")
                .param(name)
                .update();
    }

    private List<String> look(long second) {
        Feed.News<String> news = feed.look(NOON.plusSeconds(second));
        assertThat(news.gap()).isFalse();
        return news.rows();
    }

    @Test
    void tellsEachRowOnce() {
        write("before");
        assertThat(feed.look(NOON)).isEqualTo(new Feed.News<>(List.of(), true));
        write("li");
        write("wang");
        assertThat(look(1)).containsExactly("li", "wang");
        assertThat(look(2)).isEmpty();
    }

    @Test
    void passesOverNothingThatIsCommittedLate() {
        feed.look(NOON);
        TransactionStatus slow = new DataSourceTransactionManager(database).getTransaction(null);
        write("late");
        Thread other = Thread.ofPlatform().start(() -> write("early"));
        join(other);
        List<String> before = onAnotherConnection(1);
        new DataSourceTransactionManager(database).commit(slow);
        assertThat(before).containsExactly("early");
        assertThat(look(2)).as("the early one is not told again").containsExactly("late");
        assertThat(look(3)).isEmpty();
    }

    private List<String> onAnotherConnection(long second) {
        List<List<String>> seen = new java.util.ArrayList<>();
        join(Thread.ofPlatform().start(() -> seen.add(look(second))));
        return seen.getFirst();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException strange) {
            throw new IllegalStateException(strange);
        }
    }

    @Test
    void saysThatSomethingMayBeMissingAfterALongAbsenceAndThrowsOldRowsAway() {
        feed.look(NOON);
        write("li");
        assertThat(feed.look(NOON.plusSeconds(59)).gap()).isFalse();
        assertThat(feed.look(NOON.plusSeconds(119)).gap()).isTrue();
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> write("x"));
        for (int second = 120; second <= 260; second += 10) {
            feed.look(NOON.plusSeconds(second));
        }
        assertThat(db.sql("select count(*) from access.account_change")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
